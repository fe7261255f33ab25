"""In which shift somebody says they work: "ik heb nachtdienst", "weer gewone dagdienst"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.linking.reminding.text import NO_MATTER, Clause
from knowledge.linking.sentence import Sentence, bounded
from knowledge.telling.wishes import Shift

_D = r"(?:diensten|dienst|ploegen|ploeg|shifts|shift|rooster)"
SAID = {
    Shift.NIGHT: bounded(
        rf"(?:nacht|nachts) ?{_D}|nachtwerk"
        rf"|(?:in de|de|draai|draaien|werk|heb) nachten|nachten (?:draai|draaien|werken)"
        rf"|(?:werk|draai) (?:ik |nu |altijd )?(?:'s |s )?s?nachts?"
        rf"|(?:'s |s )?s?nachts werk(?:en)?|slaap (?:ik )?overdag|overdag (?:\S+ ){{0,2}}?slaap(?: ik)?"
        rf"|overdag (?:\S+ ){{0,2}}?slapen|nachtwaker|nachtbraker"
    ),
    Shift.EARLY: bounded(rf"vroege? ?{_D}|ochtend ?{_D}|de vroege|vroege week|vroege?(?= (?:en|of|/) late?)"),
    Shift.LATE: bounded(
        rf"(?:late?|laat) ?{_D}|(?:middag|avond) ?{_D}|de late|late week|late?(?= (?:en|of|/) vroege?)"
    ),
    Shift.DAY: bounded(
        rf"dag ?{_D}|(?:gewone|normale|reguliere) (?:dag ?)?{_D}|(?:gewoon|weer) overdag|werk (?:ik )?(?:weer )?overdag"
    ),
}
ENDS = bounded(
    r"(?:geen|niet|klaar met|gestopt met|uit|af van|nooit|van)(?: (?:meer|langer|in|de|het|mijn|die|een|met|weer))*"
)
ENDED = bounded(
    r"(?:(?:is|zijn|zit|zitten) )?(?:er )?(?:afgelopen|voorbij|klaar|op|gestopt)(?: .*)?|(?:\S+ )?niet meer(?: .*)?"
)
JOINED = bounded(r"(?:en|of|/|,|afwisselend|dan weer)(?: (?:de|een|ook))*")


def shift_said(sentence: Sentence, clauses: Iterable[Clause]) -> tuple[Shift | None, set[int]]:
    """The shift, and the words (counted in the sentence) that said so; None for none or for several in turn.

    Who works in one no more ("geen nachtdienst meer") works by day, unless another is named.
    """
    now: list[Shift] = []
    taken: set[int] = set()
    ended, last_end = False, 0
    for shift, first, last in sorted(_found(sentence), key=lambda one: one[1]):
        clause = next((one for one in clauses if one.first <= first < one.last), None)
        if clause is None or first < last_end:
            continue
        between = " ".join(word.plain for word in sentence.words[last_end:first])
        if now and JOINED.fullmatch(between):
            return None, taken | set(range(first, last))
        taken |= set(range(first, last))
        last_end = last
        if _is_over(sentence, clause, first, last):
            ended = True
        else:
            now.append(shift)
    return (now[-1] if now else Shift.DAY if ended else None), taken


def _found(sentence: Sentence) -> Iterable[tuple[Shift, int, int]]:
    return ((shift, first, last) for shift, said in SAID.items() for _, first, last in sentence.scan(said))


def _is_over(sentence: Sentence, clause: Clause, first: int, last: int) -> bool:
    before = NO_MATTER.sub("mag", " ".join(word.plain for word in sentence.words[clause.first : first]))
    after = " ".join(word.plain for word in sentence.words[last : clause.last])
    return bool(re.search(rf"(?:{ENDS.pattern})$", before) or ENDED.match(after))
