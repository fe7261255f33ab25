"""The words of a message, a text or a caption: their markup read, their length checked.

Telegram counts after the markup has been taken off; here in UTF-16 units, the stricter of the ways it may count.
"""

from __future__ import annotations

from typing import Any

from tests.telegram_api.errors import refuse
from tests.telegram_api.markup import parse_html, utf16_length
from tests.telegram_api.params import Params

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_RAW = 4096, 1024, 2**15
BLANK = " \t\r\n"


def text_of(params: Params) -> dict[str, Any]:
    """`text`, `html` and `entities` of a message of text."""
    if not params.text("text"):
        raise refuse("message text is empty")
    words = _words(params, "text", "entities")
    if not words["text"]:
        raise refuse("text must be non-empty")
    if utf16_length(words["text"]) > LONGEST_TEXT:
        raise refuse("message is too long")
    return words


def caption_of(params: Params) -> dict[str, Any]:
    """`text`, `html` and `entities` of a caption, which may be empty."""
    words = _words(params, "caption", "caption_entities")
    if utf16_length(words["text"]) > LONGEST_CAPTION:
        raise refuse("message caption is too long")
    return words


def _words(params: Params, name: str, entities: str) -> dict[str, Any]:
    given, mode = params.text(name), params.text("parse_mode").lower()
    if len(given.encode()) > LONGEST_RAW:
        raise refuse("text is too long")
    if mode == "html":
        text, marks = parse_html(given)
    elif mode in ("", "none"):
        text, marks = given, params.json(entities, "message entities") or []
    elif mode in ("markdown", "markdownv2"):
        raise refuse(f"this fake reads HTML only, not {mode}")
    else:
        raise refuse("unsupported parse_mode")
    gone = utf16_length(text) - utf16_length(text.lstrip(BLANK))
    marks = [mark | {"offset": max(0, mark["offset"] - gone)} for mark in marks]
    return {"text": text.strip(BLANK), "html": given, "entities": marks}
