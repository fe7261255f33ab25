"""Short Dutch that the pictures and their words share."""

from __future__ import annotations

from knowledge.saying import say_number
from knowledge.vocabulary import DUTCH, ModuleType


def counted(number: float, one: str, many: str) -> str:
    """``1 station``, ``9 stations``."""
    return f"{say_number(number)} {one if number == 1 else many}"


def stations(number: int) -> str:
    return counted(number, "station", "stations")


def steps(number: int) -> str:
    return counted(number, "stap", "stappen")


def weeks(number: int) -> str:
    return counted(number, "week", "weken")


def hours(number: float) -> str:
    return f"{say_number(number)} uur"


def type_and_hours(type_: ModuleType, number: float) -> list[str]:
    """``workshop`` and ``2 uur``; no hours when they aren't known."""
    return [DUTCH[type_], *([hours(number)] if number else [])]
