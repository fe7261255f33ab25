"""Names with a typing error in them, and names written apart or joined ("team leider", "smartmaintenance")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

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
        self._remembered: dict[str, str] = {}
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
        return self._values(key(joined))

    def near(self, word: str) -> dict[str, str]:
        """The values by kind of the nearest name within the errors that its length forgives."""
        name = self._name(key(word))
        return self._values(name) if _is_same_sort(key(word), name) else {}

    def near_pair(self, one: str, other: str, sure: Container[str]) -> dict[str, str]:
        """Likewise for two words; a word of ``sure``, rightly spelled, must be in the name as it is."""
        name = self._name(key(one + other))
        return self._values(name) if all(key(word) in name for word in (one, other) if word in sure) else {}

    def _name(self, letters: str) -> str:
        if letters not in self._remembered:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[letters] = self._nearest(letters) if len(letters) >= SHORTEST else ""
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

    def _values(self, letters: str) -> dict[str, str]:
        values = dict(self._kinds.get(letters, {}))
        if len(values) > 1:
            values.pop("occupation", None)
        return values


def _is_forgiven(letters: str, name: str, errors: int) -> bool:
    """Two errors ask for a long name; a wrong first letter is forgiven when it was swapped or added."""
    if name[0] != letters[0]:
        return errors < 2 and letters[1:2] in name[:2]
    return errors < 2 or len(name) >= TWO_ERRORS


def _is_same_sort(letters: str, name: str) -> bool:
    """Not "laserlassen" for a laserlasser, nor "mechatronica" for a mechatronicus."""
    if letters.endswith("en") and name.endswith(("er", "ster")):
        return False
    return letters[-1:] == name[-1:] or OSA.distance(letters, name) < 2


def key(joined: str) -> str:
    """Only the letters and digits: no apostrophes, spaces or signs."""
    return "".join(c for c in joined if c.isalnum())
