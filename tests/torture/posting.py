"""Whether every message arrived that had to, and none twice but for a kill in the instant before it was signed off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.tables import Enrolment, Learner, Notice
from knowledge.telling.wishes import Way
from knowledge.vocabulary import EnrolmentState, NoticeKind, NoticeState
from tests.torture.deeds import Expected
from tests.torture.mailbox import Mail
from tests.torture.person import DOMAIN

ENDS = (NoticeKind.SEAT_LEFT, NoticeKind.NO_GO, NoticeKind.WITHDRAWN)
OF_A_DECISION = (NoticeKind.GO, NoticeKind.NO_GO, NoticeKind.WITHDRAWN)
Figured = tuple[str, list[str]]
"""What was counted in words, and the faults."""


class Posting:
    """What the database says was told, beside what the mail server took."""

    def __init__(self, session: Session, mails: Sequence[Mail]) -> None:
        rows = session.execute(
            select(Notice, col(Learner.email)).join(Learner, col(Learner.id) == col(Notice.learner_id))
        )
        self._notices: dict[int, Notice] = {}
        self._whose: dict[int, str] = {}
        for notice, email in rows:
            self._notices[notice.id] = notice
            self._whose[notice.id] = str(email).partition("@")[0]
        self._mails = mails
        self._arrived = {mail.notice for mail in mails}

    def missing(self, expected: Collection[Expected]) -> list[str]:
        """The messages of these that did not arrive at whom they are for."""
        arrived = {(self._notices[mail.notice].kind, mail.name) for mail in self._mails if mail.notice in self._notices}
        return [f"{kind} for {name}: {self._state(kind, name)}" for kind, name in sorted(set(expected) - arrived)]

    def decisions(self) -> Figured:
        """Every message of a decision arrived, unless it was no longer true."""
        about = [notice for notice in self._notices.values() if notice.kind in OF_A_DECISION]
        untold = [n for n in about if n.state != NoticeState.DROPPED and n.id not in self._arrived]
        dropped = sum(notice.state == NoticeState.DROPPED for notice in about)
        return f"{len(about)} messages, {dropped} no longer true", [self._say(notice) for notice in untold]

    def taken_back(self, session: Session) -> Figured:
        """An invitation that came for a seat that is gone was followed by a mail that takes it out of the calendar."""
        gone = set(session.scalars(select(col(Enrolment.id)).where(col(Enrolment.state) == EnrolmentState.CANCELLED)))
        came = [
            notice for notice in self._notices.values() if notice.id in self._arrived and notice.enrolment_id in gone
        ]
        invited = [notice for notice in came if notice.kind == NoticeKind.SEAT_TAKEN]
        told = {notice.enrolment_id for notice in came if notice.kind in ENDS}
        return f"{len(invited)} invited", [self._say(one) for one in invited if one.enrolment_id not in told]

    def signed_off(self) -> Figured:
        """What went by mail was taken."""
        mailed = [n for n in self._notices.values() if n.state == NoticeState.SENT and n.way == Way.EMAIL]
        return f"{len(mailed)} mailed", [self._say(notice) for notice in mailed if notice.id not in self._arrived]

    def left(self) -> Figured:
        """What is still due, or failed."""
        counted = {state: sum(n.state == state for n in self._notices.values()) for state in NoticeState}
        wrong = [n for n in self._notices.values() if n.state in (NoticeState.DUE, NoticeState.FAILED)]
        figure = ", ".join(f"{count} {state}" for state, count in counted.items())
        return figure, [self._say(notice) for notice in wrong]

    def doubled(self, kills: int) -> Figured:
        """A copy that a kill explains is the last mail of its connection; there is one at most for each kill."""
        copies = [mail for mails in self._more_than_signed_off().values() for mail in mails]
        faults = [
            f"{mail.message_id} at {mail.at:%H:%M:%S}: other mails followed over the same connection"
            for mail in copies
            if mail != self._last_of(mail.line)
        ]
        if len(copies) > kills:
            faults.append(f"{len(copies)} copies, and only {kills} kills of the bot")
        return f"{len(copies)} of {len(self._mails)} mails came once more, with {kills} kills", faults

    def names(self) -> Figured:
        """Every mail of one message has the same Message-ID, and two messages to somebody don't read the same."""
        names: dict[object, set[str]] = defaultdict(set)
        for mail in self._mails:
            names[mail.notice].add(mail.message_id)
            names[mail.to, mail.subject].add(mail.message_id)
        faults = [f"{what}: {sorted(ids)}" for what, ids in names.items() if len(ids) > 1]
        faults += [
            f"{mail.message_id} is no message of ours" for mail in self._mails if mail.notice not in self._notices
        ]
        return f"{len(self._arrived)} messages by mail", faults

    def _more_than_signed_off(self) -> dict[int, list[Mail]]:
        """The copies beyond the one that was signed off; of what never was, as it was no longer true, all."""
        found: dict[int, list[Mail]] = defaultdict(list)
        for mail in self._mails:
            found[mail.notice].append(mail)
        signed = {id for id, notice in self._notices.items() if notice.state == NoticeState.SENT}
        return {id: mails[:-1] if id in signed else mails for id, mails in found.items()}

    def _last_of(self, line: int) -> Mail:
        return [mail for mail in self._mails if mail.line == line][-1]

    def _state(self, kind: NoticeKind, name: str) -> str:
        found = [self._say(n) for id, n in self._notices.items() if n.kind == kind and self._whose[id] == name]
        return ", ".join(found) or "never written"

    def _say(self, notice: Notice) -> str:
        why = f" ({notice.why})" if notice.why else ""
        whose = f"{notice.kind} for {self._whose[notice.id or 0]}@{DOMAIN}"
        return f"notice {notice.id}, {whose}: {notice.state}{why}, tried {notice.attempts} times"
