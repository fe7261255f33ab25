"""A picture of which intents are taken for which, and the list of those confusions."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluate.card import Confusion
from tests.evaluate.showing.markup import Html, join, tag
from tests.evaluate.showing.plots import svg

CELL, EDGE = 13, 150
"""Pixels of a cell, and of the names beside and above."""


def heat_map(id: str, confusion: Confusion) -> Html:
    """A square for each pair of intents: the diagonal pale, what is off it the stronger the more often it happens."""
    size = EDGE + CELL * len(confusion.names) + CELL
    most = max((times for *_, times in confused(confusion)), default=0)
    parts = [*_names(confusion.names), *_diagonal(confusion), *_off_diagonal(confusion, most)]
    desc = (
        "Each row is what was meant, each column what it was taken for. Pale squares on the diagonal are right; "
        f"coloured ones are confusions, the stronger the more often, at most {most} times. The table says the same."
    )
    picture = svg(id, "What was taken for what", desc, size, parts, width=size)
    return join([_key(most), _scrolling(picture)])


def confused(confusion: Confusion) -> list[tuple[str, str, int]]:
    """What was meant, what it was taken for and how often, the most frequent first."""
    pairs = [
        (meant, taken, times)
        for meant, row in zip(confusion.names, confusion.rows, strict=True)
        for taken, times in zip(confusion.names, row, strict=True)
        if times and meant != taken
    ]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _scrolling(picture: Html) -> Html:
    label = "Picture of the confusions; scrolls sideways"
    return tag("div", picture, class_="scroll", role="region", tabindex="0", aria_label=label)


def _key(most: int) -> Html:
    """The scale of the colours."""
    items = [("right", "right", 1.0)]
    items += [("wrong", f"{times} wrong", _strength(times, most)) for times in sorted({1, most} - {0}) if most]
    return tag("ul", *(tag("li", _swatch(kind, strong), name) for kind, name, strong in items), class_="key")


def _swatch(kind: str, strong: float) -> Html:
    return tag("span", class_=f"swatch {kind}", style=f"opacity: {strong:.2f}", aria_hidden="true")


def _names(names: list[str]) -> Iterator[Html]:
    end = EDGE + CELL * len(names)
    for number, name in enumerate(names):
        at = EDGE + CELL * number
        if number % 2 == 0:
            yield tag("rect", x=0, y=at, width=end, height=CELL, class_="stripe")
            yield tag("rect", x=at, y=0, width=CELL, height=end, class_="stripe")
        turned = f"translate({at + CELL - 3} {EDGE - 4}) rotate(-90)"
        yield tag("text", name, x=EDGE - 4, y=at + CELL - 3, class_="label small")
        yield tag("text", name, transform=turned, class_="small")


def _diagonal(confusion: Confusion) -> Iterator[Html]:
    for place, name in enumerate(confusion.names):
        right, total = confusion.rows[place][place], sum(confusion.rows[place])
        if right:
            yield _square(place, place, "right", 1.0, f"{name}: {right} of {total} right")


def _off_diagonal(confusion: Confusion, most: int) -> Iterator[Html]:
    places = {name: place for place, name in enumerate(confusion.names)}
    for meant, taken, times in confused(confusion):
        said = f"{meant} taken for {taken}: {times}"
        yield _square(places[meant], places[taken], "wrong", _strength(times, most), said)


def _square(row: int, column: int, kind: str, strong: float, said: str) -> Html:
    x, y = EDGE + CELL * column, EDGE + CELL * row
    opacity = f"{strong:.2f}" if strong < 1 else None
    return tag("rect", tag("title", said), x=x, y=y, width=CELL - 1, height=CELL - 1, class_=kind, fill_opacity=opacity)


def _strength(times: int, most: int) -> float:
    return 0.35 + 0.65 * times / most
