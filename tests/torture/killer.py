"""Kills the parts at the moments that were drawn, and starts them again at once."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from sqlalchemy import Engine, func, select
from sqlmodel import col

from knowledge.clock import utc_now
from knowledge.database import reading
from knowledge.tables import Notice
from knowledge.vocabulary import NoticeState
from tests.torture.house import House
from tests.torture.mailbox import Mailbox
from tests.torture.pace import Pace
from tests.torture.plan import Moment

NO_MAIL = 2.0
"""Seconds after which nobody waits for a mail any longer."""


def kill_all(house: House, pace: Pace, mailbox: Mailbox, engine: Engine, moments: Sequence[Moment]) -> None:
    """Every kill at its moment; when the run is done before the last of them, the rest follow each other."""
    for moment in moments:
        if not pace.wait(moment.point):
            return
        if moment.at_a_mail:
            mailbox.wait_for_another(NO_MAIL)
        Event().wait(moment.delay)
        outage = house.kill(moment.parts)
        outage.claimed = _claimed(engine)
        house.bring_back(outage)


def _claimed(engine: Engine) -> int:
    """How many messages the dead had taken and not signed off."""
    under_way = (col(Notice.state) == NoticeState.DUE) & (col(Notice.claimed_until) > utc_now())
    with reading(engine) as session:
        return session.scalar(select(func.count()).where(under_way)) or 0
