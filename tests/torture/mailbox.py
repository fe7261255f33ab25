"""A real mail server that keeps every mail: its name, for whom, and over which connection it came."""

from __future__ import annotations

import asyncio
import email
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.policy import default
from itertools import count
from random import Random
from threading import Condition

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from knowledge.clock import utc_now
from tests.chain.running import free_ports

SLOWEST = 0.06
"""Seconds that it takes at most before it says yes: a mail server is rarely next door."""

_NOTICE = re.compile(r"<notice-(\d+)\.")


@dataclass(frozen=True)
class Mail:
    """A mail that was taken. ``line`` numbers the connections: a bot that died has made its last mail of one."""

    message_id: str
    to: str
    subject: str
    at: datetime
    line: int

    @property
    def notice(self) -> int:
        """The id of the notice that it tells; 0 when its name is not one of ours."""
        found = _NOTICE.match(self.message_id)
        return int(found.group(1)) if found else 0

    @property
    def name(self) -> str:
        """Whose it is: the address up to its @."""
        return self.to.partition("@")[0]


class Mailbox:
    """What the server does with each mail. Wherever the sender is by then, a mail in ``mails`` has our yes."""

    def __init__(self, seed: int) -> None:
        self.mails: list[Mail] = []
        self._draw = Random(seed)
        self._lines = count(1)
        self._news = Condition()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keeps the mail, and says yes."""
        await asyncio.sleep(self._draw.uniform(0, SLOWEST))
        head = email.message_from_bytes(envelope.content, policy=default)
        mail = Mail(
            str(head["Message-ID"]), envelope.rcpt_tos[0], str(head["Subject"]), utc_now(), self._line_of(session)
        )
        with self._news:
            self.mails.append(mail)
            self._news.notify_all()
        return "250 taken"

    def wait_for_another(self, seconds: float) -> bool:
        """Waits until a mail is taken; False when none is in so many seconds."""
        with self._news:
            had = len(self.mails)
            return self._news.wait_for(lambda: len(self.mails) > had, seconds)

    def _line_of(self, session: Session) -> int:
        if not hasattr(session, "line"):
            session.line = next(self._lines)
        return int(session.line)


@contextmanager
def mail_server(seed: int) -> Iterator[tuple[Mailbox, int]]:
    """A mail server on loopback with its port, up until it is left."""
    mailbox = Mailbox(seed)
    (port,) = free_ports(1)
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mailbox, port
    finally:
        controller.stop()
