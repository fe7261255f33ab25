"""The HTML of Telegram's parse mode, and lengths as Telegram counts them.

Source: Telegram's Bot API, "HTML style": a few tags without attributes, links, four named entities and the numbered
ones. Lengths are UTF-16 code units of what is seen, after the tags and entities are read.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

MESSAGE = 4096
"""The most that one message holds."""

CAPTION = 1024
"""The most that the text beneath a picture holds."""

TAG = re.compile(
    r"<(?P<close>/?)(?P<name>b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|tg-spoiler)>"
    r'|<(?P<link>a) href="[^"<>]*">|</(?P<end>a)>'
)
"""The tags that are known here; anything else that looks like one is text."""

ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")

_TAG_OR_ENTITY = re.compile(f"{TAG.pattern}|(?P<entity>{ENTITY.pattern})")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
"""Control characters, marks that turn the direction of what follows (Telegram drops them too), lone surrogates."""

_ADDRESS = re.compile(r"(?:https?|tg)://[^\s\"<>]+|mailto:[^\s\"<>]+")
_UNSEEN_KINDS = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")
_UNSEEN = re.compile("[\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Signs whose shape is empty, though Unicode counts them with the letters and marks."""


def clean(text: str) -> str:
    """Text as Telegram can show it: one kind of line end, no tabs, and nothing of what must not pass."""
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def escape(text: str) -> str:
    """Plain text as HTML that shows exactly that."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(text: str) -> str:
    """Plain text in bold; without a tag when there is nothing to see."""
    return _tagged("b", text)


def italic(text: str) -> str:
    """Plain text in italics; without a tag when there is nothing to see."""
    return _tagged("i", text)


def link(text: str, address: str) -> str:
    """Plain text that leads to an address (http, https, tg or mailto); just the text when it is none of these."""
    if not _ADDRESS.fullmatch(clean(address)) or is_blank(text):
        return escape(text)
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def visible(html: str) -> str:
    """What is seen of HTML, as plain text."""
    return _TAG_OR_ENTITY.sub(lambda found: decode(found["entity"] or ""), clean(html))


def visible_length(html: str) -> int:
    """How long Telegram finds it: UTF-16 code units of what is seen."""
    return units(visible(html))


def units(text: str) -> int:
    """UTF-16 code units of plain text: two for each sign beyond the first 65,536."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def decode(entity: str) -> str:
    """The sign that an entity stands for; nothing for one that must not pass."""
    return clean(unescape(entity))


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen: Telegram refuses such a message."""
    return all(unicodedata.category(sign) in _UNSEEN_KINDS or _UNSEEN.match(sign) for sign in text)


def _tagged(tag: str, text: str) -> str:
    return escape(text) if is_blank(text) else f"<{tag}>{escape(text)}</{tag}>"
