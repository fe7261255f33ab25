"""The head of a picture: a plate in a colour with a name and its facts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.pictures.folding import fold, row
from bot.pictures.sheet import EDGE, WIDE, Sheet
from knowledge.drawing.colours import legible_on
from knowledge.drawing.markup import element

TITLE, LEADING, FACTS = 22.0, 25.0, 14.0


def heading(sheet: Sheet, name: str, facts: Sequence[str], colour: str) -> float:
    """Puts it at the top of a sheet; gives where it ends."""
    ink, room = legible_on(colour), WIDE - 2 * EDGE
    y = sheet.words(fold(name, TITLE, room, bold=True), EDGE, 10, TITLE, LEADING, fill=ink, bold=True)
    y = sheet.words(row(facts, FACTS, room), EDGE, y, FACTS, 18, fill=ink) + 9
    sheet.under.append(element("rect", width=WIDE, height=y, fill=colour))
    return y
