"""Finds how many people a company has: "met 40 man", "ons bedrijf telt 25 mensen"."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.linking.mention import Found
from knowledge.linking.numbers import PLURALS
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.words import listed

PEOPLE = (
    r"(?:vaste |eigen |goede )?(?:man|mannen|mensen|medewerkers?|werknemers?|collega's|collegas|personeelsleden|fte"
    r"|fte's|personen|arbeiders|koppen|personeel|lassers|operators|monteurs|vakmensen|werkers|mannetjes|jongens)"
)
ABOUT = r"(?:ons |z'n |zijn |een |zo'n |ongeveer |circa |totaal )*"
COUNTED = (
    bounded(rf"(?P<count>\d+)(?: (?:a|tot|-|–|of) \d+)? {PEOPLE}"),
    bounded(r"(?:een )?(?:man|mannetje|mens) of (?P<count>\d+)"),
    bounded(
        rf"(?:zijn|werken|zitten|draaien) (?:hier |wij |we |nu |daar |niet )*met {ABOUT}(?P<count>\d+)(?: {PEOPLE})?"
    ),
    bounded(r"(?<=\d )maar met (?P<count>\d+)"),
    bounded(rf"(?:team|bedrijf|ploeg|afdeling|groep|club|zaak) (?:met|van|telt) {ABOUT}(?P<count>\d+)(?: {PEOPLE})?"),
)
WITH_ALL = bounded(rf"(?:met )?(?:z'n|zijn|ons) (?P<plural>{'|'.join(PLURALS)})")
LARGEST = 100_000
SKILFUL = listed("ervaren nieuwe jonge goede onervaren oudere vaste eigen andere jongere oude")
NOT_PEOPLE = listed("uur u jaar km minuten dagen weken maanden machines robots % cobots ploegen")


def find_headcount(sentence: Sentence, roles: Iterable[Found] = ()) -> list[Found]:
    """Every number of people; of a range the lower; "niet met 40" is ruled out."""
    counted = [
        Found("headcount", min(int(match["count"]), LARGEST), first, last, " niet " in match.group())
        for pattern in COUNTED
        for match, first, last in sentence.scan(pattern)
        if sentence.after(last).split(" ", 1)[0] not in NOT_PEOPLE
    ]
    together = [
        Found("headcount", PLURALS[match["plural"]], first, last) for match, first, last in sentence.scan(WITH_ALL)
    ]
    return [*counted, *together, *_of_roles(sentence, roles)]


def _of_roles(sentence: Sentence, roles: Iterable[Found]) -> list[Found]:
    """ "15 heftruckchauffeurs": a number right before people of a trade, or one word away ("3 ervaren draaiers")."""
    words = sentence.words
    return [
        Found("headcount", min(int(words[at].plain), LARGEST), at, role.last)
        for role in roles
        for at in (role.first - 1, role.first - 2)
        if at >= 0 and words[at].plain.isdigit() and words[role.last - 1].norm.endswith(("s", "n"))
        if at == role.first - 1 or words[at + 1].norm in SKILFUL
    ]
