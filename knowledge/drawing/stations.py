"""The marks of the stations: round for one line, long for a transfer, with the letter of the module's type."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.drawing.colours import DONE, ENROLLED, INK, NEXT, PAPER, told_from
from knowledge.drawing.markup import Value, element, text
from knowledge.drawing.network import Network
from knowledge.drawing.own import Own, State
from knowledge.drawing.shape import Mark, Point, Words
from knowledge.drawing.sizes import SIZES
from knowledge.vocabulary import DUTCH, Phase, Skip

Link = Callable[[str], str]
"""The address of a module's page, by its id."""

RIM = 3.0


def station(network: Network, mark: Mark, own: Own, link: Link | None = None) -> str:
    """One station as a group: what it is in words, its mark, and its name."""
    state = own.state(mark.module)
    inside = [
        element("title", text(described(network, mark, state))),
        *_halo(mark, state),
        shape_of(mark.start, mark.end, _rim(network, mark), state),
        _letter(network, mark, state),
        words(mark.name, SIZES.text, fill=INK, class_="ink"),
    ]
    if link:
        inside = [inside[0], element("a", *inside[1:], href=link(mark.module), target="_top")]
    return element(
        "g", *inside, class_="station", data_module=mark.module, opacity=0.5 if state is State.SKIPPED else None
    )


def described(network: Network, mark: Mark, state: State | None) -> str:
    """All there is to know of a station, in plain words."""
    sight = network.sights[mark.module]
    lines = [track.name for track in network.tracks if track.id in mark.lines]
    stops = [stop for track in network.tracks for stop in track.stops if stop.module == mark.module]
    phases = dict.fromkeys(DUTCH[stop.phase] for stop in stops)
    said = [DUTCH[sight.type], *([f"{sight.hours:g} uur".replace(".", ",")] if sight.hours else []), *phases]
    at = ("overstap tussen " if len(lines) > 1 else "lijn ") + _listed(lines)
    costs = ["overslaan kost je de erkenning"] if any(stop.skip is Skip.COSTS_RECOGNITION for stop in stops) else []
    return f"{sight.name}: {', '.join([*said, at, *costs, *([state.value] if state else [])])}"


def _listed(names: list[str]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _rim(network: Network, mark: Mark) -> str:
    """A transfer has a rim of ink, a station of one line that line's colour."""
    colours = [track.colour for track in network.tracks if track.id in mark.lines]
    return told_from(PAPER, colours[0]) if len(colours) == 1 else INK


def shape_of(start: Point, end: Point, rim: str, state: State | None = None, class_: str | None = None) -> str:
    """A mark over its lines: a thick round line of the rim's colour with a thinner white one in it."""
    ground = DONE if state is State.DONE else PAPER
    path: dict[str, Value | None] = {
        "x1": start[0],
        "y1": start[1],
        "x2": end[0] + 0.01,
        "y2": end[1],
        "stroke_linecap": "round",
    }
    dashes = "3 4" if state is State.SKIPPED else None
    return element("line", **path, stroke=rim, stroke_width=2 * SIZES.mark, stroke_dasharray=dashes) + element(
        "line", **path, stroke=ground, stroke_width=2 * (SIZES.mark - RIM), class_=class_
    )


def _halo(mark: Mark, state: State | None) -> list[str]:
    if state not in (State.NEXT, State.ENROLLED):
        return []
    (x1, y1), (x2, y2) = mark.start, mark.end
    wide = 2 * SIZES.mark + (10 if state is State.NEXT else 7)
    colour = NEXT if state is State.NEXT else ENROLLED
    halo = element(
        "line",
        x1=x1,
        y1=y1,
        x2=x2 + 0.01,
        y2=y2,
        stroke=colour,
        stroke_width=wide,
        stroke_linecap="round",
        class_="enrolled" if state is State.ENROLLED else None,
    )
    return [halo]


def _letter(network: Network, mark: Mark, state: State | None) -> str:
    x, y = (mark.start[0] + mark.end[0]) / 2, (mark.start[1] + mark.end[1]) / 2
    if state is State.DONE:
        return element(
            "path",
            d=f"M{x - 5:.1f} {y:.1f}l3.5 4 6.5 -8",
            fill="none",
            stroke=PAPER,
            stroke_width=2.5,
            stroke_linecap="round",
        )
    return element(
        "text",
        text(network.sights[mark.module].type),
        x=x,
        y=y + 4.4,
        font_size=12.0,
        font_weight="bold",
        fill=INK,
        text_anchor="middle",
        aria_hidden="true",
    )


def words(found: Words, size: float, *, fill: str, class_: str | None = None, bold: bool = False) -> str:
    """Lines of text in their box; each is held to the width it was measured at, whatever the font is."""
    middle = (found.left + found.right) / 2
    pad = (found.bottom - found.top - SIZES.leading * len(found.lines)) / 2
    return element(
        "g",
        *(
            element(
                "text",
                text(line),
                x=middle,
                y=found.top + pad + SIZES.leading * (n + 0.76),
                textLength=width,
                lengthAdjust="spacingAndGlyphs",
            )
            for n, (line, width) in enumerate(zip(found.lines, found.widths, strict=True))
        ),
        class_=class_,
        fill=fill,
        font_size=size,
        font_weight="bold" if bold else None,
        text_anchor="middle",
        aria_hidden="true",
    )


def phase_words(phase: Phase) -> str:
    return DUTCH[phase].capitalize()
