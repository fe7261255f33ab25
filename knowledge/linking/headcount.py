"""Finds how many people a company has: "met 40 man", "ons bedrijf telt 25 mensen"."""

from __future__ import annotations

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
NOT_PEOPLE = listed("uur u jaar km minuten dagen weken maanden machines robots % cobots ploegen")


def find_headcount(sentence: Sentence) -> list[Found]:
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
    return counted + together
