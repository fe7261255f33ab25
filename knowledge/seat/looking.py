"""Looking at seats: what somebody has, what is left, where they stand in line. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, ScalarSelect, func, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import say_period
from knowledge.database import reading
from knowledge.seat.deciding import COMING
from knowledge.seat.giving import is_first_come
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import LIVE, SEAT_HOLDING, EnrolmentState, OfferingState

OWN_PACE = "wanneer je wilt, in je eigen tempo"


@dataclass(frozen=True)
class Seat:
    """One live enrolment with its offering; ``position`` counts from 1 on a waiting list."""

    enrolment: Enrolment
    offering: Offering
    position: int | None


def seats_of(engine: Engine, learner_id: str | None, now: datetime) -> list[Seat]:
    """The live enrolments of a learner that are still to come, earliest first, own pace last."""
    if learner_id is None:
        return []
    with reading(engine) as session:
        start = col(Offering.starts_at)
        rows = session.execute(
            select(Enrolment, Offering, _place_in_line())
            .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
            .where(
                col(Enrolment.learner_id) == learner_id,
                col(Enrolment.state).in_(LIVE),
                start.is_(None) | (col(Offering.ends_at) > now),
            )
            .order_by(start.is_(None), start, col(Offering.id))
        ).all()
    return [
        Seat(enrolment, offering, place if enrolment.state == EnrolmentState.WAITING else None)
        for enrolment, offering, place in rows
    ]


def place_of(session: Session, enrolment: Enrolment) -> int | None:
    """The place in line, from 1, of who waits; None for who doesn't."""
    if enrolment.state != EnrolmentState.WAITING:
        return None
    return session.scalar(select(_place_in_line()).where(col(Enrolment.id) == enrolment.id))


def _place_in_line() -> ScalarSelect[int]:
    """Who waits up to and with this one: counted in the same query, as the line may move meanwhile."""
    ahead = aliased(Enrolment)
    first, asked = col(ahead.priority), col(ahead.asked_at)
    same = first == col(Enrolment.priority)
    return (
        select(func.count())
        .where(
            col(ahead.offering_id) == col(Enrolment.offering_id),
            col(ahead.state) == EnrolmentState.WAITING,
            (first > col(Enrolment.priority))
            | (same & (asked < col(Enrolment.asked_at)))
            | (same & (asked == col(Enrolment.asked_at)) & (col(ahead.id) <= col(Enrolment.id))),
        )
        .scalar_subquery()
    )


def seats_left(engine: Engine, offering_ids: Collection[str], now: datetime) -> dict[str, int]:
    """The free seats of each offering: 0 when it is full, or when somebody waits who goes first."""
    with reading(engine) as session:
        rows = session.execute(
            select(
                col(Offering.id),
                col(Offering.starts_at),
                col(Offering.maximum),
                count_in(SEAT_HOLDING),
                count_in((EnrolmentState.WAITING,)),
            )
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id), isouter=True)
            .where(col(Offering.id).in_(list(offering_ids)))
            .group_by(col(Offering.id), col(Offering.starts_at), col(Offering.maximum))
        ).all()
    return {
        id: 0 if waiting and not is_first_come(start, now) else max(0, maximum - taken)
        for id, start, maximum, taken, waiting in rows
    }


def still_needed(engine: Engine, offering_ids: Collection[str], now: datetime) -> dict[str, int]:
    """How many more people each offering needs before it goes on; 0 when that is decided, or never will be."""
    open_until = col(Offering.decide_at)
    with reading(engine) as session:
        rows = session.execute(
            select(col(Offering.id), col(Offering.minimum), count_in(COMING))
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id), isouter=True)
            .where(
                col(Offering.id).in_(list(offering_ids)),
                col(Offering.state) == OfferingState.OPEN,
                open_until > now,
            )
            .group_by(col(Offering.id), col(Offering.minimum))
        ).all()
    undecided = {id: max(0, minimum - coming) for id, minimum, coming in rows}
    return {id: undecided.get(id, 0) for id in offering_ids}


def count_in(states: Collection[EnrolmentState]) -> ColumnElement[int]:
    """How many of the enrolments of a group are in these states."""
    return func.count(col(Enrolment.id)).filter(col(Enrolment.state).in_(list(states)))


def full_offerings(engine: Engine, now: datetime, modules: Collection[str] | None = None) -> set[str]:
    """Every coming offering without a free seat, at one's own pace too; of these ``modules`` only, when given."""
    start, taken, waiting = col(Offering.starts_at), count_in(SEAT_HOLDING), count_in((EnrolmentState.WAITING,))
    with reading(engine) as session:
        rows = session.execute(
            select(col(Offering.id), start, taken >= col(Offering.maximum))
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
            .where(start.is_(None) | (start > now), col(Enrolment.state).in_(LIVE))
            .where(true() if modules is None else col(Offering.module_id).in_(list(modules)))
            .group_by(col(Offering.id), start, col(Offering.maximum))
            .having((taken >= col(Offering.maximum)) | (waiting > 0))
        )
        return {id for id, starts_at, full in rows if full or not is_first_come(starts_at, now)}


def offering_card(
    catalogue: Catalogue,
    offering: Offering,
    *,
    left: int | None = None,
    needed: int = 0,
    seat: Seat | None = None,
) -> OfferingCard:
    """An offering as it is shown, with the person's own state when they have a seat.

    ``left`` and ``needed`` are what ``seats_left`` and ``still_needed`` count.
    """
    module = catalogue.modules.get(offering.module_id)
    academy = catalogue.academies.get(offering.academy_id)
    dated = offering.starts_at is not None and offering.ends_at is not None
    return OfferingCard(
        id=offering.id,
        module=offering.module_id,
        name=module.name if module else offering.module_id,
        academy=academy.name if academy else offering.academy_id,
        starts_at=offering.starts_at,
        ends_at=offering.ends_at,
        when=say_period(offering.starts_at, offering.ends_at) if dated else OWN_PACE,  # type: ignore[arg-type]
        place="online" if offering.online else offering.place,
        online=offering.online,
        cost=offering.cost,
        paid_by=offering.paid_by,
        seats_left=left,
        state=seat.enrolment.state if seat else None,
        waiting_position=seat.position if seat else None,
        minimum=offering.minimum,
        needed=needed,
        decide_at=offering.decide_at,
        certain=offering.state == OfferingState.CONFIRMED,
        held_until=seat.enrolment.held_until if seat else None,
    )
