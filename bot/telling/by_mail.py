"""The way by e-mail as the settings want it: through a mail server, or into a folder."""

from __future__ import annotations

from bot.telling.email import Email, Transport
from bot.telling.folder import Folder
from bot.telling.smtp import Smtp
from knowledge.mail_server import read_mail_server
from knowledge.settings import Settings


def email_way(settings: Settings) -> Email:
    """A way out by e-mail; close it when done."""
    transport: Transport = Smtp(read_mail_server(settings.mail)) if settings.mail else Folder(settings.var / "mail")
    return Email(transport, settings.mail_from, settings.people_url)
