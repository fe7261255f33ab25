"""A person's marks on the map: where they have been, where they have a seat, where they go next."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.drawing.own import Own
from knowledge.seat.looking import seats_of
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import EnrolmentState


def own_of(engine: Engine, learner_id: str, catalogue: Catalogue, now: datetime, path: tuple[str, ...] = ()) -> Own:
    """The marks of a learner, for every map of the catalogue."""
    seats = seats_of(engine, learner_id, now)
    with reading(engine) as session:
        done = session.scalars(
            select(col(Offering.module_id))
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
            .where(col(Enrolment.learner_id) == learner_id, col(Enrolment.state) == EnrolmentState.ATTENDED)
        )
        attended = frozenset(module for module in done if module in catalogue.modules)
    booked = [one.offering.module_id for one in seats if one.enrolment.state is EnrolmentState.ENROLLED]
    return Own(
        done=attended,
        enrolled=frozenset(booked),
        next=next((module for module in booked if module not in attended), None),
        path=path,
    )
