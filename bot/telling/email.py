"""The way by e-mail: a letter as a mail of text and HTML, with what a calendar takes in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Protocol

from bot.answers import ShownButton
from bot.telling.letter import Letter
from bot.telling.mail_text import NAME, html, text
from bot.telling.ways import NoSuchAddress
from knowledge.clock import as_utc
from knowledge.telling.wishes import Way


class Transport(Protocol):
    """What takes a finished mail further."""

    async def deliver(self, mail: EmailMessage) -> None:
        """Hands a mail over. Raises Refused or NotNow."""

    async def close(self) -> None:
        """Lets go of what is still open."""


class Email:
    """The way out by e-mail; ``sender`` is the address it comes from, ``url`` where people reach the website."""

    name = Way.EMAIL

    def __init__(self, transport: Transport, sender: str, url: str) -> None:
        self._transport = transport
        self._sender = sender
        self._url = url

    def reaches(self, letter: Letter) -> bool:
        """Whether there is an address."""
        return bool(letter.address)

    async def send(self, letter: Letter, buttons: Sequence[ShownButton], now: datetime) -> None:
        """Sends it. Raises Refused or NotNow."""
        links = [(button.title, f"{self._url}/knop/{button.token}") for button in buttons]
        await self._transport.deliver(build(letter, links, self._sender, self._url, now))

    async def close(self) -> None:
        """Hangs up."""
        await self._transport.close()


def build(letter: Letter, links: Sequence[tuple[str, str]], sender: str, url: str, now: datetime) -> EmailMessage:
    """The mail, with the same Message-ID for the same letter; each link is a title and an address.

    Raises:
        NoSuchAddress: for an address that no mail can be sent to.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(NAME, addr_spec=sender)
    mail["To"] = recipient(letter.name, letter.address)
    mail["Subject"] = _one_line(letter.subject)
    mail["Date"] = format_datetime(as_utc(now))
    mail["Message-ID"] = letter.message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"  # what Exchange reads in its place
    mail["Content-Language"] = "nl"
    mail.set_content(text(letter, links, url), cte="quoted-printable")
    mail.add_alternative(html(letter, links, url), subtype="html", cte="quoted-printable")
    _enclose(mail, letter)
    return mail


def _enclose(mail: EmailMessage, letter: Letter) -> None:
    """The invitation twice: where a mail reader shows it with buttons, and as a file for all others."""
    if letter.invitation is None:
        return
    params = {"method": letter.method or "REQUEST"}
    mail.add_alternative(letter.invitation.decode(), subtype="calendar", cte="base64", params=params)
    mail.add_attachment(letter.invitation, maintype="application", subtype="ics", filename="station.ics")


def recipient(name: str | None, address: str | None) -> Address:
    """Whom a mail is for. Raises NoSuchAddress for an address that no mail can be sent to."""
    local, _, domain = (address or "").rpartition("@")
    try:
        local.encode("ascii")
        return Address(_one_line(name or ""), addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (MessageError, ValueError, IndexError, AttributeError):
        raise NoSuchAddress("No mail can be sent to an address like this; ask the person for another.") from None


def _one_line(said: str) -> str:
    """Without anything that could end a header."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
