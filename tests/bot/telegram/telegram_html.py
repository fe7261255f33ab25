"""A strict reader of the HTML that Telegram takes; it shares nothing with what writes it."""

from __future__ import annotations

import re

KNOWN = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "tg-spoiler", "a"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_TOKEN = re.compile(r"<(/?)([a-z-]+)((?: [^<>]*)?)>|&([a-z]+|#[0-9]+|#x[0-9a-f]+);|([^<>&])", re.DOTALL)
_HREF = re.compile(r' href="(?:[^"<>&]|&(?:lt|gt|amp|quot);)+"')
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class NotTelegramHtml(AssertionError):  # noqa: N818  # it reads as what it is
    """Telegram would refuse it: "can't parse entities"."""


def read_strictly(html: str) -> str:
    """What is seen of it.

    Raises:
        NotTelegramHtml: for a tag that is unknown, not balanced, empty or has a strange attribute; for an entity that
            is unknown, a sign that stands bare, a control character or a lone surrogate.
    """
    opened: list[tuple[str, int]] = []
    seen: list[str] = []
    at = 0
    while at < len(html):
        token = _TOKEN.match(html, at)
        if token is None:
            raise NotTelegramHtml(f"bare sign at {at}: {html[at : at + 20]!r}")
        close, tag, attributes, entity, sign = token.groups()
        if tag:
            _tag(opened, close, tag, attributes, len(seen))
        else:
            seen.append(_entity(entity) if entity else sign)
        at = token.end()
    if opened:
        raise NotTelegramHtml(f"never closed: {opened}")
    if found := _FORBIDDEN.search("".join(seen)):
        raise NotTelegramHtml(f"must not pass: {found[0]!r}")
    return "".join(seen)


def length(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _tag(opened: list[tuple[str, int]], close: str, tag: str, attributes: str, seen: int) -> None:
    if tag not in KNOWN:
        raise NotTelegramHtml(f"unknown tag: {tag}")
    if close:
        if attributes or not opened or opened[-1][0] != tag:
            raise NotTelegramHtml(f"closes what is not open: {tag}")
        if opened.pop()[1] == seen:
            raise NotTelegramHtml(f"an empty tag: {tag}")
        return
    if (attributes != "") != (tag == "a") or (attributes and not _HREF.fullmatch(attributes)):
        raise NotTelegramHtml(f"attributes: {tag}{attributes}")
    opened.append((tag, seen))


def _entity(name: str) -> str:
    if name.startswith("#"):
        return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
    if name not in NAMED:
        raise NotTelegramHtml(f"unknown entity: {name}")
    return NAMED[name]
