"""The mail server that mails go through, as a setting names it: ``smtp://user:password@host:587`` or ``smtps://…``."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 587, "smtps": 465}
"""The port of each scheme when none is named: STARTTLS, and TLS from the first byte."""


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed in. ``tls`` is true when the line is secret from its first byte."""

    host: str
    port: int
    tls: bool
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def read_mail_server(url: str) -> MailServer:
    """The server that an address names; signs such as ``/`` or ``#`` in a password are written as ``%2F``, ``%23``.

    Raises:
        ValueError: with what is wrong, and never the address, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("must be an address such as smtp://user:password@host:587") from None
    if parts.scheme not in PORTS:
        raise ValueError("must begin with smtp:// or smtps://, or be empty to keep mails in a folder")
    if not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("must be an address such as smtp://user:password@host:587, and nothing after it")
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    return MailServer(host, port or PORTS[parts.scheme], parts.scheme == "smtps", user, password)
