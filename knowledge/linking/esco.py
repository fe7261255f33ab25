"""The occupations of ESCO (the European classification) as far as they are of the making industry.

Source and licence: ``data/README.md``. "This service uses the ESCO classification of the European Commission."
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "esco_occupations_nl.csv"

TOO_WIDE = frozenset({"medewerker", "arbeider", "handlanger", "specialist", "deskundige", "cao", "trdl", "valet"})
"""Names in ESCO that say nothing, or something else, in a talk."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """``label`` is the preferred Dutch name, ``names`` are all names with the preferred one first."""

    uri: str
    label: str
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def occupations() -> tuple[Occupation, ...]:
    """All occupations, in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(_occupation(row) for row in csv.DictReader(lines))


def _occupation(row: dict[str, str]) -> Occupation:
    names = [row["label"], *row["alternative_labels"].split("|")]
    kept = [name for name in dict.fromkeys(names) if name and name.lower() not in TOO_WIDE]
    return Occupation(row["uri"], row["label"], tuple(kept))
