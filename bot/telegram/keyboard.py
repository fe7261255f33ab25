"""The buttons under a message, in rows that fit a phone."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers import ShownButton
from bot.telegram.card_parts import one_line
from bot.telling.saying import shorten

Rows = tuple[tuple[ShownButton, ...], ...]

LONGEST = 60
"""Signs of a title; a phone shows about half of them."""

SIDE_BY_SIDE = 18
"""Signs of a title that leaves room for another beside it."""

UNTITLED = "Kies dit"


def rows(buttons: Iterable[ShownButton]) -> Rows:
    """Two short ones that follow each other share a row; a long one has its own."""
    found: list[tuple[ShownButton, ...]] = []
    for button in buttons:
        shown = ShownButton(title=shorten(one_line(button.title), LONGEST) or UNTITLED, token=button.token)
        if found and len(found[-1]) == 1 and _is_short(found[-1][0]) and _is_short(shown):
            found[-1] = (found[-1][0], shown)
        else:
            found.append((shown,))
    return tuple(found)


def _is_short(button: ShownButton) -> bool:
    return len(button.title) <= SIDE_BY_SIDE
