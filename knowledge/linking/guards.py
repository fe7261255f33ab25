"""When a word that could be a name is not meant as one."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.linking.dutch import Dutch
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence
from knowledge.linking.words import listed

BEFORE_A_PLACE = listed(
    "in bij rond omgeving uit regio te vlakbij nabij naar richting rondom omstreken tussen plaats woonplaats"
)
NEAR_AN_ACADEMY = ("academ", "school", "opleidingscentrum", "smart makers", "locatie van", "vestiging")
SOMEBODY_ELSES = frozenset({"mijn", "m'n", "zijn", "z'n", "haar", "hun"})
ARTICLES = frozenset({"de", "het", "'t", "it"})
"""Names that begin so ("de Run") are ordinary words when they have no capital."""

ENDS = frozenset(".,;:!?()")


class Guards:
    """Takes out the finds that the words around them make improbable."""

    def __init__(self, dutch: Dutch) -> None:
        self._dutch = dutch

    def keep(self, found: Sequence[Found], sentence: Sentence) -> list[Found]:
        """The finds that are meant as names; a town is an academy only where academies are spoken of."""
        towns = {(one.first, one.last) for one in found if one.kind == "place"}
        academies = any(word in sentence.plain for word in NEAR_AN_ACADEMY)
        return [
            one
            for one in found
            if self._is_meant(one, sentence)
            and (one.kind != "academy" or academies or (one.first, one.last) not in towns)
        ]

    def _is_meant(self, found: Found, sentence: Sentence) -> bool:
        if found.kind == "place":
            return self._is_a_place(found, sentence)
        if found.kind == "role":
            return not self._is_somebody_else(found, sentence)
        return True

    def _is_a_place(self, found: Found, sentence: Sentence) -> bool:
        norms = _norms(found, sentence)
        if (len(norms) > 1 and norms[0] not in ARTICLES) or not all(self._dutch.knows(norm) for norm in norms):
            return True
        before = sentence.words[found.first - 1].norm if found.first else ""
        return before in BEFORE_A_PLACE or (before == "van" and _near(found, sentence)) or _capital(found, sentence)

    def _is_somebody_else(self, found: Found, sentence: Sentence) -> bool:
        """ "Mijn teamleider zegt" is about another; "mijn operators" may be whom HR asks for."""
        if not found.first or sentence.words[found.first - 1].norm not in SOMEBODY_ELSES:
            return False
        last = sentence.words[found.last - 1].norm
        return self._dutch.lemma(last) == last


def _norms(found: Found, sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.norm for word in sentence.words[found.first : found.last])


def _near(found: Found, sentence: Sentence) -> bool:
    return found.first > 1 and sentence.words[found.first - 2].norm in ("buurt", "omgeving", "regio", "kant")


def _capital(found: Found, sentence: Sentence) -> bool:
    """A capital says something unless everything has one, or it only begins a sentence that goes on."""
    words = sentence.words
    if not words[found.last - 1].text[0].isupper() or sentence.text.isupper():
        return False
    if found.first and words[found.first - 1].norm not in ENDS - {",", ":"}:
        return True
    return found.last == len(words) or words[found.last].norm in ENDS
