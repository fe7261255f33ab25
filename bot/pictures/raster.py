"""SVG to PNG, with our own fonts and none of the machine's.

Run as a program it reads SVG from its input and writes the PNG to its output; it needs nothing else of ours.
"""

from __future__ import annotations

import sys
from pathlib import Path

import resvg_py

FONTS = Path(__file__).parent / "fonts"
"""Liberation Sans: its letters are as wide as those of Arial, which everything is measured by."""

FAMILY = "Liberation Sans"
PAPER = "#ffffff"


def rasterise(svg: str, width: int) -> bytes:
    """A picture as PNG, so many pixels wide. Raises ValueError for what is no SVG."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        background=PAPER,
        skip_system_fonts=True,
        font_files=[str(FONTS / f"LiberationSans-{style}.ttf") for style in ("Regular", "Bold")],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(rasterise(sys.stdin.buffer.read().decode(), int(sys.argv[1])))
