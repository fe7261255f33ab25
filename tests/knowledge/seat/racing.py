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
from knowledge.database import open_database
from knowledge.errors import NavigatorError, Refusal
from knowledge.people import forget, give_consent
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.looking import seats_of
from tests.knowledge.seat.no_locks import Look, take_out_the_locks
from tests.knowledge.seat.seats import add_offering

PATIENCE = 120
"""Seconds in which all must be there and be ready; far more than is needed."""


@dataclass(frozen=True)
class Deed:
    """What one process does; ``skew`` is how far its clock is ahead, in milliseconds."""

    what: Literal["enrol", "leave", "forget", "consent"]
    learner: str
    offering: str = "cobots"
    skew: int = 0


@dataclass(frozen=True)
class Told:
    """What came of a deed: the answer, a refusal by its kind, or an error that reached the person."""

    deed: Deed
    answer: str | int | None
    error: str | None = None


def race(engine: Engine, deeds: Sequence[Deed], *, look: Look | None = None) -> list[Told]:
    """Does all deeds at once, a process each; gives what each was told, in the order of the deeds.

    With ``look`` the locks are taken out, and nobody goes on before all have had that look.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "psycopg", "sqlalchemy.dialects.postgresql.psycopg"])
    add_offering(engine, utc_now(), "warm")
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
    with warming, suppress(Refusal):
        enrol(engine, deed.learner, ["warm", "over"], utc_now())  # all or nothing: this is nothing
    if look:
        take_out_the_locks(look, lambda: looked.wait(PATIENCE))
    ready.wait(PATIENCE)
    try:
        told.put(Told(deed, _do(engine, deed)))
    except NavigatorError as refusal:
        told.put(Told(deed, type(refusal).__name__))
    except Exception as error:
        told.put(Told(deed, None, f"{type(error).__name__}: {error}"))
    engine.dispose()


def _do(engine: Engine, deed: Deed) -> str | int | None:
    """The deed; somebody who enrols is told their place in the line, or None with a seat."""
    now = utc_now() + timedelta(milliseconds=deed.skew)
    if deed.what == "enrol":
        enrol(engine, deed.learner, [deed.offering], now)
        return _place(engine, deed, now)
    if deed.what == "leave":
        return leave(engine, deed.learner, deed.offering, now).state.value
    talk = f"talk-{deed.learner}"
    return forget(engine, talk, now) if deed.what == "forget" else give_consent(engine, talk, now)


def _place(engine: Engine, deed: Deed, now: datetime) -> int | None:
    places = {one.offering.id: one.position for one in seats_of(engine, deed.learner, now)}
    return places.get(deed.offering)
