"""When a role is somebody else's: "mijn zoon is lasser", "de operator was ziek", "bij een machinebouwer"."""

from __future__ import annotations

import re

from knowledge.linking.dutch import Dutch
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded

_KIN = (
    r"man|vrouw|vriend|vriendin|partner|zoon|dochter|broer|zus|vader|moeder|pa|ma|pap|mam|papa|mama|opa|oma|oom|tante"
    r"|neef|nicht|buurman|buurvrouw|buur|zwager|schoonzus|schoonbroer|schoonzoon|schoonvader|schoonmoeder|schoondochter"
    r"|kleinzoon|kleindochter|maat|collega|chef|baas|leidinggevende|ouders|kinderen|zonen|broers|zussen|vriendje|ex"
    r"|jongen|jongste|oudste|kameraad|huisgenoot|kennis"
)
_MY = r"(?:mijn|m'n|zijn|z'n|haar|hun|onze|ons|je|jouw|jullie)"
_SOME = r"(?:(?:de|een|'n|ne|nen|die|deze|het|zo'n) )?"
_IS = r"(?:is|was|werkt(?: \S+){0,3}? als|wordt|heeft(?: \S+){0,3}? als|werd|zijn|waren|werken(?: \S+){0,3}? als)"

OWNED = re.compile(rf" {_MY} (?:(?:nieuwe|oude|eigen|directe|vorige|beste|vaste|andere) )?$")
"""Before it, with a space at both ends: "mijn", "onze nieuwe"."""

WE_ARE = re.compile(r" (?:wij|we|ik|'k|k|wijle|ge|gij) (?:(?:hier|twee|allemaal|allebei|samen) )?zijn $")
KIN_IS = re.compile(
    rf" (?:{_MY} (?:\S+ )?(?:{_KIN})|(?:een|die|de) (?:{_KIN})(?: van (?:mij|me|ons|hem|haar))?|hij|zij|ze)"
    rf" (?:\S+ )?{_IS} (?:nu |ook |al |zelf |vroeger |altijd |maar |geen )*{_SOME}(?:\S+ )?$"
)
FOR = re.compile(rf" voor {_SOME}(?:{_MY} )?(?:\S+ )?$")
WITH = re.compile(
    r" (?:bij|aan|door|tegen|naast|zonder) (?:de|een|'n|ne|nen|die|deze|het|onze|ons|zo'n) (?:\S+ )?$"
    r"| (?:met|naar) (?:de|die|onze|ons) $"
)
"""Before it: to whom something is asked, or at whose place somebody works."""

THAT_ONE = re.compile(r" (?:de|die|deze) $")
I_AM = re.compile(r" (?:ben|als|voor|bent|word|blijf|werk|ben ik|was) (?:(?:ik|hier|nu|ook|zelf) )?(?:de|die|deze) $")
OF_OURS = bounded(r"(?:van (?:ons|mij|me|hem|haar|hier|het bedrijf|de zaak)|bij ons)(?: .*)?")
DOES = bounded(
    r"(?:is|was|zegt|zei|heeft|had|moet|moest|kan|kon|kwam|komt|vindt|vond|vraagt|vroeg|doet|deed|gaat|ging|belt|belde"
    r"|wil(?! voor )|wilde|wou|weet|wist|geeft|gaf|staat|stond|zit|zat|loopt|liep|stopt|stopte|mag|krijgt|kreeg"
    r"|ziet)(?: .*)?"
)
LEARNS = bounded(
    r"(?:wil|wou|zou|moet|gaat|mag|kan|willen|moeten|gaan) (?!dat )(?:(?!ik |me |mij |ons |we )\S+ )*?"
    r"(?:leren|bijleren|volgen|bijscholen|omscholen|beginnen|ontwikkelen)(?: .*)?"
)


def is_somebody_else(found: Found, sentence: Sentence, dutch: Dutch) -> bool:
    """ "Mijn teamleider zegt" is about another; "mijn operators" and "voor onze lasser" are for whom HR asks."""
    before, after = f" {sentence.before(found.first)} ", sentence.after(found.last)
    if KIN_IS.search(before):
        return True
    last = sentence.words[found.last - 1].norm
    several = last.endswith(("en", "s")) and (dutch.lemma(last) != last or not dutch.knows(last))
    if several or LEARNS.match(after):
        return False
    if OF_OURS.match(after) and THAT_ONE.search(before):
        return True
    if FOR.search(before) or WE_ARE.search(before):
        return False
    if OWNED.search(before) or WITH.search(before):
        return True
    return bool(THAT_ONE.search(before) and DOES.match(after) and not I_AM.search(before))
