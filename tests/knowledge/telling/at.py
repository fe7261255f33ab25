"""Moments by the clock on the wall, and messages and wishes for the tests of telling."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine

from knowledge.clock import from_local, to_local
from knowledge.database import reading, writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import Learner, Notice
from knowledge.telling.outbox import claim, sent
from knowledge.telling.wishes import ReminderWishes, Way
from tests.knowledge.seat.seats import add_learners, add_offering


def at(text: str) -> datetime:
    """The moment of a time on the wall, such as ``2026-12-31 20:30``."""
    said = datetime.fromisoformat(text)
    return from_local(said.date(), said.time())


def wall(moment: datetime) -> str:
    """The reverse."""
    return f"{to_local(moment):%Y-%m-%d %H:%M}"


def station(engine: Engine, start: str, *learners: str, seated: str = "2026-01-05 12:00", id: str = "cobots") -> str:
    """A station of two hours at a time on the wall, on which these (new) learners have a seat since long."""
    begins, since = at(start), at(seated)
    add_offering(engine, since, id, starts_at=begins, ends_at=begins + timedelta(hours=2), maximum=20)
    add_learners(engine, since, *learners)
    for learner in learners:
        enrol(engine, learner, [id], since)
    return id


def wish(engine: Engine, learner: str, **wishes: object) -> None:
    """What somebody wants, in the way in which it is kept."""
    with writing(engine) as session:
        session.get_one(Learner, learner).wishes = ReminderWishes.model_validate(wishes).model_dump(mode="json")


def deliver(engine: Engine, now: datetime) -> list[tuple[str, str]]:
    """Sends all that is due, as the clock does; gives who got what."""
    got = []
    while claims := claim(engine, now, 10):
        for one in claims:
            assert sent(engine, one, Way.EMAIL, now)
            got.append((one.story.learner.id, one.story.notice.kind.value))
    return got


def the_notice(engine: Engine, id: int | None) -> Notice:
    """A message as it is now."""
    with reading(engine) as session:
        return session.get_one(Notice, id)
