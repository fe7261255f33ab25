"""HTML as signs, each with the tags around it: so it can be cut anywhere and is whole again when it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.telegram.markup import ENTITY, TAG, clean, decode, escape


class Sign(NamedTuple):
    """One sign that is seen. ``tags`` are the opening tags around it, the outermost first."""

    sign: str
    tags: tuple[str, ...]


def read(html: str) -> list[Sign]:
    """The signs of HTML. A tag that is unknown is text; one that closes nothing, or holds nothing, is left out."""
    html = clean(html)
    tags: tuple[str, ...] = ()
    signs: list[Sign] = []
    at = 0
    while at < len(html):
        if tag := TAG.match(html, at):
            closes = tag["end"] or (tag["name"] if tag["close"] else None)
            tags = _without(tags, closes) if closes else (*tags, tag[0])
        entity = None if tag else ENTITY.match(html, at)
        if not tag:
            signs += [Sign(sign, tags) for sign in (decode(entity[0]) if entity else html[at])]
        found = tag or entity
        at = found.end() if found else at + 1
    return signs


def write(signs: Iterable[Sign]) -> str:
    """These signs as HTML, every tag closed within the one that it was opened in."""
    return "".join(_written(signs))


def _written(signs: Iterable[Sign]) -> Iterator[str]:
    opened: tuple[str, ...] = ()
    for sign, tags in signs:
        if tags != opened:
            yield from _turn(opened, tags)
            opened = tags
        yield escape(sign)
    yield from _turn(opened, ())


def _turn(opened: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[str]:
    """Closes what is no longer wanted, and opens what is new."""
    pairs = zip(opened, wanted, strict=False)
    same = next((n for n, (was, now) in enumerate(pairs) if was != now), min(len(opened), len(wanted)))
    yield from (f"</{_name(tag)}>" for tag in reversed(opened[same:]))
    yield from wanted[same:]


def _name(tag: str) -> str:
    return tag.strip("<>").split(" ")[0]


def _without(tags: tuple[str, ...], name: str) -> tuple[str, ...]:
    """These tags but for the last that has this name."""
    at = next((n for n in range(len(tags) - 1, -1, -1) if _name(tags[n]) == name), len(tags))
    return tags[:at] + tags[at + 1 :]
