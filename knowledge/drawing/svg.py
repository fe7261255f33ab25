"""A drawing as an SVG picture: light and dark by the reader's choice, light on paper."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.drawing.colours import (
    BAND,
    INK,
    PAPER,
    SOFT,
    legible_on,
)
from knowledge.drawing.dressing import style
from knowledge.drawing.legend import legend, legend_height, widest
from knowledge.drawing.lines import lines
from knowledge.drawing.markup import element, number, text
from knowledge.drawing.network import Network, Track
from knowledge.drawing.own import Own
from knowledge.drawing.paths import dotted
from knowledge.drawing.plates import SIGN_TEXT
from knowledge.drawing.shape import Band, Drawing, Sign
from knowledge.drawing.stations import Link, phase_words, station, words
from knowledge.drawing.words import width_of

FONTS = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
HEAD = 76.0
"""Above the drawing: the name of the map and its region."""

NARROWEST = 420.0


def picture(network: Network, drawing: Drawing, own: Own | None = None, link: Link | None = None) -> str:
    """The picture of a map. Its own words are escaped; nothing in it runs or is fetched.

    Args:
        own: a person's marks, to show on it.
        link: gives each station an address and makes it a link that the keyboard reaches.
    """
    own = own or Own()
    width = max(drawing.width, NARROWEST, widest(network, own))
    height = HEAD + drawing.height + legend_height(network, own, width)
    ids = f"kaart-{network.id}-naam", f"kaart-{network.id}-uitleg"
    tracks = {track.id: track for track in network.tracks}
    return element(
        "svg",
        element("title", text(network.name), id=ids[0]),
        element("desc", text(_told(network, drawing)), id=ids[1]),
        element("style", style(network)),
        element("rect", width=width, height=height, fill=PAPER, class_="paper"),
        *_heading(network, width),
        element(
            "g",
            *(_band(band, drawing, n) for n, band in enumerate(drawing.bands)),
            *lines(network, drawing),
            *(_sign(tracks[sign.line], sign) for sign in drawing.signs),
            *dotted(network, drawing, own),
            *(station(network, mark, own, link) for mark in drawing.marks),
            transform=f"translate({number((width - drawing.width) / 2)} {number(HEAD)})",
        ),
        legend(network, own, width, HEAD + drawing.height),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="group" if link else "img",
        lang="nl",
        aria_labelledby=" ".join(ids),
        font_family=FONTS,
    )


def _told(network: Network, drawing: Drawing) -> str:
    lines = ". ".join(
        f"Lijn {track.name}: " + ", ".join(network.sights[stop.module].name for stop in track.stops)
        for track in network.tracks
    )
    counted = f"Metrokaart met {len(network.tracks)} lijnen en {len(drawing.marks)} stations."
    return f"{counted} {lines}. {network.description}".rstrip()


def _heading(network: Network, width: float) -> Iterator[str]:
    """The name of the map and its region, in letters that fit."""
    said = network.region + (" · voorbeeld" if network.example else "")
    for words_, y, size, bold, ink in ((network.name, 44.0, 28.0, True, INK), (said, 68.0, 16.0, False, SOFT)):
        fits = (width - 80) / max(width_of(words_, size, bold=bold), 1)
        yield element(
            "text",
            text(words_),
            x=40.0,
            y=y,
            font_size=size * min(1, fits),
            font_weight="bold" if bold else None,
            fill=ink,
            class_="ink" if bold else "soft",
        )


def _band(band: Band, drawing: Drawing, place: int) -> str:
    """Every other band is tinted; its phase stands above it."""
    ground = element(
        "rect", x=band.left, y=8.0, width=band.right - band.left, height=drawing.height - 8, fill=BAND, class_="band"
    )
    name = element(
        "text",
        text(phase_words(band.phase)),
        x=(band.left + band.right) / 2,
        y=32.0,
        font_size=15.0,
        fill=SOFT,
        font_weight="bold",
        text_anchor="middle",
        class_="soft",
    )
    return (ground if place % 2 == 0 else "") + name


def _sign(track: Track, sign: Sign) -> str:
    box = sign.words
    return element(
        "g",
        element(
            "rect",
            x=box.left,
            y=box.top,
            width=box.right - box.left,
            height=box.bottom - box.top,
            rx=5.0,
            fill=track.colour,
        ),
        words(box, SIGN_TEXT, fill=legible_on(track.colour), bold=True),
        data_sign=track.id,
    )
