"""The key under a map: what letters, marks and colours mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.drawing.colours import DONE, ENROLLED, INK, NEXT, PAPER, PATH, SOFT
from knowledge.drawing.markup import Value, element, number, text
from knowledge.drawing.network import Network
from knowledge.drawing.own import Own, State
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.stations import shape_of
from knowledge.drawing.words import width_of
from knowledge.vocabulary import DUTCH, ModuleType

MARGIN, ROW, GAP, SIZE = 40.0, 32.0, 26.0, 14.0


@dataclass(frozen=True)
class Entry:
    """A symbol, drawn around 0, 0 and ``wide`` px wide, and its meaning."""

    symbol: str
    wide: float
    meaning: str

    @property
    def width(self) -> float:
        return self.wide + 8 + width_of(self.meaning, SIZE) * 1.03


def legend_height(network: Network, own: Own, width: float) -> float:
    return ROW * sum(len(_rows(group, width)) for group in _groups(network, own)) + 28


def widest(network: Network, own: Own) -> float:
    """The width that the longest meaning needs."""
    return max((entry.width for group in _groups(network, own) for entry in group), default=0) + 2 * MARGIN


def legend(network: Network, own: Own, width: float, top: float) -> str:
    """The key in rows that fit the width."""
    placed = []
    y = top + ROW / 2 + 4
    for group in _groups(network, own):
        for row in _rows(group, width):
            x = MARGIN
            for entry in row:
                placed.append(_entry(entry, x, y))
                x += entry.width + GAP
            y += ROW
    return element("g", *placed, class_="legend")


def _entry(entry: Entry, x: float, y: float) -> str:
    meaning = element(
        "text", text(entry.meaning), x=x + entry.wide + 8, y=y + 5, font_size=SIZE, fill=SOFT, class_="soft"
    )
    return element("g", entry.symbol, transform=f"translate({number(x + entry.wide / 2)} {number(y)})") + meaning


def _rows(entries: list[Entry], width: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    room = 0.0
    for entry in entries:
        if not rows or room + entry.width > width - MARGIN:
            rows.append([])
            room = MARGIN
        rows[-1].append(entry)
        room += entry.width + GAP
    return rows


def _groups(network: Network, own: Own) -> list[list[Entry]]:
    return [list(_line_entries(network)), [*_type_entries(network), *_transfer(network)], list(_own_entries(own))]


def _line_entries(network: Network) -> Iterator[Entry]:
    for n, track in enumerate(network.tracks):
        swatch = element(
            "line",
            x1=-14.0,
            x2=14.0,
            stroke=track.colour,
            stroke_width=SIZES.line,
            stroke_linecap="round",
            class_=f"line-{n}",
        )
        audience = f" – voor {_lower(track.audience)}" if track.audience else ""
        yield Entry(swatch, 36.0, track.name + audience)


def _lower(words: str) -> str:
    """Without the capital of a sentence; an abbreviation keeps its own."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _type_entries(network: Network) -> Iterator[Entry]:
    used = {sight.type for sight in network.sights.values()}
    for type_ in ModuleType:
        if type_ in used:
            mark = shape_of((0, 0), (0, 0), SOFT)
            letter = element(
                "text", type_.value, y=4.4, font_size=12.0, font_weight="bold", fill=INK, text_anchor="middle"
            )
            yield Entry(mark + letter, 24.0, DUTCH[type_])


def _transfer(network: Network) -> Iterator[Entry]:
    modules = [module for track in network.tracks for module in {stop.module for stop in track.stops}]
    if len(modules) > len(set(modules)):
        yield Entry(shape_of((-6.5, 0), (6.5, 0), INK), 38.0, "overstapstation")


def _own_entries(own: Own) -> Iterator[Entry]:
    used = {State.DONE: own.done, State.NEXT: own.next, State.ENROLLED: own.enrolled, State.SKIPPED: own.skipped}
    halos = {State.NEXT: NEXT, State.ENROLLED: ENROLLED}
    for state, modules in used.items():
        if modules:
            mark = shape_of((0, 0), (0, 0), DONE if state is State.DONE else INK, state)
            if state in halos:
                mark = element("circle", r=SIZES.mark + 4, fill=halos[state]) + mark
            faint = 0.5 if state is State.SKIPPED else None
            yield Entry(element("g", mark, opacity=faint), 34.0, state.value)
    if own.path:
        yield Entry(path_line("M-16 0H16"), 40.0, "jouw ontwikkelpad")


def path_line(d: str) -> str:
    """The red dotted line, on a white one so that it shows on every colour."""
    common: dict[str, Value | None] = {"d": d, "fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
    dots = element("path", **common, stroke=PATH, stroke_width=5.0, stroke_dasharray="0.1 9")
    return element("path", **common, stroke=PAPER, stroke_width=8.0) + dots
