"""``python -m tests.evaluate.values [held-out|seen] [--show]``: how well the linker finds the values people name.

Of the held-out file only the table is printed, so that nobody tunes the linker to its sentences.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.catalogue.load import load_content
from knowledge.catalogue.snapshot import read_catalogue
from knowledge.linking import Linker
from tests.bench.figures import say
from tests.databases import sqlite
from tests.evaluate.value_file import FILES, Named, of_mention, read_values

CONTENT = Path(__file__).parents[2] / "knowledge" / "content"
LOADED_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    """A text with what it names and what was found in it."""

    text: str
    named: Sequence[Named]
    found: Sequence[Named]


@dataclass(frozen=True)
class Figures:
    """How many were found rightly, not found, and found without being there."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 when nothing was found."""
        return _part(self.right, self.extra)

    @property
    def recall(self) -> float:
        """The part of what is named that was found; 1 when nothing is named."""
        return _part(self.right, self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _part(2 * self.right, self.missed + self.extra)


@dataclass(frozen=True)
class ValuesReport:
    """Figures of all together and of each kind, and the misses and extras with their texts."""

    total: Figures
    kinds: dict[str, Figures]
    misses: list[tuple[str, Named]]
    extras: list[tuple[str, Named]]
    whole: int
    texts: int

    def table(self) -> list[str]:
        """Lines to print, the kinds in alphabetical order; ``whole`` counts texts without any fault."""
        head = f"{'kind':<16}{'right':>6}{'missed':>8}{'extra':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
        rows = [_row(kind, figures) for kind, figures in [*sorted(self.kinds.items()), ("all", self.total)]]
        return [head, *rows, f"texts without a fault: {self.whole} of {self.texts}"]


def score(pairs: Iterable[Pair]) -> ValuesReport:
    """Compares (kind, value, negated) as multisets within each text, and adds up over all texts."""
    right: Counter[str] = Counter()
    misses: list[tuple[str, Named]] = []
    extras: list[tuple[str, Named]] = []
    whole = texts = 0
    for pair in pairs:
        named, found = Counter(pair.named), Counter(pair.found)
        missed, extra = sorted((named - found).elements()), sorted((found - named).elements())
        right.update(one.kind for one in (named & found).elements())
        misses += [(pair.text, one) for one in missed]
        extras += [(pair.text, one) for one in extra]
        whole += not missed and not extra
        texts += 1
    kinds = _by_kind(right, misses, extras)
    return ValuesReport(Figures(right.total(), len(misses), len(extras)), kinds, misses, extras, whole, texts)


def measure_values(path: Path) -> ValuesReport:
    """What the linker of the shipped catalogue makes of a file of utterances."""
    linker = shipped_linker()
    return score(
        Pair(one.text, one.named, [of_mention(mention) for mention in linker.link(one.text, one.now)])
        for one in read_values(path)
    )


def shipped_linker() -> Linker:
    """A linker over the catalogue that ships with the navigator."""
    with TemporaryDirectory() as folder, sqlite(Path(folder) / "navigator.db") as engine:
        loaded = load_content(engine, CONTENT, LOADED_AT)
        return Linker(read_catalogue(engine, loaded.version))


def _by_kind(
    right: Counter[str], misses: Iterable[tuple[str, Named]], extras: Iterable[tuple[str, Named]]
) -> dict[str, Figures]:
    missed = Counter(one.kind for _, one in misses)
    extra = Counter(one.kind for _, one in extras)
    return {kind: Figures(right[kind], missed[kind], extra[kind]) for kind in right | missed | extra}


def _part(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def _row(kind: str, figures: Figures) -> str:
    counts = f"{figures.right:>6}{figures.missed:>8}{figures.extra:>7}"
    return f"{kind:<16}{counts}{figures.precision:>11.3f}{figures.recall:>8.3f}{figures.f1:>7.3f}"


def main() -> None:
    """Prints the table; the faults too for the seen file, and for the held-out one only when asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate.values")
    parser.add_argument("file", nargs="?", choices=sorted(FILES), default="seen")
    parser.add_argument("--show", action="store_true", help="also print the sentences of the held-out file")
    asked = parser.parse_args()
    report = measure_values(FILES[asked.file])
    if asked.show or asked.file == "seen":
        for word, faults in (("missed", report.misses), ("extra", report.extras)):
            for text, one in faults:
                say(f"{word:<7}{one!s:<60} {text}")
    for line in report.table():
        say(line)


if __name__ == "__main__":
    main()
