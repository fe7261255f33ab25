"""A button in a mail: the link shows, the press does."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from bot.composing import DraftButton
from bot.telling.issuing import issue
from knowledge.database import writing
from knowledge.tables import Button, Conversation, Offering, PersonalDatum
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telling.letters import an_offering

pytestmark = pytest.mark.anyio

PAYLOAD = '/accept_seat{"offering": "eerste.20261208"}'
Rows = Callable[[Any], list[Any]]


@pytest.fixture
def token(engine: Engine, now: datetime) -> str:
    """The token of a button of Ann's talk."""
    with writing(engine) as session:
        session.add(Conversation(id="talk-ann", created_at=now, seen_at=now))
        session.add(an_offering())
        session.flush()
        (shown,) = issue(session, "talk-ann", [DraftButton("Ja, ik neem <de> plek", PAYLOAD)], now)
    return shown.token


class Page(HTMLParser):
    """The forms of a page with the words on their buttons, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.forms: list[tuple[str | None, str | None, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "form":
            self.forms.append((dict(attrs).get("method"), dict(attrs).get("action"), ""))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "button" and self.forms and not self.forms[-1][2]:
            self.forms[-1] = (*self.forms[-1][:2], data)


def paragraphs(html: str) -> list[str]:
    return [unescape(one) for one in re.findall(r"<p>([^<]*)</p>", html)]


async def test_following_the_link_shows_what_it_does_and_changes_nothing(
    web: httpx.AsyncClient, rasa: FakeRasa, token: str, rows: Rows
) -> None:
    for _ in range(3):
        response = await web.get(f"/knop/{token}")
    assert response.status_code == 200
    assert paragraphs(response.text) == [
        "Je koos: “Ja, ik neem <de> plek”.",
        "Het gaat over ‘eerste-cobot-programma’: dinsdag 8 december, 13:00–17:00, "
        "Voorbeeldrobotlab De Gieterij, Zwolle.",
        "Zal ik dit doen?",
    ]
    assert Page(response.text).forms == [("post", f"/knop/{token}", "Ja, doe dit")]
    assert (rasa.heard, len(rows(Button))) == ([], 1)


async def test_the_page_runs_nothing_is_not_kept_and_tells_nobody_where_it_was(
    web: httpx.AsyncClient, token: str
) -> None:
    response = await web.get(f"/knop/{token}")
    page = Page(response.text)
    assert [tag for tag, attrs in page.elements if tag in ("script", "style") or "style" in attrs] == []
    assert {name: response.headers[name] for name in ("cache-control", "x-robots-tag", "referrer-policy")} == {
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow",
        "referrer-policy": "no-referrer",
    }
    assert "unsafe" not in response.headers["content-security-policy"]
    assert "form-action 'self'" in response.headers["content-security-policy"]
    assert ("html", {"lang": "nl"}) in page.elements


async def test_a_press_does_it_in_its_own_talk_and_shows_the_answer(
    web: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    rasa.says = lambda _: [{"text": "Je plek is zeker.\n\nTot <dan>!"}]
    response = await web.post(f"/knop/{token}")
    assert response.status_code == 200
    assert paragraphs(response.text) == ["Je plek is zeker.", "Tot <dan>!"]
    assert '<a href="/gesprek">Naar het gesprek met de navigator</a>' in response.text
    assert rasa.heard == [{"sender": "talk-ann", "message": PAYLOAD, "metadata": {"channel": "email"}}]


async def test_a_double_press_is_one(web: httpx.AsyncClient, rasa: FakeRasa, token: str) -> None:
    answers = [await web.post(f"/knop/{token}") for _ in range(2)]
    assert paragraphs(answers[0].text) == paragraphs(answers[1].text)
    assert rasa.texts == [PAYLOAD]


async def test_an_answer_that_asks_on_can_be_answered_on_the_page(
    web: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    rasa.says = lambda _: [
        {"text": "Welke?", "buttons": [{"title": "di 22 dec", "payload": '/enrol{"offering": "x"}'}]}
    ]
    ((method, action, title),) = Page((await web.post(f"/knop/{token}")).text).forms
    assert (method, title, len(str(action))) == ("post", "di 22 dec", len("/knop/") + 22)
    await web.post(str(action))
    assert rasa.texts == [PAYLOAD, '/enrol{"offering": "x"}']


async def test_what_was_kept_back_is_shown_to_the_person_also_on_a_button(
    web: httpx.AsyncClient, rasa: FakeRasa, engine: Engine, now: datetime, token: str
) -> None:
    with writing(engine) as session:
        name = {"reference": "[naam-1]", "kind": "name", "value": "Ann", "kept_at": now}
        session.add(PersonalDatum(conversation_id="talk-ann", **name))
    rasa.says = lambda _: [{"text": "Dag [naam-1].", "buttons": [{"title": "Ik ben [naam-1]", "payload": "/affirm"}]}]
    html = (await web.post(f"/knop/{token}")).text
    assert paragraphs(html) == ["Dag Ann."]
    assert [form[2] for form in Page(html).forms] == ["Ik ben Ann"]


async def test_an_answer_of_cards_alone_leads_to_the_talk(web: httpx.AsyncClient, rasa: FakeRasa, token: str) -> None:
    card = {"kind": "station", "module": "m", "name": "Lassen", "type": "X", "hours": 2}
    rasa.says = lambda _: [{"custom": {"card": card}}]
    assert paragraphs((await web.post(f"/knop/{token}")).text) == ["In het gesprek kun je verder."]


async def test_with_rasa_down_the_page_says_so(web: httpx.AsyncClient, rasa: FakeRasa, token: str, log: Any) -> None:
    rasa.up = set()
    response = await web.post(f"/knop/{token}")
    assert response.status_code == 200
    assert "Je bericht is niet verwerkt" in response.text
    assert Page(response.text).forms[0][2] == "Ja, ik neem <de> plek"


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_token_that_is_none_gets_a_friendly_page(
    web: httpx.AsyncClient, rasa: FakeRasa, engine: Engine, now: datetime, method: str
) -> None:
    with writing(engine) as session:
        session.add(Conversation(id="talk-ann", created_at=now, seen_at=now))
        session.flush()
        session.add(
            Button(token="short-token1", conversation_id="talk-ann", title="Ja", payload="/affirm", issued_at=now)  # noqa: S106
        )
    for wrong in ("x" * 22, "short-token1", "x", "%00", "x" * 500):
        response = await web.request(method, f"/knop/{wrong}")
        assert (response.status_code, response.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert "Deze knop doet het niet meer." in response.text
        assert Page(response.text).forms == []
    assert rasa.heard == []


@pytest.mark.parametrize(
    "payload", ["/affirm", "Meer", "/x{no json", "/x[1]", '/x{"offering": "gone"}', '/x{"module": 3}']
)
async def test_a_button_that_names_nothing_is_shown_without_it(
    web: httpx.AsyncClient, engine: Engine, now: datetime, token: str, rows: Rows, payload: str
) -> None:
    assert len(rows(Offering)) == 1
    with writing(engine) as session:
        (shown,) = issue(session, "talk-ann", [DraftButton("Meer", payload)], now)
    response = await web.get(f"/knop/{shown.token}")
    assert paragraphs(response.text) == ["Je koos: “Meer”.", "Zal ik dit doen?"]
