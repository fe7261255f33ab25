"""One run: the parts are started, people talk, messages fall due, and everything is killed; then it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TypeVar

from sqlalchemy import Engine, func, select
from sqlmodel import col

from bot.running.training import ensure_model
from knowledge.clock import utc_now
from knowledge.database import open_database, reading
from knowledge.seat.settling import due_offerings
from knowledge.tables import Notice
from knowledge.vocabulary import NoticeState
from tests.chain.running import ROOT
from tests.torture.building import house_of, settings_for
from tests.torture.checking import Check, Ran, check_all
from tests.torture.deeds import REMINDED, Stage
from tests.torture.house import House
from tests.torture.killer import kill_all
from tests.torture.line import Talked
from tests.torture.mailbox import Mailbox, mail_server
from tests.torture.pace import LOOK_EVERY, Pace
from tests.torture.people import talk_all
from tests.torture.person import draw_people
from tests.torture.plan import Plan, draw_moments
from tests.torture.scene import set_scene

AFTERWARDS = 60.0
"""Seconds, beside a few leases, in which all that is due must be sent once nothing is killed any more."""


Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome:
    """What happened, and what came of it; seconds."""

    ran: Ran
    checks: list[Check]
    started: float
    took: float
    settled: float


def run(plan: Plan, folder: Path) -> Outcome:
    """The whole run in a folder of its own. Raises NavigatorError or AssertionError when it cannot be run."""
    began = monotonic()
    with mail_server(plan.seed) as (mailbox, mail_port):
        settings = settings_for(folder, mail_port, plan.lease, plan.tick)
        engine = open_database(settings.database)
        try:
            scene = set_scene(engine, settings, plan, utc_now())
            model = ensure_model(ROOT, folder / "logs") if plan.talks else folder
            stage = Stage(engine, plan, scene)
            with house_of(settings, plan.parts, model) as house:
                started = monotonic()
                talked = _all_at_once(plan, house, mailbox, stage)
                ended = monotonic()
                _wait_until_all_is_sent(house, engine, 3 * plan.lease + AFTERWARDS)
                settled = monotonic() - ended
                house.look_who_fell()
            _keep(talked, folder / "talks.txt")
            ran = Ran(engine, talked, mailbox.mails, stage.expected, house.outages)
            checks = check_all(ran, utc_now())
            return Outcome(ran, checks, started - began, monotonic() - began, settled)
        finally:
            engine.dispose()


def _all_at_once(plan: Plan, house: House, mailbox: Mailbox, stage: Stage) -> list[Talked]:
    """People talk, messages fall due and parts are killed, until all three are done.

    The parts are started by this thread, which lives as long as they do: Linux ends them with the thread that did.
    """
    pace = Pace(plan, lambda: len({mail.name for mail in mailbox.mails if mail.name.startswith(REMINDED)}))
    people = draw_people(plan.talks, list(stage.scene.offerings), plan.seed)
    with ThreadPoolExecutor(2) as pool:
        talks = _begin(pool, pace, lambda: talk_all(house, pace, people, plan.at_once, plan.seed))
        deeds = _begin(pool, pace, lambda: stage.play(pace))
        try:
            kill_all(house, pace, mailbox, stage.engine, draw_moments(plan))
            deeds.result()
            return talks.result()
        except BaseException:  # Ctrl-C too
            pace.stop()
            raise


def _begin(pool: ThreadPoolExecutor, pace: Pace, work: Callable[[], Result]) -> Future[Result]:
    """What breaks one stops the others."""

    def guarded() -> Result:
        try:
            return work()
        except BaseException:
            pace.stop()
            raise

    return pool.submit(guarded)


def _wait_until_all_is_sent(house: House, engine: Engine, seconds: float) -> None:
    """Until nothing is due, or for so long; what is left then is a fault that the checks find."""
    ends = monotonic() + seconds
    while monotonic() < ends and (_due(engine) or due_offerings(engine, utc_now())):
        house.look_who_fell()
        Event().wait(LOOK_EVERY)


def _keep(talked: Sequence[Talked], file: Path) -> None:
    """What was said in every talk, for who wants to know how it went wrong."""
    lines = [line for one in talked for line in (f"--- {one.name}: {one.over or 'stuck'}", *one.transcript, "")]
    file.write_text("\n".join(lines), encoding="utf-8")


def _due(engine: Engine) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).where(col(Notice.state) == NoticeState.DUE)) or 0
