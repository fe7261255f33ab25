"""What must hold afterwards: each check has a figure, and the faults that it found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.audit import audit
from knowledge.database import reading
from tests.torture import posting, truth
from tests.torture.deeds import REMINDED, Expected
from tests.torture.house import Outage
from tests.torture.line import Talked
from tests.torture.mailbox import Mail


@dataclass(frozen=True)
class Check:
    """One promise: what was counted, and every place where it does not hold."""

    letter: str
    promise: str
    figure: str
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ran:
    """All that is known of a run that is over."""

    engine: Engine
    talked: Sequence[Talked]
    mails: Sequence[Mail]
    expected: Collection[Expected]
    outages: Sequence[Outage]


def check_all(ran: Ran, now: datetime) -> list[Check]:
    """Every check, whether it holds or not."""
    with reading(ran.engine) as session:
        return [*_of_talks(session, ran), *_of_messages(session, ran), _audited(ran, now), *_of_answers(ran)]


def _of_talks(session: Session, ran: Ran) -> Iterator[Check]:
    told = [one for talked in ran.talked for one in talked.told]
    untrue = truth.untrue(session, ran.talked)
    yield Check("a", "what people were told of their seats is in the database", f"{len(told)} times told", untrue)
    yield Check("a", "nobody has two enrolments", f"{len(ran.talked)} talks", truth.enrolled_twice(session))
    learners, faults = truth.learners(session, ran.talked)
    yield Check("a", "every talk that has a learner has one, its own", f"{learners} learners", faults)


def _of_messages(session: Session, ran: Ran) -> Iterator[Check]:
    reminders = {one for one in ran.expected if one[1].startswith(REMINDED)}
    others = set(ran.expected) - reminders
    told = posting.Posting(session, ran.mails)
    kills = sum("bot" in outage.parts for outage in ran.outages)
    yield Check("b", "every reminder arrived", f"{len(reminders)} reminders", told.missing(reminders))
    yield Check("b", "every other message that had to arrive did", f"{len(others)} messages", told.missing(others))
    yield Check("b", "what an offering's people must know of its decision arrived", *told.decisions())
    yield Check("b", "who was invited and has no seat any more heard that too", *told.taken_back(session))
    yield Check("b", "what is signed off as mailed is with the mail server", *told.signed_off())
    yield Check("b", "nothing is left to be sent, and nothing was given up", *told.left())
    yield Check("c", "what came twice was the last mail before a kill", *told.doubled(kills))
    yield Check("c", "what came twice has the same Message-ID", *told.names())


def _audited(ran: Ran, now: datetime) -> Check:
    found = audit(ran.engine, now)
    faults = [f"{finding.promise}: {finding.where}" for finding in found]
    return Check("d", "`navigator audit` finds nothing", f"{len(found)} findings", faults)


def _of_answers(ran: Ran) -> Iterator[Check]:
    stuck = [f"{one.name}: " + " | ".join(one.transcript[-5:]) for one in ran.talked if not one.over]
    yield Check("e", "no talk is stuck", f"{len(ran.talked) - len(stuck)} of {len(ran.talked)} ended", stuck)
    twice = sum(one.twice for one in ran.talked)
    different = [fault for one in ran.talked for fault in one.different]
    yield Check("f", "the same message again gets the same answer", f"{twice} messages delivered twice", different)
