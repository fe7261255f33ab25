"""``/knop/{token}``: a button in a mail. Following the link only shows what it does; a press on the page does it.

Mail scanners follow links, and must change nothing. The token is a secret of 128 bits that only the mail has, so it
is all that a press needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from anyio import to_thread
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from sqlalchemy import Engine

from bot.answers import Message, ShownButton
from bot.chat import Chat
from bot.composing import DraftButton
from bot.memory import DATABASE_ERRORS
from bot.telling.issuing import issue
from bot.web.pressed import about
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import reading, writing
from knowledge.errors import UnknownThing
from knowledge.tables import Button

ISSUED = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
"""A token of 128 bits; the shorter ones of a talk are no secret by themselves, and open nothing here."""

DO_IT = "Ja, doe dit"
NO_BUTTON = "Deze knop is er niet meer"
GONE = (
    "Deze knop doet het niet meer. Dat kan als het gesprek gewist is, of als de link niet helemaal is overgekomen.",
    "Zeg in het gesprek wat je wilt, dan regel ik het.",
)
ANSWER = "Antwoord van de navigator"
MORE_IN_TALK = "In het gesprek kun je verder."
HEADERS = {"cache-control": "no-store", "x-robots-tag": "noindex, nofollow"}


def mailed_routes(engine: Engine, view: CatalogueView, chat: Chat, clock: Callable[[], datetime]) -> APIRouter:
    """The pages over the buttons in a database."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/knop/{token}")
    def show(token: str) -> HTMLResponse:
        button = _button(engine, token)
        if button is None:
            return _page(NO_BUTTON, GONE, status=404)
        paragraphs = [f"Je koos: “{button.title}”.", about(engine, view.now(), button.payload), "Zal ik dit doen?"]
        return _page(button.title, paragraphs, [ShownButton(title=DO_IT, token=token)])

    @routes.post("/knop/{token}")
    async def press(token: str) -> HTMLResponse:
        button = await to_thread.run_sync(_button, engine, token)
        if button is None:
            return _page(NO_BUTTON, GONE, status=404)
        now = clock()
        try:
            answer = await chat.answer(button.conversation_id, button=token, channel="email", now=now)
        except UnknownThing:  # the talk was wiped between our look and this
            return _page(NO_BUTTON, GONE, status=404)
        again = await to_thread.run_sync(_reissued, engine, answer.conversation, answer.messages, now)
        said = [part for message in answer.messages for part in message.text.split("\n\n") if part]
        return _page(ANSWER, said or [MORE_IN_TALK], again)

    return routes


def _button(engine: Engine, token: str) -> Button | None:
    if not ISSUED.fullmatch(token):
        return None
    with reading(engine) as session:
        return session.get(Button, token)


def _reissued(engine: Engine, conversation: str | None, messages: list[Message], now: datetime) -> list[ShownButton]:
    """The buttons of an answer with tokens of this page's kind, so that it can go on here.

    None when they cannot be kept: what was pressed is done all the same, and the answer is shown.
    """
    shown = [button for message in messages for button in message.buttons]
    if not shown or conversation is None:
        return []
    try:
        with writing(engine) as session:
            found = [(one, row) for one in shown if (row := session.get(Button, one.token))]
            new = issue(session, conversation, [DraftButton(row.title, row.payload) for _, row in found], now)
    except DATABASE_ERRORS:
        return []
    return [ShownButton(title=one.title, token=again.token) for (one, _), again in zip(found, new, strict=True)]


def _page(
    title: str, paragraphs: list[str] | tuple[str, ...], buttons: list[ShownButton] | None = None, status: int = 200
) -> HTMLResponse:
    html = _template().render(title=title, paragraphs=[one for one in paragraphs if one], buttons=buttons or [])
    return HTMLResponse(html, status_code=status, headers=HEADERS)


@cache
def _template() -> Template:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    return environment.from_string(Path(__file__).with_name("mailed.html").read_text(encoding="utf-8"))
