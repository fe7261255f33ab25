"""Names with a typing error in them, and names written apart or joined ("team leider", "smartmaintenance")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.linking.terms import Term

SHORTEST = 5
TWO_ERRORS = 8
"""Letters from which two errors are forgiven; then the first letter must be right."""
REMEMBERED = 4_000


class Typos:
    """Names by their letters only, to compare with what was typed.

    The distance is Damerau-Levenshtein's (optimal string alignment): a letter too many, too few, wrong, or
    two swapped.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        """``terms``: the likeliest first."""
        self._kinds: dict[str, dict[str, str]] = {}
        self._of_length: dict[int, list[str]] = defaultdict(list)
        self._remembered: dict[str, dict[str, str]] = {}
        for term in terms:
            self._add(term)

    def _add(self, term: Term) -> None:
        letters = key("".join(term.norms))
        if len(letters) < SHORTEST or letters.isdigit():
            return
        if letters not in self._kinds:
            self._of_length[len(letters)].append(letters)
        self._kinds.setdefault(letters, {}).setdefault(term.kind, term.value)

    def same(self, joined: str) -> dict[str, str]:
        """The values by kind of the name that has exactly these letters."""
        return self._plain(key(joined))

    def near(self, joined: str) -> dict[str, str]:
        """The values by kind of the nearest name within the errors that its length forgives."""
        letters = key(joined)
        if len(letters) < SHORTEST:
            return {}
        if letters not in self._remembered:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[letters] = self._plain(self._nearest(letters))
        return self._remembered[letters]

    def _nearest(self, letters: str) -> str:
        best, fewest = "", 3
        allowed = 2 if len(letters) >= TWO_ERRORS else 1
        for length in range(len(letters) - allowed, len(letters) + allowed + 1):
            names = self._of_length.get(length, [])
            for name, errors, _ in process.extract(
                letters, names, scorer=OSA.distance, score_cutoff=min(allowed, fewest), limit=5
            ):
                if errors < fewest and _is_forgiven(letters, name, int(errors)):
                    best, fewest = name, int(errors)
        return best

    def _plain(self, letters: str) -> dict[str, str]:
        values = dict(self._kinds.get(letters, {}))
        if len(values) > 1:
            values.pop("occupation", None)
        return values


def _is_forgiven(letters: str, name: str, errors: int) -> bool:
    if letters.endswith("en") and name == letters[:-2] + "er":
        return False  # "laserlassen" is what a laserlasser does
    if name[0] != letters[0]:
        return errors < 2 and letters[1:2] in name[:2]
    return errors < 2 or len(name) >= TWO_ERRORS


def key(joined: str) -> str:
    """Only the letters and digits: no apostrophes, spaces or signs."""
    return "".join(c for c in joined if c.isalnum())
