"""A person's marks on the map, from their enrolments and the development path that they were shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.drawing.own import Own
from knowledge.seat.looking import seats_of
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import SEAT_HOLDING, EnrolmentState


def own_of(
    engine: Engine,
    learner_id: str | None,
    catalogue: Catalogue,
    now: datetime,
    path: Sequence[str] = (),
    skipped: Sequence[str] = (),
) -> Own:
    """Where somebody has been, where they have a seat, and where they are expected next.

    Args:
        learner_id: None for somebody unknown, who has no marks but those of the path.
        path: the modules of their development path, in order.
        skipped: what the path leaves out, as ``PathCard.skipped`` says it, or as ids of modules.
    """
    seats = [seat for seat in seats_of(engine, learner_id, now) if seat.enrolment.state in SEAT_HOLDING]
    dated = [seat.offering.module_id for seat in seats if seat.offering.starts_at is not None]
    return Own(
        done=frozenset(_attended(engine, learner_id)) if learner_id is not None else frozenset(),
        enrolled=frozenset(seat.offering.module_id for seat in seats),
        next=dated[0] if dated else None,
        skipped=frozenset(_named(catalogue, skipped)),
        path=tuple(path),
    )


def _attended(engine: Engine, learner_id: str) -> Sequence[str]:
    """The modules that somebody followed."""
    with reading(engine) as session:
        return session.scalars(
            select(col(Offering.module_id))
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
            .where(col(Enrolment.learner_id) == learner_id, col(Enrolment.state) == EnrolmentState.ATTENDED)
        ).all()


def _named(catalogue: Catalogue, said: Sequence[str]) -> Iterator[str]:
    """The modules whose name a sentence begins with; of several the longest name, as one may begin with another."""
    for words in said:
        if words in catalogue.modules:
            yield words
            continue
        found = [one for one in catalogue.modules.values() if words == one.name or words.startswith(f"{one.name}: ")]
        if found:
            yield max(found, key=lambda one: len(one.name)).id
