"""The style sheet of a picture: its dark dress."""

from __future__ import annotations

from knowledge.drawing.colours import DARK_BAND, DARK_ENROLLED, DARK_INK, DARK_PAPER, DARK_SOFT, told_from
from knowledge.drawing.network import Network


def style(network: Network) -> str:
    """What the dark dress changes; the light one stands in the elements themselves, and is what gets printed."""
    rules = [
        f":root{{background:{DARK_PAPER}}}.paper{{fill:{DARK_PAPER}}}.ink{{fill:{DARK_INK}}}"
        f".soft{{fill:{DARK_SOFT}}}.band{{fill:{DARK_BAND}}}"
        f".casing{{stroke:{DARK_PAPER}}}.edge{{stroke:none}}.enrolled{{stroke:{DARK_ENROLLED}}}"
    ]
    rules += [
        f".line-{n}{{stroke:{colour}}}"
        for n, colour in enumerate(told_from(DARK_PAPER, t.colour) for t in network.tracks)
    ]
    return f"@media screen and (prefers-color-scheme: dark){{{''.join(rules)}}}"
