"""Names inside a longer word: "storingsmonteur" is a monteur, a "cobotcursus" is about cobots."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.linking.dutch import Dutch
from knowledge.linking.forms import bases
from knowledge.linking.words import listed

SHORTEST_NAME = 5
SHORTEST_REST = 3
LEARNING = listed(
    """cursus cursussen cursusje training trainingen opleiding opleidingen les lessen lesje workshop workshops module
    modules lijn project webinar sessie diploma certificaat stage leren werk techniek"""
)
SPOKEN_PARTS = listed("tig mig mag cnc plc cad cam pijp auto elektro mini robo cobot heftruck laser")
VERB_PARTS = listed("ver ont her aan uit toe bij weg mee door voor over onder open dicht mis vol goed af in op")
"""Beginnings that make another verb ("vermeten"), not a kind of what follows."""

LINKS = ("", "s", "e", "en", "er", "n")
HEADS = frozenset({"role", "occupation", "skill", "transition"})
BEGINNINGS = frozenset({"skill", "transition", "line"})
"""A word's end says what it is; its beginning only what it is about."""


class Compounds:
    """Splits unknown words into a known name and another word."""

    def __init__(self, singles: Mapping[str, Mapping[str, str]], dutch: Dutch) -> None:
        """``singles``: one-word name (norm) to its values by kind."""
        self._singles = singles
        self._dutch = dutch

    def find(self, norm: str) -> dict[str, str]:
        """The values by kind of the name that this word holds; empty when it holds none."""
        if len(norm) < SHORTEST_NAME + SHORTEST_REST or not norm.isalpha():
            return {}
        for form in (norm, self._dutch.lemma(norm), *bases(norm)):
            found = self._head(form)
            if found:
                return found
        return self._beginning(norm)

    def _head(self, form: str) -> dict[str, str]:
        for cut in range(SHORTEST_REST, len(form) - SHORTEST_NAME + 1):
            if self._is_part(form[:cut]) and form[:cut] not in VERB_PARTS:
                found = _of(self._singles.get(form[cut:], {}), HEADS)
                if found:
                    return found
        return {}

    def _beginning(self, norm: str) -> dict[str, str]:
        ordinary = self._dutch.knows(norm)
        for cut in range(len(norm) - SHORTEST_REST, SHORTEST_NAME - 1, -1):
            rest = norm[cut:]
            if rest in LEARNING or (not ordinary and self._is_part(rest)):
                for link in LINKS:
                    name = norm[: cut - len(link)] if norm[:cut].endswith(link) else ""
                    found = _of(self._singles.get(name, {}), BEGINNINGS) if len(name) >= SHORTEST_NAME else {}
                    if found:
                        return found
        return {}

    def _is_part(self, part: str) -> bool:
        """Whether this is a word of its own, with or without the letters that link it."""
        wholes = (part[: len(part) - len(link)] for link in LINKS if part.endswith(link))
        return any(
            len(whole) >= SHORTEST_REST
            and (whole in SPOKEN_PARTS or whole in self._singles or self._dutch.knows(whole))
            for whole in wholes
        )


def _of(values: Mapping[str, str], kinds: frozenset[str]) -> dict[str, str]:
    found = {kind: value for kind, value in values.items() if kind in kinds}
    if len(found) > 1:
        found.pop("occupation", None)
    return found
