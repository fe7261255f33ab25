"""When a word that could be a name is not meant as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.linking.dutch import Dutch
from knowledge.linking.mention import Found
from knowledge.linking.others import is_somebody_else
from knowledge.linking.sentence import Sentence
from knowledge.linking.words import listed

BEFORE_A_PLACE = listed(
    "in bij rond omgeving uit regio te vlakbij nabij naar richting rondom omstreken tussen plaats woonplaats"
)
NEAR_AN_ACADEMY = ("academ", "school", "opleidingscentrum", "smart makers", "locatie van", "vestiging")
ABOUT = ("skill", "transition", "line")
IS_YOU = re.compile(
    r"(?:^| )(?:(?:ben|bent|zijt|zijde|bunt|bis|draai) (?:je|jij|u|ge|gij|t|doe|du)|(?:jij|je|u|gij|ge|dit|dat|hij) "
    r"(?:bent|zijt|is) (?:toch |zeker |gewoon |vast |ook |maar |eigenlijk )*|praat ik (?:nu )?met|spreek ik (?:nu )?met"
    r"|is dit)(?: (?:een|'n|ne|nen|inne|zo'n|gewoon|ook|toch|soms|op|nu|echt|net als die))*$"
)
"""Before it: "ben je een (robot)" is a question about who answers."""

TITLES = re.compile(
    r"(?:^| )(?:mevrouw|meneer|mijnheer|mevr|mw|dhr|heer|mr|juffrouw|meester|familie|naam is|heet)"
    r"(?: \.)?(?: \S+)?(?: (?:van|van der|van de|van den|ter|ten))?$"
)
"""Before it: "mevrouw van (Gent)" is a person."""

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
        if found.kind in ("role", "occupation"):
            return not is_somebody_else(found, sentence, self._dutch)
        return not (found.kind in ABOUT and IS_YOU.search(sentence.before(found.first)))

    def _is_a_place(self, found: Found, sentence: Sentence) -> bool:
        if TITLES.search(sentence.before(found.first)):
            return False
        norms = _norms(found, sentence)
        if (len(norms) > 1 and norms[0] not in ARTICLES) or not all(self._dutch.knows(norm) for norm in norms):
            return True
        before = sentence.words[found.first - 1].norm if found.first else ""
        return before in BEFORE_A_PLACE or (before == "van" and _near(found, sentence)) or _capital(found, sentence)


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
