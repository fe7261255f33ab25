"""Facts of cards, in the words that the website has."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.card_words import (
    path_facts,
    say_gap,
    say_hours,
    say_proof,
    say_seats,
    seat_facts,
    several,
    station_facts,
)
from knowledge.cards import OfferingCard, PathCard, StationCard
from knowledge.vocabulary import EnrolmentState, Level, ModuleType, Phase, Skip

OFFERING = OfferingCard(
    id="o1", module="las", name="De eerste las", academy="Academie Oost", starts_at=None, ends_at=None,
    when="wanneer je wilt", place="online", online=True, cost=0, paid_by="", seats_left=3,
)  # fmt: skip
PATH = PathCard(goal="Lasser", hours=2.5, weeks=1, steps=[], proved_optimal=False, gap=0.127)


def test_hours_have_a_comma() -> None:
    assert [say_hours(4), say_hours(2.5)] == ["4 uur", "2,5 uur"]


def test_one_is_not_several() -> None:
    assert [several(n, "stap", "stappen") for n in (0, 1, 2)] == ["0 stappen", "1 stap", "2 stappen"]


@pytest.mark.parametrize(
    ("left", "said"),
    [(None, ""), (-1, "vol, er is een wachtlijst"), (0, "vol, er is een wachtlijst"), (1, "nog 1 plek"),
     (3, "nog 3 plekken")],
)  # fmt: skip
def test_seats_left(left: int | None, said: str) -> None:
    assert say_seats(left) == said


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({}, ["nog 3 plekken"]),
        ({"seats_left": None}, []),
        ({"state": EnrolmentState.ENROLLED}, ["ingeschreven"]),
        ({"state": EnrolmentState.WAITING, "waiting_position": 2}, ["op de wachtlijst", "je bent nummer 2"]),
        (
            {"state": EnrolmentState.OFFERED, "held_until": datetime(2026, 12, 8, 12, tzinfo=UTC)},
            ["plek vrij, wacht op jouw ja", "tot di 8 dec 13:00"],
        ),
    ],
)
def test_ones_own_seat_stands_in_the_place_of_the_seats_left(changes: dict[str, object], facts: list[str]) -> None:
    assert seat_facts(OFFERING.model_copy(update=changes)) == facts


def test_a_station_says_what_is_known_of_it() -> None:
    bare = StationCard(module="las", name="De eerste las", type=ModuleType.PRACTICE, hours=4)
    placed = bare.model_copy(update={"phase": Phase.CONTENT, "skip": Skip.COSTS_RECOGNITION})
    assert station_facts(bare) == ["praktijksessie", "4 uur"]
    assert station_facts(placed) == ["praktijksessie", "4 uur", "inhoud", "overslaan kost je de erkenning"]


def test_a_path_says_its_size_and_how_good_it_is() -> None:
    assert path_facts(PATH) == ["2,5 uur", "1 week", "0 stappen"]
    assert say_proof(PATH) == "Dit is een goede route; hooguit 13 % langer dan de kortste."
    assert say_proof(PATH.model_copy(update={"proved_optimal": True})) == "Dit is aantoonbaar de kortste route."


def test_a_skill_says_what_is_there_and_what_is_asked() -> None:
    assert say_gap("Lassen", Level.EXPERT, Level.BEGINNER) == "Lassen: expert (nu beginner)"
    assert say_gap("Meten", Level.BEGINNER, None) == "Meten: beginner (nu nog niet)"
