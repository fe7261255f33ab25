"""Plots as inline SVG. Lengths are percentages, so that a plot takes the width there is and its letters keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.evaluate.showing.markup import Html, join, tag
from tests.evaluate.targets import written

LEFT, RIGHT = 41.0, 86.0
"""Where the bars begin and end, in percent of the width: labels to the left, figures to the right."""

THICK, GAP = 13, 9
"""Of a bar and of the space below a row, in pixels."""


@dataclass(frozen=True)
class Bar:
    """A row of a plot: one share (0 to 1) for each series, None where there is none, and a target of the first.

    Without any value it is a heading.
    """

    label: str
    values: tuple[float | None, ...] = ()
    target: float | None = None


def bars(id: str, title: str, rows: Sequence[Bar], series: Sequence[str]) -> Html:
    """Bars that lie, from 0 to 1, with the figure behind each; with a key when there are several series."""
    parts, top = [], 0
    for row in rows:
        parts.append(_row(row, top))
        top += max(1, len(_trimmed(row.values))) * THICK + GAP
    names = f" for {' and for '.join(series)}" if len(series) > 1 else ""
    marks = " A small upright line marks a target." if any(row.target is not None for row in rows) else ""
    desc = f"Bars from 0 to 100%{names}: {'; '.join(_told(row) for row in rows if row.values)}.{marks}"
    return join([key(series, marked=bool(marks)), svg(id, title, desc, top, parts)])


def svg(id: str, title: str, desc: str, height: int, parts: Sequence[str], **attributes: object) -> Html:
    """A picture with its name and what is to be seen in it; the height is in pixels."""
    named = (tag("title", title, id=f"{id}-title"), tag("desc", desc, id=f"{id}-desc"))
    ids = {"aria_labelledby": f"{id}-title", "aria_describedby": f"{id}-desc"}
    return tag("svg", *named, *parts, role="img", height=height, **ids, **{"width": "100%", **attributes})


def key(series: Sequence[str], marked: bool = False) -> Html:
    """What the colours stand for; nothing when there is one series and no target."""
    names = [(f"series-{number}", name) for number, name in enumerate(series)] if len(series) > 1 else []
    names += [("aim", "target")] if marked else []
    items = [tag("li", tag("span", class_=f"swatch {kind}", aria_hidden="true"), name) for kind, name in names]
    return tag("ul", *items, class_="key") if items else Html()


def percent(value: float) -> str:
    """A coordinate."""
    return f"{value:.2f}%"


def _row(row: Bar, top: int) -> Html:
    if not row.values:
        return tag("text", row.label, x="0", y=top + THICK, class_="heading")
    values = _trimmed(row.values)
    height = len(values) * THICK
    parts = [tag("text", row.label, x=percent(LEFT - 2), y=top + height / 2 + 4, class_="label")]
    for number, value in enumerate(values):
        parts += _bar(number, value, top + number * THICK)
    if row.target is not None:
        at = percent(_place(row.target))
        parts.append(tag("line", x1=at, x2=at, y1=top - 3, y2=top + THICK + 1, class_="aim"))
    return join(parts)


def _bar(number: int, value: float | None, top: int) -> list[Html]:
    if value is None:
        return []
    wide = percent(_place(value) - LEFT)
    back = tag("rect", x=percent(LEFT), y=top, width=percent(RIGHT - LEFT), height=THICK - 2, class_="back")
    front = tag("rect", x=percent(LEFT), y=top, width=wide, height=THICK - 2, class_=f"series-{number}")
    return [back, front, tag("text", written(value, "share"), x=percent(RIGHT + 1.5), y=top + THICK - 3)]


def _trimmed(values: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """Without the series at the end that have nothing here: they would leave a hole."""
    last = max((number for number, value in enumerate(values) if value is not None), default=-1)
    return values[: last + 1]


def _place(share: float) -> float:
    return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share))


def _told(row: Bar) -> str:
    return f"{row.label} {' and '.join('not measured' if one is None else written(one, 'share') for one in row.values)}"
