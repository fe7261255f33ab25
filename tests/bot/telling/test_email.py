"""A letter as a mail: what a mail reader finds in it, and that nothing in it can become something else."""

from __future__ import annotations

import email
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.answers import ShownButton
from bot.telling.email import Email, build
from bot.telling.letter import Letter
from bot.telling.ways import NoSuchAddress
from bot.telling.wording import letter
from knowledge.catalogue.snapshot import Catalogue
from knowledge.settings import Settings
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.bot.telling.letters import a_letter, a_story

SENDER = "navigator@academie.example.org"
URL = "https://navigator.example.org"
LINKS = [("Ja, ik neem de plek", f"{URL}/knop/abc"), ("Nee, laat maar", f"{URL}/knop/def")]


class Page(HTMLParser):
    """The elements of a page and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read_back(mail: EmailMessage) -> EmailMessage:
    """The mail as it is after the wire."""
    back = email.message_from_bytes(mail.as_bytes(), policy=default)
    assert isinstance(back, EmailMessage)
    assert [part.defects for part in back.walk()] == [[] for _ in back.walk()]
    return back


def sent(now: datetime, made: Letter, links: list[tuple[str, str]] | None = None) -> EmailMessage:
    return read_back(build(made, LINKS if links is None else links, SENDER, URL, now))


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))  # type: ignore[arg-type]
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.fixture
def taken(catalogue: Catalogue, now: datetime) -> Letter:
    """A letter with an invitation and a card."""
    settings = Settings(_env_file=None, public_url=URL)
    return letter(a_story(NoticeKind.SEAT_TAKEN, EnrolmentState.ENROLLED), catalogue, settings, now)


def test_the_headers_say_who_to_whom_and_that_a_machine_wrote_it(now: datetime) -> None:
    mail = sent(now, a_letter(name="Zoë Müller-Çelik"))
    assert {name: str(mail[name]) for name in ("From", "To", "Subject", "Message-ID", "Auto-Submitted")} == {
        "From": "Smart Makers Navigator <navigator@academie.example.org>",
        "To": "Zoë Müller-Çelik <ann@bedrijf.example>",
        "Subject": "Er is een plek vrij",
        "Message-ID": "<notice-7.0123456789abcdef@academie.example.org>",
        "Auto-Submitted": "auto-generated",
    }
    assert mail["Date"].datetime == now


def test_the_text_and_the_page_say_the_same(now: datetime, taken: Letter) -> None:
    mail = sent(now, taken)
    text, page = body(mail, "plain"), Page(body(mail, "html"))
    for said in (
        *taken.paragraphs,
        "Hoi Ann de Vries,",
        "Voorbeeldacademie Regio Zwolle",
        "€ 75 (betaalt: je werkgever)",
    ):
        assert said in text
        assert said in page.text
    for title, link in LINKS:
        assert f"{title}:\n{link}\n" in text
        assert ("a", link) in [(tag, attrs.get("href")) for tag, attrs in page.elements]
        assert title in page.text


def test_the_page_needs_nothing_from_elsewhere_and_can_be_read_aloud(now: datetime, taken: Letter) -> None:
    html = body(sent(now, taken), "html")
    page = Page(html)
    assert [tag for tag, _ in page.elements if tag in ("img", "script", "link", "iframe", "form")] == []
    assert "url(" not in html
    assert ("html", {"lang": "nl"}) in page.elements
    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert {attrs["scope"] for tag, attrs in page.elements if tag == "th"} == {"row"}
    assert "prefers-color-scheme: dark" in html
    assert {attrs["href"] for tag, attrs in page.elements if tag == "a"} == {URL, *(link for _, link in LINKS)}


def test_an_invitation_goes_along_for_the_calendar_and_as_a_file(now: datetime, taken: Letter) -> None:
    mail = sent(now, taken)
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    (calendar,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert dict(calendar["Content-Type"].params) == {"charset": "utf-8", "method": "REQUEST"}
    (file,) = mail.iter_attachments()
    assert file.get_filename() == "station.ics"
    assert taken.invitation == file.get_content() == calendar.get_payload(decode=True)
    assert "De afspraak voor je agenda zit bij deze mail." in body(mail, "plain")


def test_a_letter_without_a_talk_says_where_to_answer(now: datetime) -> None:
    mail = sent(now, a_letter(conversation=None), [])
    assert mail.get_content_type() == "multipart/alternative"
    assert "Antwoorden kan in het gesprek met de navigator." in body(mail, "plain")
    assert "Antwoorden kan" not in body(sent(now, a_letter()), "plain")


def test_nothing_that_somebody_typed_becomes_a_header_or_html(now: datetime) -> None:
    evil = "x\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>\x00\u2028"
    made = a_letter(name=evil, subject=evil, paragraphs=[evil])
    mail = sent(now, made, [(evil, f'{URL}/knop/"><b>')])
    assert "Bcc" not in mail
    assert [str(one.addr_spec) for one in mail["To"].addresses] == ["ann@bedrijf.example"]
    assert len(mail["Subject"].splitlines()) == 1
    page = Page(body(mail, "html"))
    assert {tag for tag, _ in page.elements} & {"script", "b"} == set()
    assert f'{URL}/knop/"><b>' in [attrs.get("href") for tag, attrs in page.elements]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ann",
        "@example.org",
        "ann@",
        "ann@a b.nl",
        "ann@x.nl\r\nBcc: b@x.nl",
        "a@b@c.nl",
        "jürgen@x.nl",
        "a,b@x.nl",
        "ann@-..nl",
    ],
)
def test_an_address_that_is_none_is_refused(now: datetime, address: str) -> None:
    with pytest.raises(NoSuchAddress):
        build(a_letter(address=address), [], SENDER, URL, now)


def test_a_domain_with_an_accent_goes_as_the_mail_knows_it(now: datetime) -> None:
    assert sent(now, a_letter(address="ann@façade.nl"))["To"].addresses[0].addr_spec == "ann@xn--faade-zra.nl"


class Kept:
    """A transport that keeps what it gets."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.closed = False

    async def deliver(self, mail: EmailMessage) -> None:
        self.mails.append(mail)

    async def close(self) -> None:
        self.closed = True


@pytest.mark.anyio
async def test_buttons_become_links_to_the_website(now: datetime) -> None:
    kept: Any = Kept()
    way = Email(kept, SENDER, URL)
    assert [way.reaches(a_letter()), way.reaches(a_letter(address=None))] == [True, False]
    await way.send(a_letter(), [ShownButton.model_validate({"title": "Ja", "token": "t0k-en_"})], now)
    await way.close()
    assert f"Ja:\n{URL}/knop/t0k-en_\n" in body(read_back(kept.mails[0]), "plain")
    assert kept.closed
