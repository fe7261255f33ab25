"""How numbers are said in Dutch."""

from __future__ import annotations


def say_number(number: float) -> str:
    """A number as short as it can be, with a comma: ``3``, ``2,5``."""
    return f"{number:g}".replace(".", ",")
