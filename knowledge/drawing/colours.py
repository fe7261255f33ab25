"""Colours that can be told from what they stand on (contrast as WCAG 2.2 defines it)."""

from __future__ import annotations

PAPER, INK, SOFT, BAND = "#ffffff", "#16211f", "#4d5b58", "#eef3f3"
DARK_PAPER, DARK_INK, DARK_SOFT, DARK_BAND = "#121817", "#e8eeec", "#abb9b5", "#1c2524"
DONE, NEXT, ENROLLED, DARK_ENROLLED = "#0b6464", "#c26a00", "#0b6464", "#6fd0c8"
PATH = "#c4001a"
"""The development path: the red dotted line."""

ENOUGH = 3.0
"""The least contrast of a line with the ground it lies on."""


def luminance(colour: str) -> float:
    """From 0 (black) to 1 (white)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible_on(ground: str) -> str:
    """White or our ink, whichever can be read best on a colour."""
    return max((PAPER, INK), key=lambda ink: contrast(ink, ground))


def told_from(ground: str, colour: str) -> str:
    """The colour, mixed with white (on a dark ground) or black no further than it needs to stand out."""
    towards = 255 if luminance(ground) < 0.2 else 0
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    for share in range(0, 101, 5):
        mixed = "#" + "".join(f"{round(part + (towards - part) * share / 100):02x}" for part in parts)
        if contrast(mixed, ground) >= ENOUGH:
            return mixed
    return mixed
