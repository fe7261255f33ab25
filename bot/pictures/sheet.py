"""A sheet that a picture is laid out on: its shapes, and the boxes of everything that must not touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.pictures.raster import FAMILY, rasterise
from knowledge.drawing.colours import INK, PAPER
from knowledge.drawing.markup import element, number, text
from knowledge.drawing.words import width_of

WIDE, EDGE, SHARP = 360.0, 16.0, 3.0
"""The width of a phone in CSS pixels, what stays free at its sides, and pixels of the picture for each."""

HIGHEST = 680.0
"""About how high a picture is at most (9:17), so that a messenger needn't shrink its letters."""

MOST = 8_000
"""The most pixels of height: a messenger takes no photo of more than 10,000 for width and height together."""

ABOVE, BELOW = 0.905, 0.212
"""How far letters reach over and under their line, by their size."""


@dataclass(frozen=True)
class Box:
    """What something takes of the sheet, in CSS pixels, and what it is."""

    left: float
    top: float
    right: float
    bottom: float
    what: str

    def touches(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass
class Sheet:
    """A sheet as it fills up; ``height`` is known at the end.

    Attributes:
        under: what lies beneath everything: bands, lines.
        shapes: what lies on that, in order.
        boxes: of every line of text, mark and chip; none may touch another.
    """

    height: float = 0.0
    under: list[str] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def words(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        size: float,
        leading: float,
        *,
        fill: str = INK,
        bold: bool = False,
        right: bool = False,
    ) -> float:
        """Puts lines of text from (or, ``right``, up to) x and below ``top``; gives where they end."""
        for n, line in enumerate(lines):
            wide, y = width_of(line, size, bold=bold), top + n * leading
            left = x - wide if right else x
            self.shapes.append(_line(line, left, y + base(size, leading), size, wide, fill=fill, bold=bold))
            self.boxes.append(Box(left, y, left + wide, y + leading, line))
        return top + leading * len(lines)

    def chip(self, words: str, x: float, top: float, size: float, height: float, fill: str, ink: str) -> float:
        """Puts words on a rounded plate; gives its right side."""
        wide = chip_width(words, size)
        plate = element("rect", x=x, y=top, width=wide, height=height, rx=height / 2, fill=fill)
        inside = _line(words, x + height / 2, top + base(size, height), size, wide - height, fill=ink, bold=True)
        self.shapes.append(plate + inside)
        self.boxes.append(Box(x, top, x + wide, top + height, words))
        return x + wide

    def mark(self, svg: str, x: float, y: float, reach: float, what: str) -> None:
        """Puts a round mark."""
        self.shapes.append(svg)
        self.boxes.append(Box(x - reach, y - reach, x + reach, y + reach, what))

    def svg(self) -> str:
        """The sheet as SVG."""
        return element(
            "svg",
            element("rect", width=WIDE, height=self.height, fill=PAPER),
            *self.under,
            *self.shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(WIDE)} {number(self.height)}",
            width=WIDE,
            height=self.height,
            font_family=FAMILY,
        )

    def png(self) -> bytes:
        """The sheet as PNG; a sheet that is too high comes out narrower."""
        return rasterise(self.svg(), self.pixels)

    @property
    def pixels(self) -> int:
        """How wide its picture is."""
        return max(1, int(WIDE * min(SHARP, MOST / max(self.height, 1.0))))


CHIP = 17.0
"""The height of a chip."""


def chip_width(words: str, size: float) -> float:
    return width_of(words, size, bold=True) + CHIP


def base(size: float, leading: float) -> float:
    """From the top of a line of text to what its letters stand on."""
    return (leading - (ABOVE + BELOW) * size) / 2 + ABOVE * size


def _line(words: str, x: float, y: float, size: float, wide: float, *, fill: str, bold: bool) -> str:
    """One line of text, held to the width it was measured at."""
    return element(
        "text",
        text(words),
        x=x,
        y=y,
        font_size=size,
        font_weight="bold" if bold else None,
        fill=fill,
        textLength=wide,
        lengthAdjust="spacingAndGlyphs",
    )
