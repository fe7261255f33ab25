"""A development path as pictures: the red dotted line with its steps in time, on as many sheets as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.pictures.folding import fold, row
from bot.pictures.heading import heading
from bot.pictures.marks import REACH, SMALL, chip, dots, mark, wide_chip
from bot.pictures.saying import hours, steps, weeks
from bot.pictures.sheet import CHIP, EDGE, HIGHEST, WIDE, Sheet
from knowledge.cards import PathCard, StepCard
from knowledge.drawing.colours import INK, PATH, SOFT
from knowledge.drawing.markup import element
from knowledge.drawing.own import Own, State
from knowledge.drawing.words import width_of

MOST_STEPS = 10
"""On one picture."""

AT, TEXT = 36.0, 66.0
ROOM = WIDE - EDGE - TEXT
NAME, NAME_LEADING, LEADING = 15.0, 17.5, 17.0
GAP = 8.0
CLEAR = REACH + 4
"""Between two steps the dots stay this far from where the marks are."""

SHORTEST = "Korter kan niet: dit is nagerekend."

Numbered = tuple[int, StepCard]


def path_picture(card: PathCard, own: Own) -> list[bytes]:
    """A path as PNGs of 1080 px wide and mostly less than 2040 high, in order."""
    return [sheet.png() for sheet in path_sheets(card, own)]


def path_sheets(card: PathCard, own: Own) -> list[Sheet]:
    """The pictures of a path, laid out: at most ten steps on each, and about as many on one as on another."""
    numbered = list(enumerate(card.steps, 1))
    heights = [_step(Sheet(), one, own, 0.0) + GAP for one in numbered]
    room = HIGHEST - _head(Sheet(), card, 0, 9) - 2 * GAP
    tail = _tail(Sheet(), card, 0.0)
    apart = tail > room / 2 and bool(numbered)
    groups = _shared(numbered, heights, room, 0.0 if apart else tail) + ([[]] if apart else [])
    return [_sheet(card, own, group, n, len(groups)) for n, group in enumerate(groups)]


def _shared(numbered: Sequence[Numbered], heights: Sequence[float], room: float, tail: float) -> list[list[Numbered]]:
    """The steps in the fewest groups that fit, the last with the tail; a step that never fits stands alone."""
    for number in range(max(1, -(-len(numbered) // MOST_STEPS)), len(numbered) + 1):
        spans = list(pairwise(round(len(numbered) * n / number) for n in range(number + 1)))
        fits = all(sum(heights[a:b]) + (tail if b == len(numbered) else 0) <= room for a, b in spans)
        if fits or number == len(numbered):
            return [list(numbered[a:b]) for a, b in spans]
    return [[]]


def _sheet(card: PathCard, own: Own, group: Sequence[Numbered], place: int, pages: int) -> Sheet:
    """One picture; the dotted line goes on over the edge when there are steps before or after it."""
    sheet = Sheet()
    y = band = _head(sheet, card, place, pages)
    at = []
    for one in group:
        at.append(y + GAP + REACH)
        y = _step(sheet, one, own, y + GAP)
    last = bool(group) and group[-1][0] == len(card.steps)
    begin, end = [band - CLEAR] if place else [], [] if last else [y + GAP + 6 + CLEAR]
    ways = pairwise([*begin, *at, *end]) if at else ()
    sheet.under += [dots(AT, here + CLEAR, AT, there - CLEAR, 6) for here, there in ways]
    if place == pages - 1:
        y = _tail(sheet, card, y + GAP)
    sheet.height = y + GAP + 6
    return sheet


def _head(sheet: Sheet, card: PathCard, place: int, pages: int) -> float:
    """The goal and the sum of it on the first picture; which of the pictures it is on each."""
    which = [f"{place + 1} van {pages}"] if pages > 1 else []
    if place:
        return heading(sheet, card.goal, ["jouw ontwikkelpad", *which], PATH)
    said = ["jouw ontwikkelpad", steps(len(card.steps)), hours(card.hours), weeks(card.weeks), *which]
    y = heading(sheet, card.goal, said, PATH)
    if card.proved_optimal and card.steps:
        y = sheet.words(fold(SHORTEST, 14, ROOM), TEXT, y + 6, 14, LEADING)
    return y


def _step(sheet: Sheet, one: Numbered, own: Own, top: float) -> float:
    """A step: its mark, and beside it what it is, when and where, and what it teaches; gives where it ends."""
    number, step = one
    state = own.state(step.module) if step.module else None
    sheet.mark(mark(AT, top + REACH, str(number), PATH, state), AT, top + REACH, REACH, f"mark {number}")
    ink = SOFT if state is State.SKIPPED else INK
    y = sheet.words(fold(step.name, NAME, ROOM, bold=True), TEXT, top, NAME, NAME_LEADING, fill=ink, bold=True)
    y = _what(sheet, step, state, y)
    there = row((part for part in (step.when, step.place) if part), SMALL, ROOM)
    y = sheet.words(there, TEXT, y, SMALL, LEADING)
    y = sheet.words(_skills(step.skills), TEXT, y, SMALL, LEADING, fill=SOFT)
    return max(y, top + 2 * REACH)


def _skills(skills: Sequence[str]) -> list[str]:
    """What a step teaches: as many skills as go on one line, but always one; the rest is counted."""
    for kept in range(len(skills), 0, -1):
        more = f" en nog {len(skills) - kept}" if kept < len(skills) else ""
        lines = fold(f"je leert: {', '.join(skills[:kept])}{more}", SMALL, ROOM)
        if len(lines) == 1 or kept == 1:
            return lines
    return []


def _what(sheet: Sheet, step: StepCard, state: State | None, top: float) -> float:
    """The kind of step and its hours, and a chip beside or under them."""
    lines = row([step.what, *([hours(step.hours)] if step.hours else [])], SMALL, ROOM)
    y = sheet.words(lines, TEXT, top, SMALL, LEADING, fill=SOFT)
    if state:
        right = TEXT + width_of(lines[-1], SMALL) + 8
        fits = right + wide_chip(state) <= WIDE - EDGE
        chip(sheet, state, right if fits else TEXT, y - LEADING if fits else y + 1)
        y += 0 if fits else CHIP + 2
    return y


def _tail(sheet: Sheet, card: PathCard, top: float) -> float:
    """What the path leaves out and what it can't reach; gives where it ends."""
    y = top
    for title, named, ink in (("Overgeslagen", card.skipped, SOFT), ("Nog geen aanbod voor", card.missing, INK)):
        if named:
            y = sheet.words([title], TEXT, y + 6, SMALL, LEADING, bold=True) + 1
        for one in named:
            sheet.shapes.append(_ring(y + LEADING / 2))
            y = sheet.words(fold(one, SMALL, ROOM), TEXT, y, SMALL, LEADING, fill=ink) + 3
    return y


def _ring(y: float) -> str:
    return element("circle", cx=AT, cy=y, r=4.0, fill="none", stroke=SOFT, stroke_width=1.8)
