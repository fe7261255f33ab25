"""The way by e-mail as the settings want it: through a mail server, or into a folder."""

from __future__ import annotations

from bot.telling.email import Email, Transport
from bot.telling.folder import Folder
from bot.telling.smtp import Smtp
from knowledge.mail_server import read_mail_server
from knowledge.settings import Settings


def email_way(settings: Settings, transport: Transport | None = None) -> Email:
    """A way out by e-mail, through its own transport unless one is given; close it when done."""
    return Email(transport or transport_of(settings), settings.mail_from, settings.people_url)


def transport_of(settings: Settings) -> Transport:
    """What takes mails further, as the settings want it."""
    return Smtp(read_mail_server(settings.mail)) if settings.mail else Folder(settings.var / "mail")
