"""When somebody says what keeps them: "donderdag heb ik voetbal", "'s ochtends moet ik werken"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from knowledge.linking.clauses import STOPS, TURNS
from knowledge.linking.mention import Found
from knowledge.linking.overlap import covered
from knowledge.linking.sentence import Sentence, bounded

TIMES = ("weekday", "daypart", "date", "period")
_I = r"(?:ik|we|wij|'k|k)"
_HABITS = (
    r"voetbal\w*|tennis|hockey|volleybal|handbal|korfbal|sport\w*|fitness|yoga|judo|zwem\w*|zwemmen|hardlopen|fietsclub"
    r"|training|koor|repetitie|band|muziek\w*|bandrepetitie|brandweer\w*|vrijwilligerswerk|oppas\w*|vergadering\w*"
    r"|overleg"
    r"|\w+overleg|een afspraak|afspraken|school|studie|avondschool|les|lessen|weekenddienst|piket"
    r"|consignatie|storingsdienst|papadag|mamadag|zorgdag|andere plannen|andere verplichtingen|verplichtingen"
    r"|wat anders|iets anders|al iets|al wat|geen (?:tijd|ruimte|gaatje|oppas|plek)|het (?:te |heel |erg |altijd )?druk"
    r"|de kinderen|de kids|mijn (?:kinderen|dochter|zoon|zoontje|dochtertje|kleinkinderen|gezin)|m'n kinderen"
)
BUSY = bounded(
    rf"(?:heb|hebben) (?:{_I} )?(?:(?!liefst |graag )\S+ ){{0,4}}?(?:{_HABITS})"
    rf"|(?:moet|moeten) {_I} (?:(?!kunnen |lukken )\S+ ){{0,4}}?(?:werken|weg|oppassen|trainen|vroeg op|op tijd weg"
    rf"|draaien"
    r"|naar (?:mijn |m'n |de |het )?\S+|koken|halen|brengen|helpen|sporten|voetballen|slapen)"
    rf"|(?:werk|draai|sport|train|tennis|voetbal|studeer|zwem|slaap|kook|help|zorg|zing) {_I}"
    rf"|(?:ben|zijn) {_I} (?:(?:altijd|meestal|dan|al|echt|te|vaak|helaas|er) )*(?:weg|afwezig|druk\w*|bezet"
    rf"|op vakantie"
    r"|met vakantie|kapot|moe|gesloopt|op|verhinderd|bezig|aan het werk|in het buitenland|op reis|onderweg|stuk)"
    rf"|(?:ga|gaan) {_I} (?:(?:altijd|meestal|vaak|dan) )*(?:naar|sporten|voetballen|vissen|fietsen|trainen|op vakantie"
    r"|met vakantie|zwemmen|hardlopen|stappen)"
    rf"|(?:zit|zitten|sta) {_I} (?:(?:altijd|meestal|dan|al|hele|de hele dag) )*(?:vol|aan de machine|op school"
    rf"|in vergadering\w*"
    r"|vast|op kantoor|op de zaak|in de auto|bij de)"
    r"|(?:is|zijn) (?:voor|van) (?:het gezin|mijn gezin|m'n gezin|de kinderen|de kids|thuis|mezelf|mijn vrouw"
    r"|de familie"
    r"|de voetbal|de sport)|(?:is|zijn) (?:\S+ ){0,3}?(?:papadag|mamadag|zorgdag|oppasdag|\w+avond|voetbaldag|wasdag)"
)
"""What somebody does at a time at which they can't learn."""

CAN = bounded(r"(?:kan|kunnen|lukt|past|komt|mag|gaat|liefst|graag|vrij|uitkomt|beschikbaar)")


def not_when_busy(sentence: Sentence, found: list[Found]) -> list[Found]:
    """The same finds; times in a clause that says what somebody does then are ruled out."""
    times = [one for one in found if one.kind in TIMES]
    if not times:
        return found
    busy = _busy(sentence, times)
    says = {first for _, first, _ in sentence.scan(BUSY)}
    return [
        replace(one, negated=True) if one.kind in TIMES and one.first in busy and not _tells(one, says) else one
        for one in found
    ]


def _tells(one: Found, says: Collection[int]) -> bool:
    """ "Overdag moet ik werken" is one phrase that means the evening: its verb is a part of it."""
    return any(one.first < at < one.last for at in says)


def _stretches(sentence: Sentence, listed: Collection[int]) -> Iterator[tuple[int, int]]:
    """From sign to sign or to a word that turns; no comma cuts between two words of ``listed``."""
    first = 0
    for at, word in enumerate(sentence.words):
        in_a_list = word.norm == "," and at - 1 in listed and at + 1 in listed
        if word.norm in STOPS | TURNS and not in_a_list:
            yield first, at
            first = at
    yield first, len(sentence.words)


def _busy(sentence: Sentence, times: Iterable[Found]) -> set[int]:
    kept: set[int] = set()
    for first, last in _stretches(sentence, covered(times)):
        said = " ".join(word.plain for word in sentence.words[first:last])
        if BUSY.search(said) and not CAN.search(said):
            kept |= set(range(first, last))
    return kept
