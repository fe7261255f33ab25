"""Reads the phrases of ``data/wishes.yml`` and makes them ready to be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import yaml

from knowledge.linking.words import norms_of

FILE = Path(__file__).parent / "data" / "wishes.yml"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying one or more values of a kind; see the head of the file for the flags."""

    kind: str
    values: tuple[str, ...]
    norms: tuple[str, ...]
    ruled_out: bool
    answer: bool


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """All phrases, each written out in full."""
    with FILE.open(encoding="utf-8") as file:
        groups: dict[str, list[dict[str, Any]]] = yaml.load(file, Loader=yaml.CSafeLoader)
    return tuple(
        dict.fromkeys(
            Phrase(
                kind,
                tuple(entry.get("means", ())),
                norms,
                bool(entry.get("ruled_out")),
                bool(entry.get("answer")),
            )
            for kind, entries in groups.items()
            for entry in entries
            for said in entry["say"]
            for norms in _written_out(said)
        )
    )


def _written_out(said: str) -> Iterator[tuple[str, ...]]:
    """ "(in|op) de avond" as "in de avond" and "op de avond"."""
    parts = re.split(r"\(([^()]*)\)", said)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    for choice in product(*([_norms(piece) for piece in pieces] for pieces in choices if pieces != [" "])):
        norms = tuple(chain.from_iterable(choice))
        if norms:
            yield norms


@lru_cache(maxsize=5_000)
def _norms(piece: str) -> tuple[str, ...]:
    return tuple(norms_of(piece))
