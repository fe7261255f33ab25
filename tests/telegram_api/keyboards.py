"""The buttons under a message: read and checked as Telegram does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_api.errors import refuse
from tests.telegram_api.params import Params

MOST_DATA = 64
"""Bytes of callback_data at most."""

MOST_BUTTONS = 100
OTHER_MARKUP = ("keyboard", "remove_keyboard", "force_reply")


@dataclass(frozen=True)
class Button:
    """A button as a person sees it (`title`), and what pressing it does: tell the bot `data`, or open `url`."""

    title: str
    data: str | None = None
    url: str | None = None

    def as_json(self) -> dict[str, str]:
        rest = {"callback_data": self.data} if self.data is not None else {"url": self.url or ""}
        return {"text": self.title} | rest


Keyboard = tuple[tuple[Button, ...], ...]


def read_keyboard(params: Params) -> Keyboard:
    """The inline keyboard that a call gives, as rows; () when it gives none or another kind of keyboard."""
    markup = params.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise refuse("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if markup and not any(name in markup for name in OTHER_MARKUP):
            raise refuse("can't parse reply keyboard markup JSON object")
        return ()
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise refuse('field "inline_keyboard" must be of type Array')
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise refuse("reply markup is too long")
    return tuple(tuple(map(_read_button, row)) for row in rows if row)


def _read_button(given: dict[str, Any]) -> Button:
    title, data, url = given.get("text"), given.get("callback_data"), given.get("url")
    if not isinstance(title, str):
        raise refuse("can't parse inline keyboard button: Can't find field \"text\"")
    if not title.strip():
        raise refuse("BUTTON_TEXT_INVALID")
    if url:
        return Button(title, url=_checked_url(url))
    if not data:
        raise refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(data.encode()) > MOST_DATA:
        raise refuse("BUTTON_DATA_INVALID")
    return Button(title, data=data)


def _checked_url(url: str) -> str:
    """Telegram opens web addresses with a dot in the host, and its own tg: links; so never http://localhost."""
    parts = urlsplit(url)
    if parts.scheme == "tg" or (parts.scheme in {"http", "https"} and "." in (parts.hostname or "")):
        return url
    raise refuse(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
