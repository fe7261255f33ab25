"""How the headline figures went from commit to commit: a small plot of each, and a table of all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.evaluate.history import Line
from tests.evaluate.showing.markup import Html, folded, join, section, table, tag
from tests.evaluate.showing.plots import percent, svg
from tests.evaluate.targets import Target, read_targets, written

LAST = 30
"""Runs that are shown; the file keeps them all."""

LEFT, RIGHT, TOP, BOTTOM = 18.0, 98.0, 10.0, 68.0
"""Where a plot's points lie: percent of the width, beside the scale, and pixels of the height."""


def course(lines: Sequence[Line]) -> Html:
    """The runs, oldest first; there is at least one."""
    shown, targets = lines[-LAST:], read_targets().targets
    plots = [
        _plot(name, target, shown) for name, target in targets.items() if any(name in one.figures for one in shown)
    ]
    head = ("Commit", "Date", *(target.name for target in targets.values()))
    what = _what(len(shown), len(lines))
    return section(
        "course",
        "From commit to commit",
        tag("p", f"{what}, the oldest to the left; the dashed line is the target. Each plot has its own scale."),
        tag("div", *plots, class_="many"),
        folded("The figures as a table", table(f"{what}, the newest first", head, map(_row, reversed(shown)))),
    )


def _what(shown: int, all: int) -> str:
    if all == 1:
        return "The only run so far"
    return f"The last {shown} of {all} runs" if all > shown else f"All {all} runs"


def _plot(name: str, target: Target, lines: Sequence[Line]) -> Html:
    found = [(place, line.commit, line.figures[name]) for place, line in enumerate(lines) if name in line.figures]
    values = [target.bound, *(value for *_, value in found)]
    low, high = _range(values)

    def at(place: int, value: float) -> tuple[str, float]:
        across = place / (len(lines) - 1) if len(lines) > 1 else 1.0
        return percent(LEFT + (RIGHT - LEFT) * across), BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low)

    points = [(commit, value, *at(place, value)) for place, commit, value in found]
    aim = at(0, target.bound)[1]
    parts = [tag("line", x1=percent(LEFT), x2="100%", y1=f"{aim:.1f}", y2=f"{aim:.1f}", class_="aim dashed")]
    parts += [_scale(target, value, at(0, value)[1]) for value in sorted({min(values), max(values)})]
    parts += [_segment(one[2:], other[2:]) for one, other in pairwise(points)]
    parts += [_dot(f"{commit}: {target.shown(value)}", x, y) for commit, value, x, y in points]
    desc = f"Target {target.wanted()}. {'; '.join(f'{commit} {target.shown(value)}' for commit, value, *_ in points)}."
    last = tag("strong", target.shown(points[-1][1]))
    old = "" if name in lines[-1].figures else ", not measured since"
    now = join([target.name, ": ", last, f" (target {target.wanted()}{old})"])
    return tag("figure", tag("figcaption", now), svg(f"plot-course-{name}", target.name, desc, 78, parts))


def _range(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest value, with room around one that never changed."""
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def _scale(target: Target, value: float, y: float) -> Html:
    return tag(
        "text", written(value, target.unit).removesuffix(" points"), x="0", y=f"{y + 4:.1f}", class_="small soft"
    )


def _segment(one: tuple[str, float], other: tuple[str, float]) -> Html:
    return tag("line", x1=one[0], y1=f"{one[1]:.1f}", x2=other[0], y2=f"{other[1]:.1f}", class_="course")


def _dot(said: str, x: str, y: float) -> Html:
    return tag("circle", tag("title", said), cx=x, cy=f"{y:.1f}", r="3.5", class_="course")


def _row(line: Line) -> tuple[str, ...]:
    targets = read_targets().targets
    cells = [target.shown(line.figures[name]) if name in line.figures else "–" for name, target in targets.items()]
    return (line.commit, f"{line.made:%Y-%m-%d}", *cells)
