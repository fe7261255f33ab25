"""What the cards in Telegram are made of: lines of HTML, and whether something was said above already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.telegram.markup import bold, clean, escape, is_blank

NAMELESS = "Zonder naam"


def one_line(text: str) -> str:
    """Plain text without line ends and double spaces; empty when nothing of it is seen."""
    return "" if is_blank(text) else " ".join(clean(text).split())


def title(name: str) -> str:
    """A name as the first line of a card; it is never empty."""
    return bold(one_line(name) or NAMELESS)


def facts(*parts: str | None, between: str = " · ") -> str:
    """Those of these plain texts that are there, in one line."""
    return escape(between.join(said for part in parts if part and (said := one_line(part))))


def lines(*parts: str) -> str:
    """HTML one below the other, without those that are empty."""
    return "\n".join(part for part in parts if part)


def numbered(items: Iterable[str]) -> str:
    """HTML in a numbered list."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def dashed(items: Iterable[str]) -> str:
    """HTML in a list; the dash is the one that the texts above it have."""
    return "\n".join(f"- {item}" for item in items)


def is_said(said: str, text: str) -> bool:
    """Whether the text above a card has these words; nothing is always said. ``5 uur`` is not said by ``2,5 uur``."""
    words = one_line(text)
    return not words or bool(re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w)", one_line(said), re.IGNORECASE))
