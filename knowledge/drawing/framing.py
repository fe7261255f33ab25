"""Boxes of words, and the frame around a drawing."""

from __future__ import annotations

from knowledge.drawing.plates import SIGN_EDGE, SIGN_TEXT, height_of_sign
from knowledge.drawing.shape import Band, Drawing, Mark, Point, Route, Sign, Words
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.words import Wrapped, width_of

MARGIN = 40.0
HEAD = 34.0
"""Above the highest line: the names of the phases."""


def name_box(text: Wrapped, x: float, top: float) -> Words:
    """The name of a station, centred on ``x``."""
    widths = tuple(round(width_of(line, SIZES.text), 1) for line in text.lines)
    half = text.width / 2
    return Words(
        lines=text.lines,
        widths=widths,
        left=x - half,
        right=x + half,
        top=top,
        bottom=top + SIZES.leading * len(text.lines),
    )


def sign_box(text: Wrapped, left: float, top: float) -> Words:
    """The sign of a line."""
    return Words(
        lines=text.lines,
        widths=tuple(round(width_of(one, SIGN_TEXT, bold=True), 1) for one in text.lines),
        left=left,
        right=left + text.width + 2 * SIGN_EDGE,
        top=top,
        bottom=top + height_of_sign(text),
    )


def framed(map_id: str, routes: list[Route], marks: list[Mark], signs: list[Sign], bands: list[Band]) -> Drawing:
    """Everything moved so that it fits in a frame with margins."""
    points = [point for one in routes for piece in one.pieces for point in piece]
    words = [mark.name for mark in marks] + [sign.words for sign in signs]
    xs = [x for x, _ in points] + [x for one in words for x in (one.left, one.right)] or [0.0]
    ys = [y for _, y in points] + [y for one in words for y in (one.top, one.bottom)] or [0.0]
    right, across, down = MARGIN - min(xs), max(xs) - min(xs) + 2 * MARGIN, MARGIN + HEAD - min(ys)
    return Drawing(
        map=map_id,
        width=round(across, 1),
        height=round(max(ys) + down + MARGIN, 1),
        routes=tuple(
            Route(line=one.line, pieces=tuple(tuple(_moved(p, right, down) for p in piece) for piece in one.pieces))
            for one in routes
        ),
        marks=tuple(
            mark.model_copy(
                update={
                    "start": _moved(mark.start, right, down),
                    "end": _moved(mark.end, right, down),
                    "name": _words_moved(mark.name, right, down),
                }
            )
            for mark in marks
        ),
        signs=tuple(Sign(line=one.line, words=_words_moved(one.words, right, down)) for one in signs),
        bands=tuple(
            Band(
                phase=one.phase,
                left=round(max(0.0, one.left + right), 1),
                right=round(min(across, one.right + right), 1),
            )
            for one in bands
        ),
    )


def _moved(point: Point, right: float, down: float) -> Point:
    return round(point[0] + right, 2), round(point[1] + down, 2)


def _words_moved(words: Words, right: float, down: float) -> Words:
    return words.model_copy(
        update={
            "left": round(words.left + right, 2),
            "right": round(words.right + right, 2),
            "top": round(words.top + down, 2),
            "bottom": round(words.bottom + down, 2),
        }
    )
