"""Hands mails to a mail server, over one connection that is kept for the next."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from email.headerregistry import AddressHeader
from email.message import EmailMessage

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from bot.telling.ways import NoSuchAddress, NotNow, Refused
from knowledge.mail_server import MailServer
from knowledge.settings import LOOPBACK

PATIENCE = 15.0
"""Seconds for one step of the talk with the server."""

LONGEST = 60.0
"""Seconds for a whole mail, also with a server that keeps talking."""

_POLICY = re.compile(r"\b5\.7\.\d")
"""The enhanced code of who may send what; it says nothing of the address (RFC 3463)."""


class Smtp:
    """A mail server. Mails go one by one; a connection that has died meanwhile is made anew."""

    def __init__(self, server: MailServer, patience: float = PATIENCE) -> None:
        self._server = server
        self._patience = patience
        self._line: SMTP | None = None
        self._turn = asyncio.Lock()

    async def deliver(self, mail: EmailMessage) -> None:
        """Hands over a mail.

        Raises:
            NoSuchAddress: the server knows no such address.
            Refused: the server will never take this mail.
            NotNow: no connection, no time, or something that the server or its settings may put right.
        """
        async with self._turn:
            try:
                async with asyncio.timeout(LONGEST):
                    line = await self._connected()
                    await line.send_message(mail, sender=_address(mail["From"]), recipients=_address(mail["To"]))
            except (SMTPRecipientsRefused, SMTPDataError) as error:
                raise _answered(error) from None
            except (SMTPException, TimeoutError, OSError, ValueError) as error:
                self._drop()
                raise NotNow(f"The mail server {self._server.host} did not take it: {_reason(error)}.") from None
            except BaseException:  # stopped half way: what the line would say next is anybody's guess
                self._drop()
                raise

    async def close(self) -> None:
        """Says goodbye, if there is somebody to say it to."""
        async with self._turn:
            if self._line is not None and self._line.is_connected:
                with suppress(SMTPException, TimeoutError, OSError):
                    await self._line.quit()
            self._drop()

    async def _connected(self) -> SMTP:
        if self._line is not None and await _is_alive(self._line):
            return self._line
        self._drop()
        self._line = _line_to(self._server, self._patience)
        await self._line.connect()
        return self._line

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


def _line_to(server: MailServer, patience: float) -> SMTP:
    """Not connected yet. A password goes over a secret line only, unless it stays on this machine."""
    secret = server.password is not None and server.host not in LOOPBACK
    return SMTP(
        hostname=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.tls,
        start_tls=False if server.tls else (True if secret else None),
        timeout=patience,
    )


async def _is_alive(line: SMTP) -> bool:
    try:
        await line.noop()
    except (SMTPException, TimeoutError, OSError):
        return False
    return True


def _answered(error: SMTPRecipientsRefused | SMTPDataError) -> Refused | NotNow:
    """What the server said of this one mail: 5xx is for good, all else for now."""
    about_address = isinstance(error, SMTPRecipientsRefused)
    answer: SMTPResponseException = error.recipients[0] if isinstance(error, SMTPRecipientsRefused) else error
    if not 500 <= answer.code <= 599:
        return NotNow(f"The mail server asks to try later: {answer.code}.")
    if about_address and not _POLICY.search(answer.message):
        return NoSuchAddress(f"The mail server refuses the address: {answer.code}.")
    return Refused(f"The mail server refuses the mail: {answer.code}.")


def _address(header: AddressHeader) -> str:
    return str(header.addresses[0].addr_spec)


def _reason(error: Exception) -> str:
    """What went wrong, without what the server said: that can name somebody's address."""
    code = f" {error.code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"
