"""The marks of stations: how somebody stands to one is told by the mark's shape, and by a chip with the word."""

from __future__ import annotations

from math import hypot

from bot.pictures.sheet import CHIP, Sheet, base, chip_width
from knowledge.drawing.colours import DONE, INK, NEXT, PAPER, PATH, SOFT, legible_on
from knowledge.drawing.markup import Value, element, number, text
from knowledge.drawing.own import State

SMALL = 13.0
"""The smallest letters of a picture, in CSS pixels."""

RADIUS, RIM, HALO = 12.0, 3.0, 5.0
REACH = RADIUS + HALO
"""How far a mark reaches with everything around it."""

STAR = 13.0
"""How wide and high the star of what counts for the recognition is."""


def mark(x: float, y: float, said: str, rim: str, state: State | None, radius: float = RADIUS) -> str:
    """A round mark with what stands in it.

    Followed: filled, with a tick. Next: on a disc with a point. Enrolled: with a second ring. Skipped: dashed.
    """
    ground = DONE if state is State.DONE else PAPER
    disc = element(
        "circle",
        cx=x,
        cy=y,
        r=radius - RIM / 2,
        fill=ground,
        stroke=DONE if state is State.DONE else rim,
        stroke_width=2.0 if state is State.SKIPPED else RIM,
        stroke_dasharray="4.4 2.2" if state is State.SKIPPED else None,
    )
    hole = element("circle", cx=x, cy=y, r=radius, fill=PAPER)
    inside = tick(x, y, PAPER, radius / RADIUS) if state is State.DONE else _inside(x, y, said, state, radius)
    return _around(x, y, state, radius) + hole + disc + inside


def _around(x: float, y: float, state: State | None, radius: float) -> str:
    if state is State.NEXT:
        return element("circle", cx=x, cy=y, r=radius + HALO - 0.5, fill=NEXT)
    if state is State.ENROLLED:
        white = element("circle", cx=x, cy=y, r=radius + HALO, fill=PAPER)
        return white + element("circle", cx=x, cy=y, r=radius + 3.2, fill="none", stroke=DONE, stroke_width=2.4)
    return ""


def _inside(x: float, y: float, said: str, state: State | None, radius: float) -> str:
    size = SMALL * min(1.0, radius / RADIUS, 2.2 / max(len(said), 1)) if len(said) > 1 else SMALL
    return element(
        "text",
        text(said),
        x=x,
        y=y - size / 2 + base(size, size),
        font_size=size,
        font_weight="bold",
        fill=SOFT if state is State.SKIPPED else INK,
        text_anchor="middle",
    )


def tick(x: float, y: float, ink: str, scale: float = 1.0) -> str:
    """A tick around a point."""
    there = " ".join(number(part * scale) for part in (3.5, 4, 6.8, -8.4))
    return element(
        "path",
        d=f"M{number(x - 5.2 * scale)} {number(y + 0.4)}l{there}",
        fill="none",
        stroke=ink,
        stroke_width=2.8 * scale,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def star(x: float, y: float, fill: str) -> str:
    """A star with its middle at a point: this station counts for the recognition."""
    outer, inner = STAR / 2, STAR / 5
    turns = [(0, -1), (0.588, -0.809), (0.951, -0.309), (0.951, 0.309), (0.588, 0.809), (0, 1)]
    turns += [(-across, down) for across, down in turns[4:0:-1]]
    ends = [outer if n % 2 == 0 else inner for n in range(10)]
    points = " ".join(
        f"{number(x + far * across)},{number(y + far * down)}" for far, (across, down) in zip(ends, turns, strict=True)
    )
    return element("polygon", points=points, fill=fill)


def chip(sheet: Sheet, state: State, x: float, top: float) -> float:
    """The word for how somebody stands to a station, on a plate; gives its right side."""
    fill, ink = {
        State.DONE: (DONE, PAPER),
        State.NEXT: (NEXT, legible_on(NEXT)),
        State.ENROLLED: ("#d5ecea", "#074646"),
        State.SKIPPED: ("#e6eaea", SOFT),
    }[state]
    return sheet.chip(state.value, x, top, SMALL, CHIP, fill, ink)


def wide_chip(state: State) -> float:
    return chip_width(state.value, SMALL)


def rail(x1: float, y1: float, x2: float, y2: float, colour: str, wide: float, end: str = "butt") -> str:
    """A piece of a line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=wide, stroke_linecap=end)


def dots(x1: float, y1: float, x2: float, y2: float, wide: float = 5.0) -> str:
    """A piece of the development path: red dots, evenly from its one end to its other."""
    far = hypot(x2 - x1, y2 - y1)
    apart = far / max(1, round(far / (1.8 * wide))) if far else wide
    common: dict[str, Value | None] = {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke_linecap": "round"}
    return element("line", **common, stroke=PATH, stroke_width=wide, stroke_dasharray=f"0.01 {apart - 0.01:.3f}")
