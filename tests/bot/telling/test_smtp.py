"""Mails over a real mail server on loopback: one that takes them, refuses, asks to wait, hangs up, or says nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from bot.telling.by_mail import email_way
from bot.telling.email import build
from bot.telling.smtp import Smtp, _line_to
from bot.telling.ways import NoSuchAddress, NotNow, Refused
from knowledge.mail_server import MailServer
from knowledge.settings import Settings
from tests.bot.telling.letters import a_letter

pytestmark = pytest.mark.anyio

SENDER = "navigator@academie.example.org"


class Handler:
    """What the server answers, and what it took. ``says`` has an answer by command; a function of the session too."""

    def __init__(self, **says: str) -> None:
        self.says = says
        self.taken: list[Envelope] = []
        self.sessions: set[int] = set()
        self.hangs_up = False

    def _answer(self, server: SMTP, command: str) -> str:
        if self.hangs_up:
            server.transport.close()
        return self.says.get(command, "250 OK")

    async def handle_MAIL(  # noqa: N802  # the library calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self._answer(server, "mail")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self._answer(server, "rcpt")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self._answer(server, "data")
        if answer.startswith("250"):
            self.taken.append(envelope)
            self.sessions.add(id(session))
        return answer


@asynccontextmanager
async def serving(handler: Handler, **options: Any) -> AsyncIterator[int]:
    """A mail server on loopback, while it is needed; gives its port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, loop=loop, hostname="mail.test", **options), "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def mail(now: datetime, **fields: Any) -> EmailMessage:
    return build(a_letter(**fields), [], SENDER, "https://navigator.example.org", now)


def smtp(port: int, **fields: Any) -> Smtp:
    return Smtp(MailServer("127.0.0.1", port, tls=False, **fields), patience=2)


async def test_a_mail_arrives_as_it_was_sent_and_the_line_is_used_again(now: datetime) -> None:
    handler = Handler()
    async with serving(handler) as port:
        way = smtp(port)
        for name in ("Zoë", "Bob"):
            await way.deliver(mail(now, name=name))
        await way.close()
    first, _ = handler.taken
    assert (first.mail_from, first.rcpt_tos) == (SENDER, ["ann@bedrijf.example"])
    assert b"Message-ID: <notice-7.0123456789abcdef@academie.example.org>\r\n" in first.content
    assert len(handler.sessions) == 1


REFUSALS = [
    ({"rcpt": "550 5.1.1 No such user ann@bedrijf.example"}, NoSuchAddress),
    ({"rcpt": "553 That is no mailbox"}, NoSuchAddress),
    ({"rcpt": "550 5.7.1 Relaying denied"}, Refused),
    ({"data": "554 5.6.0 I do not like this mail"}, Refused),
    ({"rcpt": "451 4.7.1 Greylisted, come back later"}, NotNow),
    ({"rcpt": "452 4.2.2 Mailbox full"}, NotNow),
    ({"data": "451 Try again"}, NotNow),
    ({"mail": "550 5.7.1 We know no such sender"}, NotNow),
    ({"mail": "421 Too busy"}, NotNow),
]


@pytest.mark.parametrize(("says", "error"), REFUSALS)
async def test_what_the_server_says_is_for_good_or_for_now_and_names_no_address(
    now: datetime, says: dict[str, str], error: type[Exception]
) -> None:
    handler = Handler(**says)
    async with serving(handler) as port:
        way = smtp(port)
        with pytest.raises((Refused, NotNow)) as caught:
            await way.deliver(mail(now))
        handler.says = {}
        await way.deliver(mail(now))
        await way.close()
    assert type(caught.value) is error
    assert "ann@" not in str(caught.value)
    assert len(handler.taken) == 1


async def test_a_server_that_hangs_up_is_not_now_and_the_next_mail_gets_a_new_line(now: datetime) -> None:
    handler = Handler()
    handler.hangs_up = True
    async with serving(handler) as port:
        way = smtp(port)
        with pytest.raises(NotNow):
            await way.deliver(mail(now))
        handler.hangs_up = False
        await way.deliver(mail(now))
        await way.close()
    assert len(handler.taken) == 1


async def test_a_line_that_died_between_two_mails_is_made_anew(now: datetime) -> None:
    handler = Handler()
    async with serving(handler) as port:
        way = smtp(port)
        await way.deliver(mail(now))
        assert way._line
        assert way._line.transport
        way._line.transport.close()
        await way.deliver(mail(now))
        await way.close()
    assert len(handler.sessions) == 2


async def test_no_server_is_not_now(now: datetime) -> None:
    async with serving(Handler()) as port:
        pass
    with pytest.raises(NotNow, match=r"The mail server 127\.0\.0\.1 did not take it: SMTPConnectError"):
        await smtp(port).deliver(mail(now))


async def test_a_server_that_says_nothing_is_not_now(now: datetime) -> None:
    lines: list[asyncio.StreamWriter] = []
    silent = await asyncio.start_server(lambda _, line: lines.append(line), "127.0.0.1", 0)
    async with silent:
        port = silent.sockets[0].getsockname()[1]
        with pytest.raises(NotNow):
            await Smtp(MailServer("127.0.0.1", port, tls=False), patience=0.1).deliver(mail(now))
        for line in lines:
            line.close()
            await line.wait_closed()


def checks(password: str) -> Callable[..., AuthResult]:
    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password == password.encode(), handled=False)

    return check


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS", "ignore:Session.login_data")
@pytest.mark.parametrize(("password", "taken"), [("geheim", 1), ("mis", 0)])
async def test_the_server_is_told_who_we_are_and_a_wrong_password_is_for_the_operator(
    now: datetime, password: str, taken: int
) -> None:
    handler = Handler()
    options = {"authenticator": checks("geheim"), "auth_require_tls": False, "auth_required": True}
    async with serving(handler, **options) as port:
        way = smtp(port, user="navigator", password=password)
        if taken:
            await way.deliver(mail(now))
        else:
            with pytest.raises(NotNow, match="SMTPAuthenticationError 535") as caught:
                await way.deliver(mail(now))
            assert password not in str(caught.value)
        await way.close()
    assert len(handler.taken) == taken


async def test_several_at_once_go_one_by_one(now: datetime) -> None:
    handler = Handler()
    async with serving(handler) as port:
        way = email_way(Settings(_env_file=None, mail=f"smtp://127.0.0.1:{port}"))
        await asyncio.gather(*(way.send(a_letter(), [], now) for _ in range(5)))
        await way.close()
    assert (len(handler.taken), len(handler.sessions)) == (5, 1)


async def test_a_password_stays_off_an_open_line() -> None:
    def starts_tls(host: str, **fields: Any) -> object:
        return _line_to(MailServer(host, 587, **fields), 1)._start_tls_on_connect

    assert starts_tls("mail.example.org", tls=False, user="me", password="geheim") is True  # noqa: S106
    assert starts_tls("mail.example.org", tls=False) is None
    assert starts_tls("127.0.0.1", tls=False, user="me", password="geheim") is None  # noqa: S106
    assert starts_tls("mail.example.org", tls=True, user="me", password="geheim") is False  # noqa: S106
