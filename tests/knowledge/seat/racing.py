"""Many real processes that do something at the same moment, with the locks or with the locks taken out.

Each connects and warms up first, as a part that runs for days has, waits until all are there, and then
acts through a connection of its own.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.clock import utc_now
from knowledge.database import open_database, writing
from knowledge.errors import NavigatorError, Refusal
from knowledge.people import forget, give_consent
from knowledge.seat.enrolling import claim, enrol, enrol_in
from knowledge.seat.leaving import leave, leave_in
from knowledge.seat.locking import locked_offering
from knowledge.seat.looking import seats_of
from knowledge.seat.settling import settle_due
from knowledge.tables import Learner
from knowledge.telling import outbox
from tests.knowledge.seat.no_locks import Look, take_out_the_locks
from tests.knowledge.seat.seats import add_offering

PATIENCE = 120
"""Seconds in which all must be there and be ready; far more than is needed."""


Answer = str | int | None | list[int]


@dataclass(frozen=True)
class Deed:
    """What one process does; ``skew`` is how far its clock is ahead, in milliseconds."""

    what: Literal["enrol", "claim", "leave", "forget", "consent", "settle", "take messages"]
    learner: str
    offering: str = "cobots"
    skew: int = 0


@dataclass(frozen=True)
class Told:
    """What came of a deed: the answer, a refusal by its response, or an error that reached the person."""

    deed: Deed
    answer: Answer
    error: str | None = None


def race(engine: Engine, deeds: Sequence[Deed], *, look: Look | None = None) -> list[Told]:
    """Does all deeds at once, a process each; gives what each was told, in the order of the deeds.

    With ``look`` the locks are taken out, and nobody goes on before all have had that look.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "psycopg", "sqlalchemy.dialects.postgresql.psycopg"])
    add_offering(engine, utc_now(), "warm", maximum=1)
    add_offering(engine, utc_now(), "over", days=-1)
    shared = (context.Lock(), context.Barrier(len(deeds)), context.Barrier(len(deeds)), context.SimpleQueue())
    url = engine.url.render_as_string(hide_password=False)
    runs = [context.Process(target=_run, args=(url, deed, look, *shared)) for deed in deeds]
    try:
        for run in runs:
            run.start()
        for run in runs:
            run.join(PATIENCE)
        assert [run.exitcode for run in runs] == [0] * len(deeds)
    finally:
        for run in runs:
            run.kill()
    answers: list[Told] = [shared[-1].get() for _ in deeds]
    return sorted(answers, key=lambda one: deeds.index(one.deed))


def broken(engine: Engine, told: Sequence[Told]) -> set[str]:
    """The promises that do not hold after a race, and the kinds of error that reached people."""
    errors = {one.error.split(":")[0] for one in told if one.error}
    return errors | {finding.promise for finding in audit(engine, utc_now())}


def _run(url: str, deed: Deed, look: Look | None, warming: Any, ready: Any, looked: Any, told: Any) -> None:
    engine = open_database(url)
    with warming:
        _warm_up(engine, deed)
    if look:
        take_out_the_locks(look, lambda: looked.wait(PATIENCE))
    ready.wait(PATIENCE)
    try:
        told.put(Told(deed, _do(engine, deed)))
    except Refusal as refusal:
        told.put(Told(deed, refusal.response))
    except NavigatorError as error:
        told.put(Told(deed, type(error).__name__))
    except Exception as error:
        told.put(Told(deed, None, f"{type(error).__name__}: {error}"))
    engine.dispose()


def _warm_up(engine: Engine, deed: Deed) -> None:
    """Enrols, offers a seat and refuses, of which nothing is kept."""
    now = utc_now()
    with suppress(Refusal), writing(engine) as session:
        session.add(Learner(id=f"warm-{deed.learner}", created_at=now))
        session.flush()
        warm = locked_offering(session, "warm")
        first = enrol_in(session, deed.learner, warm, now, None, "warm")
        enrol_in(session, f"warm-{deed.learner}", warm, now, None, "warm")
        leave_in(session, first, warm, now, "warm")
        enrol_in(session, deed.learner, locked_offering(session, "over"), now, None, "warm")


def _do(engine: Engine, deed: Deed) -> Answer:
    """The deed; somebody who enrols is told their place in the line, or None with a seat; messages by their ids."""
    now = utc_now() + timedelta(milliseconds=deed.skew)
    if deed.what == "enrol":
        enrol(engine, deed.learner, [deed.offering], now)
        return _place(engine, deed, now)
    if deed.what == "claim":
        return claim(engine, deed.learner, deed.offering, now).state.value
    if deed.what == "settle":
        return settle_due(engine, now)
    if deed.what == "take messages":
        return [one.story.notice.id or 0 for one in outbox.claim(engine, now, 10)]
    if deed.what == "leave":
        return leave(engine, deed.learner, deed.offering, now).state.value
    talk = f"talk-{deed.learner}"
    return forget(engine, talk, now) if deed.what == "forget" else give_consent(engine, talk, now)


def _place(engine: Engine, deed: Deed, now: datetime) -> int | None:
    places = {one.offering.id: one.position for one in seats_of(engine, deed.learner, now)}
    return places.get(deed.offering)
