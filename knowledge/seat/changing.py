"""What an academy changes about an offering that people count on; everybody it touches is told in the same breath.

Every change has who and why. What a coordinator sets by hand, a new load of the catalogue leaves alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.clock import to_local
from knowledge.database import writing
from knowledge.errors import NavigatorError
from knowledge.seat.deciding import call_off, go, note
from knowledge.seat.giving import give_out, is_given_out, lapse
from knowledge.seat.locking import live_on, locked_offering, seats_taken
from knowledge.seat.settling import settle
from knowledge.seat.touching import plain, tell_of_change
from knowledge.tables import Offering
from knowledge.telling.notices import take_back, tell
from knowledge.vocabulary import NoticeKind, OfferingState


def decide_now(engine: Engine, offering_id: str, goes_on: bool, now: datetime, *, who: str, why: str) -> Offering:
    """Decides before its date that an offering goes on, or that it doesn't; the same decision twice is one.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: without a reason, or when it is decided otherwise, begun or ended.
    """
    wanted = OfferingState.CONFIRMED if goes_on else OfferingState.CANCELLED
    with _changing(engine, offering_id, now, why, already=wanted) as (session, offering):
        if offering.state == wanted:
            return offering
        if offering.state != OfferingState.OPEN:
            raise NavigatorError(
                f"{offering_id} was decided already: it is {offering.state}. "
                "`navigator offering withdraw` takes back what goes on."
            )
        if goes_on:
            go(session, offering, now, who=who, why=why)
        else:
            call_off(session, offering, now, who=who, why=why, kind=NoticeKind.NO_GO)
        return offering


def withdraw(engine: Engine, offering_id: str, now: datetime, *, who: str, why: str) -> Offering:
    """Takes an offering back, whatever was decided; people read why. Twice is the same as once.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: without a reason, or when it has begun or ended.
    """
    with _changing(engine, offering_id, now, why, already=OfferingState.CANCELLED) as (session, offering):
        if offering.state != OfferingState.CANCELLED:
            call_off(session, offering, now, who=who, why=why, kind=NoticeKind.WITHDRAWN)
        return offering


def postpone(engine: Engine, offering_id: str, decide_at: datetime, now: datetime, *, who: str, why: str) -> Offering:
    """Decides later; who has a seat or waits is told until when.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: without a reason, when it was decided, or for a date that has passed or comes after the start.
    """
    with _changing(engine, offering_id, now, why) as (session, offering):
        if offering.state != OfferingState.OPEN:
            raise NavigatorError(f"{offering_id} was decided already: it is {offering.state}.")
        if decide_at <= now:
            raise NavigatorError(f"The decision date {_wall(decide_at)} has passed. Give a later one.")
        if offering.starts_at is None or decide_at > offering.starts_at:
            raise NavigatorError(
                f"The decision date {_wall(decide_at)} comes after the start of {offering_id}. Give one before it."
            )
        if not _set(session, offering, {"decide_at": decide_at}, now, who=who, why=why):
            return offering
        facts = {"decide_at": decide_at.isoformat(), "why": why}
        for enrolment in live_on(session, offering.id):
            take_back(session, enrolment, NoticeKind.POSTPONED, "a later change goes in its place")
            tell(
                session,
                enrolment,
                offering,
                NoticeKind.POSTPONED,
                now,
                about=now.isoformat(),
                useful_until=decide_at,
                facts=facts,
            )
        return offering


def set_capacity(
    engine: Engine,
    offering_id: str,
    now: datetime,
    *,
    who: str,
    why: str,
    maximum: int | None = None,
    minimum: int | None = None,
) -> Offering:
    """Changes for how many it is held; seats that come free go to who waits.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: without a reason, for a minimum above the maximum, or fewer seats than are taken.
    """
    with _changing(engine, offering_id, now, why) as (session, offering):
        most = offering.maximum if maximum is None else maximum
        least = offering.minimum if minimum is None else minimum
        before, taken = offering.maximum, seats_taken(session, offering.id)
        if not 1 <= least <= most:
            raise NavigatorError(f"The minimum {least} must be at least 1 and not above the maximum {most}.")
        if most < taken:
            raise NavigatorError(
                f"{taken} seats of {offering_id} are taken, so the maximum cannot become {most}. "
                "Let people leave first, or withdraw it."
            )
        _set(session, offering, {"maximum": most, "minimum": least}, now, who=who, why=why)
        settle(session, offering, now)
        give_out(session, offering, now, freed=most > before)
        return offering


def move_offering(engine: Engine, offering_id: str, now: datetime, *, who: str, why: str, **changes: Any) -> Offering:
    """Moves an offering in time or place: ``starts_at``, ``ends_at``, ``place``, ``town``, ``online`` or ``bring``.

    Everybody keeps their seat or their place in line, is told what it was and what it is, and gets a new calendar
    entry; their reminders follow by themselves. A decision date that would come after the start becomes the start.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: without a reason, for times in the past or an end before the start, or one at one's own pace.
    """
    with _changing(engine, offering_id, now, why) as (session, offering):
        starts_at = changes.get("starts_at", offering.starts_at)
        ends_at = changes.get("ends_at", offering.ends_at)
        if starts_at is None or ends_at is None:
            raise NavigatorError(f"{offering_id} is at one's own pace, so it has no date to move.")
        if starts_at <= now:
            raise NavigatorError(f"The start {_wall(starts_at)} has passed. Give a later one.")
        if ends_at <= starts_at:
            raise NavigatorError("The end comes before the start. Give both, with the end later.")
        if offering.decide_at and offering.decide_at > starts_at:
            changes["decide_at"] = starts_at
        changed = _set(session, offering, changes, now, who=who, why=why)
        tell_of_change(session, offering, changed, now)
        return offering


@contextmanager
def _changing(
    engine: Engine, offering_id: str, now: datetime, why: str, already: OfferingState | None = None
) -> Iterator[tuple[Session, Offering]]:
    """A locked offering that can still be changed, and whose free seats are given out when it was.

    What ran out is taken back first; what is due is not decided.
    """
    if not why.strip():
        raise NavigatorError("Give a reason; it is kept, and people may read it.")
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        lapse(session, offering, now)
        if not is_given_out(offering, now) and offering.state != already:
            what = f"is {offering.state}" if offering.starts_at is None or offering.starts_at > now else "has begun"
            raise NavigatorError(f"{offering_id} {what}, so nothing can be changed about it any more.")
        yield session, offering
        session.flush()
        give_out(session, offering, now)


def _set(
    session: Session, offering: Offering, values: dict[str, Any], now: datetime, *, who: str, why: str
) -> dict[str, list[Any]]:
    """Sets columns by hand, adds the row that says so, and gives old and new of what really changed."""
    changed = {name: [getattr(offering, name), new] for name, new in values.items() if getattr(offering, name) != new}
    if not changed:
        return {}
    for name, (_, new) in changed.items():
        setattr(offering, name, new)
    offering.by_hand = sorted({*offering.by_hand, *changed})
    session.add(offering)
    told = {name: [plain(old), plain(new)] for name, (old, new) in changed.items()}
    note(session, offering, offering.state, offering.state, now, who=who, why=why, changed=told)
    return told


def _wall(moment: datetime) -> str:
    """As a coordinator types it: the time on the wall in the Netherlands."""
    return f"{to_local(moment):%Y-%m-%d %H:%M}"
