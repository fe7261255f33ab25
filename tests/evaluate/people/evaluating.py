"""All of it: people drawn, talks held, and the report."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from tests.evaluate.people.drawing import draw_people
from tests.evaluate.people.dutiful import tell_everything_all
from tests.evaluate.people.judging import Told
from tests.evaluate.people.report import PeopleReport, report_on
from tests.evaluate.people.talking import House, talk_all

PEOPLE = 216
"""Three of each way of talking, typing and going along."""

DUTIFUL = 24
AT_ONCE = 6


def evaluate_people(
    house: House,
    *,
    people: int = PEOPLE,
    at_once: int = AT_ONCE,
    dutiful: int = DUTIFUL,
    seed: int = 0,
    progress: Callable[[Told], None] = lambda told: None,
) -> tuple[PeopleReport, list[Told]]:
    """Holds this many talks, and for the first of them a dutiful one too; ``progress`` is told of each talk."""
    began = perf_counter()
    drawn = draw_people(house.catalogue, people, seed)
    told = []
    for one in talk_all(house, drawn, at_once):
        told.append(one)
        progress(one)
    second = tell_everything_all(house, drawn[:dutiful], at_once)
    return report_on(told, second, seed=seed, seconds=perf_counter() - began), told


FEW = 12
FLOOR = 0.75
"""Of a few people at least this share must end with a right line and with a seat, or something broke."""


def a_few_people(house: House, seed: int = 0) -> PeopleReport:
    """A short run that tells whether talks still come to something: for a test of the running parts."""
    report, _told = evaluate_people(house, people=FEW, at_once=4, dutiful=0, seed=seed)
    return report


def holds(report: PeopleReport) -> bool:
    """Whether a short run is above the floor, and nobody was left without a way on."""
    return min(report.all.right, report.all.seat) >= FLOOR and report.all.no_way_on == 0
