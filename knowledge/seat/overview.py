"""How offerings stand, as a coordinator looks at them: who counts, how many are still needed, when it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Engine, false, select
from sqlmodel import Session, col

from knowledge.database import reading
from knowledge.seat.deciding import COMING
from knowledge.seat.looking import count_in
from knowledge.tables import CatalogueItem, Enrolment, Offering
from knowledge.vocabulary import LIVE, SEAT_HOLDING, EnrolmentState, OfferingState

MARKED = (EnrolmentState.ATTENDED, EnrolmentState.MISSED)


@dataclass(frozen=True)
class Standing:
    """An offering with its counts; moments are UTC, None at one's own pace.

    ``taken`` counts who has a seat now, an offered one too; ``marked`` who was there or wasn't; ``needed`` how many
    must still say yes before the decision, 0 once it is taken.
    """

    id: str
    module: str
    name: str
    academy: str
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    town: str | None
    online: bool
    bring: str
    state: OfferingState
    decide_at: datetime | None
    minimum: int
    maximum: int
    taken: int
    waiting: int
    needed: int
    marked: int


@dataclass(frozen=True)
class Wanted:
    """Which offerings to look at: those to come, or those that began in the last ``weeks``.

    ``empty`` adds those with nobody on them. What is at one's own pace is always to come.
    """

    module: str | None = None
    academy: str | None = None
    undecided: bool = False
    weeks: int | None = None
    past: bool = False
    empty: bool = False


def standings(engine: Engine, wanted: Wanted, now: datetime) -> list[Standing]:
    """The offerings that are wanted, by start and then by id, own pace last."""
    with reading(engine) as session:
        return list(find_standings(session, *_conditions(wanted, now), empty=wanted.empty))


def find_standings(session: Session, *conditions: ColumnElement[bool], empty: bool = True) -> Iterator[Standing]:
    """The offerings of which all this is true, in the same order."""
    start, counted = col(Offering.starts_at), (*LIVE, *MARKED)
    query = (
        select(
            Offering, count_in(SEAT_HOLDING), count_in((EnrolmentState.WAITING,)), count_in(COMING), count_in(MARKED)
        )
        .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id), isouter=empty)
        .where(*conditions)
        .group_by(col(Offering.id))
        .order_by(start.is_(None), start, col(Offering.id))
    )
    rows = session.execute(query if empty else query.where(col(Enrolment.state).in_(counted))).all()
    names = _module_names(session) if rows else {}
    for offering, taken, waiting, coming, marked in rows:
        yield _standing(offering, names.get(offering.module_id, offering.module_id), taken, waiting, coming, marked)


def _conditions(wanted: Wanted, now: datetime) -> list[ColumnElement[bool]]:
    start = col(Offering.starts_at)
    found: list[ColumnElement[bool]] = [start <= now if wanted.past else start.is_(None) | (start > now)]
    if wanted.weeks is not None:
        far = timedelta(weeks=wanted.weeks)
        found.append(start > now - far if wanted.past else start.is_(None) | (start <= now + far))
    if wanted.module is not None:
        found.append(col(Offering.module_id) == wanted.module)
    if wanted.academy is not None:
        found.append(col(Offering.academy_id) == wanted.academy)
    if wanted.undecided:
        found += [col(Offering.state) == OfferingState.OPEN, col(Offering.decide_at).is_not(None)]
    return found


def is_named(engine: Engine, kind: str, id: str) -> bool:
    """Whether a module or an academy (``modules``, ``academies``) is in the catalogue, or has an offering still."""
    column = {"modules": col(Offering.module_id), "academies": col(Offering.academy_id)}.get(kind)
    with reading(engine) as session:
        if session.get(CatalogueItem, (kind, id)) is not None:
            return True
        held = false() if column is None else column == id
        return session.scalar(select(col(Offering.id)).where(held).limit(1)) is not None


def _module_names(session: Session) -> dict[str, str]:
    query = select(col(CatalogueItem.id), col(CatalogueItem.body)).where(col(CatalogueItem.kind) == "modules")
    return {id: str(body["name"]) for id, body in session.execute(query)}


def _standing(offering: Offering, name: str, taken: int, waiting: int, coming: int, marked: int) -> Standing:
    undecided = offering.state == OfferingState.OPEN and offering.decide_at is not None
    return Standing(
        id=offering.id,
        module=offering.module_id,
        name=name,
        academy=offering.academy_id,
        starts_at=offering.starts_at,
        ends_at=offering.ends_at,
        place=offering.place,
        town=offering.town,
        online=offering.online,
        bring=offering.bring,
        state=offering.state,
        decide_at=offering.decide_at,
        minimum=offering.minimum,
        maximum=offering.maximum,
        taken=taken,
        waiting=waiting,
        needed=max(0, offering.minimum - coming) if undecided else 0,
        marked=marked,
    )
