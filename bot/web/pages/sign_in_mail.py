"""The mail with a link that signs somebody in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.telling.email import recipient
from bot.telling.mail_text import NAME, dressed
from knowledge.clock import as_utc, say_day
from knowledge.settings import Settings
from knowledge.signing_in import NewLink, digest

SUBJECT = "Inloggen bij je stations"
PARAGRAPHS = (
    "Je vroeg om een link waarmee je je eigen stations ziet. Klik erop en druk op de knop; dan ben je ingelogd.",
    "De link werkt één keer, en een kwartier lang. Heb je er niet om gevraagd? Dan hoef je niets te doen.",
)
SEVERAL = "Op dit adres staan meer inschrijvingen, elk uit een ander gesprek. Kies welke je wilt zien."
FOOT = "Je krijgt deze mail omdat iemand op de website dit adres invulde."
BUTTON = "Naar mijn stations"


def sign_in_mail(links: Sequence[NewLink], settings: Settings, now: datetime) -> EmailMessage:
    """The mail with these links, one for each person of one address.

    Raises:
        NoSuchAddress: for an address that no mail can be sent to.
    """
    first, url = links[0], settings.people_url
    titled = [(_title(one, len(links)), f"{url}/aanmelden/{one.secret}") for one in links]
    paragraphs = [PARAGRAPHS[0], *([SEVERAL] if len(links) > 1 else []), PARAGRAPHS[1]]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(NAME, addr_spec=settings.mail_from)
    mail["To"] = recipient(first.name, first.address)
    mail["Subject"] = SUBJECT
    mail["Date"] = format_datetime(as_utc(now))
    mail["Message-ID"] = f"<aanmelden-{digest(first.secret)[:24]}@{settings.mail_host}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Content-Language"] = "nl"
    mail.set_content(_text(first.name, paragraphs, titled, url), cte="quoted-printable")
    html = dressed(subject=SUBJECT, name=first.name, paragraphs=paragraphs, links=titled, foot=FOOT, url=url)
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return mail


def _title(link: NewLink, count: int) -> str:
    if count == 1:
        return BUTTON
    seats = "1 inschrijving" if link.enrolments == 1 else f"{link.enrolments} inschrijvingen"
    return f"{seats}, sinds {say_day(link.known_since)}"


def _text(name: str | None, paragraphs: Sequence[str], links: Sequence[tuple[str, str]], url: str) -> str:
    parts = [
        f"Hoi {name}," if name else "",
        *paragraphs,
        "\n".join(f"{title}:\n{link}" for title, link in links),
        f"-- \n{NAME}\n{FOOT}\n{url}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
