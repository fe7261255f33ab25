"""Telegram's HTML: what is read of it on the screen, and the sentences with which it is refused.

Telegram knows a handful of tags, four named entities and numbers; it counts in UTF-16 units, and names the place of a
fault as a byte offset. https://core.telegram.org/bots/api#html-style
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.telegram_api.errors import refuse

ENTITY_OF = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)(?![a-zA-Z])|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));?")
_START = re.compile(r"<([^\s>]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>")
_NAME = re.compile(r"[^\s>]*")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")


def utf16_length(text: str) -> int:
    """How long Telegram says that a text is: an emoji beyond the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    offset: int
    url: str | None


def parse_html(html: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without its markup, and its entities as the Bot API shapes them.

    Raises:
        BotApiError: 400 ``can't parse entities: …`` with Telegram's reason.
    """
    text, at = "", 0
    opened: list[_Open] = []
    entities: list[dict[str, Any]] = []
    while at < len(html):
        if html.startswith("</", at):
            at = _close(html, at, text, opened, entities)
        elif html[at] == "<":
            at = _open(html, at, text, opened)
        else:
            piece, at = _next_characters(html, at)
            text += piece
    if opened:
        raise _fault(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _next_characters(html: str, at: int) -> tuple[str, int]:
    if found := _REFERENCE.match(html, at):
        name, decimal, hexadecimal = found.groups()
        return NAMED[name] if name else chr(int(decimal or f"0x{hexadecimal}", 0)), found.end()
    return html[at], at + 1


def _open(html: str, at: int, text: str, opened: list[_Open]) -> int:
    found = _START.match(html, at)
    name = _NAME.match(html, at + 1)
    tag = name.group().lower() if name else ""
    if at + 1 + len(tag) == len(html):
        raise _fault(f"Unclosed start tag at byte offset {_bytes(html, at)}")
    if tag not in ENTITY_OF:
        raise _fault(f'Unsupported start tag "{tag}" at byte offset {_bytes(html, at)}')
    if found is None:
        raise _fault(f'Unclosed start tag "{tag}" at byte offset {_bytes(html, at)}')
    attributes = {a[0].lower(): a[1] or a[2] or a[3] for a in _ATTRIBUTE.findall(found.group(2))}
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _fault(f'Tag "span" must have class "tg-spoiler" at byte offset {_bytes(html, at)}')
    opened.append(_Open(tag, utf16_length(text), attributes.get("href")))
    return found.end()


def _close(html: str, at: int, text: str, opened: list[_Open], entities: list[dict[str, Any]]) -> int:
    found = _END.match(html, at)
    if not opened:
        raise _fault(f"Unexpected end tag at byte offset {_bytes(html, at)}")
    if found is None:
        raise _fault(f"Unclosed end tag at byte offset {_bytes(html, at)}")
    last, tag = opened.pop(), found.group(1).lower()
    if tag and tag != last.tag:
        where = _bytes(html, at)
        raise _fault(f'Unmatched end tag at byte offset {where}, expected "</{last.tag}>", found "</{tag}>"')
    length = utf16_length(text) - last.offset
    if length:
        entity = {"type": ENTITY_OF[last.tag], "offset": last.offset, "length": length}
        entities.append(entity | ({"url": last.url} if last.url else {}))
    return found.end()


def _bytes(html: str, at: int) -> int:
    return len(html[:at].encode())


def _fault(reason: str) -> Exception:
    return refuse(f"can't parse entities: {reason}")
