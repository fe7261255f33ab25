"""Whole conversations of simulated people with the running navigator, several at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx
from sqlalchemy import Engine

from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.clock import utc_now
from knowledge.database import open_database
from knowledge.people import known
from knowledge.seat.looking import seats_of
from tests.chain.running import navigator
from tests.evaluate.people.judging import Exchange, Told, count
from tests.evaluate.people.mind import Mind
from tests.evaluate.people.reading import Answer, read_answer, sentences_of
from tests.evaluate.people.voice import Act
from tests.evaluate.people.who import Somebody

MOST_TURNS = 40
"""Longer than this nobody talks with a navigator."""


@dataclass(frozen=True)
class House:
    """A running navigator to talk with, its database to look in, and its catalogue."""

    door: httpx.Client
    engine: Engine
    catalogue: Catalogue


@contextmanager
def running_house(folder: Path) -> Iterator[House]:
    """A navigator of its own in a folder, up until it is left."""
    with navigator(folder) as running:
        engine = open_database(f"sqlite:///{folder}/navigator.db")
        try:
            yield House(running.door, engine, CatalogueView(engine).now())
        finally:
            engine.dispose()


class Line:
    """One talk over ``POST /api/chat``: what is done goes in, what somebody reads comes out."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.conversation: str | None = None
        self.answers: list[Answer] = []
        self.exchanges: list[Exchange] = []

    def send(self, act: Act) -> Answer:
        """Types or presses. Raises httpx.HTTPError when the door doesn't answer as it should."""
        pressed = self.answers[-1].buttons[act.press] if act.press else None
        message = {"button": pressed} if pressed else {"text": act.text}
        response = self._house.door.post("/api/chat", json={"conversation": self.conversation, **message})
        response.raise_for_status()
        body: dict[str, Any] = response.json()
        self.conversation = body["conversation"]
        answer = read_answer(body["messages"], sentences_of())
        self.answers.append(answer)
        self.exchanges.append(
            Exchange(
                person=f"`{act.press}`" if act.press else str(act.text),
                meant=act.kind,
                navigator=answer.text,
                said=list(answer.said),
                buttons=list(answer.buttons),
                line=answer.line,
            )
        )
        return answer


def talk(house: House, who: Somebody) -> Told:
    """One conversation from hello to a seat, or until somebody gives up."""
    began, mind, line = perf_counter(), Mind(who, house.catalogue), Line(house)
    act: Act | None = mind.begin()
    while act is not None and len(line.answers) < MOST_TURNS:
        act = mind.reply(line.send(act))
    seats = seats_of(house.engine, known(house.engine, line.conversation or "").learner_id, utc_now())
    shown = {str(card["id"]) for answer in line.answers[-1:] for card in answer.cards_of("offering")}
    got = mind.over == "seat"
    straight = next((it.offering.module_id for it in seats if _teaches_it(house, who, it.offering.module_id)), None)
    return Told(
        **count(line.answers, over=got).model_dump(),
        number=who.number,
        talks=who.talks,
        typos=who.typos,
        willing=who.willing,
        presses=who.presses,
        wants=who.profile.model_dump_json(exclude_defaults=True),
        right=list(who.right),
        line=mind.accepted or mind.line or straight,
        straight=straight is not None and not (mind.accepted or mind.line),
        over=mind.over or "too long",
        seat=seats[0].enrolment.state if seats else None,
        seat_shown=bool(seats) and seats[0].offering.id in shown,
        wrong_turns=mind.wrong_turns,
        way_on=bool(seats) or line.answers[-1].has_a_way_on,
        seconds=round(perf_counter() - began, 2),
        transcript=line.exchanges,
    )


def _teaches_it(house: House, who: Somebody, module: str) -> bool:
    """Whether a module is on a right line and teaches what somebody wants."""
    lines = house.catalogue.lines_of[module]
    return bool(set(lines) & set(who.right)) and bool(
        set(house.catalogue.modules[module].teaches) & set(who.profile.goals)
    )


def talk_all(house: House, people: Sequence[Somebody], at_once: int) -> Iterator[Told]:
    """The conversations of these people in their order, this many at the same time."""
    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(lambda who: talk(house, who), people)
