"""Which reminders somebody wants: "een dag van tevoren", "ook een week ervoor", "geen herinneringen meer"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.linking.reminding.text import NO_MATTER, Clause, says_no
from knowledge.linking.sentence import Sentence, bounded

KINDS = ("week", "day", "hours")
A_WEEK_FROM, A_DAY_FROM = 3, 12
"""Days from which a week is the nearest that there is, and hours from which a day is."""

UNIT = (
    r"weekje|weken|week|dagen|dagje|dag|uurtjes|uurtje|uren|uur|u|kwartiertje|kwartier|minuten|minuutjes|min"
    r"|avond|ochtend|morgen|middag"
)
MANY = r"\d+(?:\.\d+)?|een paar|een|paar|enkele|half|halve|anderhalf|anderhalve"
AMOUNT = (
    rf"(?:(?:de|die|het) )?(?:(?P<many{{0}}>{MANY}|n|'n) )?(?:half )?(?P<unit{{0}}>{UNIT})(?: of (?P<about{{0}}>\d+))?"
)
LINKS = r"(?:en|of|,|&|\+|dan|nog|ook|al|alvast|even|alleen|plus|weer|als|een keer|graag|zowel|of zo)"
BEFORE = (
    r"(?:van ?te ?voren|van ?te ?vore|te ?voren|vooraf|(?:er|der|daar) ?voor|voordien|op voorhand|eerder(?! dan)"
    r"|voor(?:dat| dat)|voor (?:het|de|die|dat|mijn|m'n|een|elke?|iedere|ieder|les|aanvang|begin|start|'t|t|ik|ieder)"
    r"|voor(?= [,.!?])|voor$)"
)
COUNTED = bounded(AMOUNT.format(""))
CHAIN = bounded(rf"{AMOUNT.format(1)}(?:(?: {LINKS})* {AMOUNT.format(2)})*(?: {LINKS})* {BEFORE}(?: {BEFORE})?")
SOMEWHERE = bounded(BEFORE)
SURELY = bounded(
    r"(?P<many>een|1|\d+) (?P<unit>weekje|weken|week|dagen|dagje|dag|uur(?= (?:is|lijkt|genoeg|prima)))"
    r"(?! (?:lang|per))(?: of (?P<about>\d+))?"
)
CHANGE = bounded(rf"van {AMOUNT.format(1)}(?: {BEFORE})? naar {AMOUNT.format(2)}(?: {BEFORE})?")
NOT_THAT = bounded(r"(?:(?!en|,)\S+ ){0,3}?(?:niet|nooit)(?: .*)?")
ON_THE_DAY = bounded(
    r"(?:op )?(?:de |die |dezelfde )?(?:dag|ochtend|morgen) zelf|(?:op )?(?:de)?zelfde dag|diezelfde dag"
    r"|(?:vlak|kort|net|even) (?:van ?te ?voren|te ?voren|vooraf|ervoor|er voor|voor(?: (?:het|de|mijn|die))?)"
)
ONLY_MOMENTS = bounded(
    rf"(?:(?:alleen|enkel|ook|nog|en|of|,|doe|maar|graag|liefst|de|die|een|'n|n|\d|ja|dus|dan|is|genoeg|prima|voldoende"
    rf"|{UNIT}) ?)+"
)
"""An answer that is nothing but moments: "alleen een dag", "week en dag"."""

ALSO = bounded(r"ook|erbij|extra|daarnaast|bovendien|daarbij|weer")
FEWER = bounded(
    r"(?:een|1) (?:(?!week|dag|uur)\S+ ){0,2}?(?:is|vind ik) (?:wel )?(?:genoeg|voldoende|zat)"
    r"|minder (?:vaak|berichten|herinner\w*)"
    r"|(?:maar|slechts) (?:1|een) (?:keer|bericht|berichtje|herinnering)"
)
ALL = bounded(r"alle 3(?: .*)?")


@dataclass
class Moments:
    """What is wanted, what is ruled out, and which words (counted in the sentence) said so."""

    on: set[str] = field(default_factory=set)
    off: set[str] = field(default_factory=set)
    also: bool = False
    taken: set[int] = field(default_factory=set)

    def changes(self) -> dict[str, bool]:
        """Naming a moment puts the others off, unless it was said to come with them."""
        off = set(self.off)
        if self.on and not self.also:
            off = set(KINDS) - self.on
        return {kind: kind in self.on for kind in KINDS if kind in self.on | off}


def moments_of(sentence: Sentence, clauses: Iterable[Clause]) -> Moments:
    """The moments that a text names; in what clause one stands says whether it is wanted."""
    clauses = list(clauses)
    moments = Moments(also=any(ALSO.search(NO_MATTER.sub("ook", clause.plain)) for clause in clauses))
    if change := CHANGE.search(sentence.plain):
        moments.off, moments.on, moments.also = {_kind(change, "1")}, {_kind(change, "2")}, True
        moments.taken = set(range(*sentence.span(change.start(), change.end())))
        moments.off -= moments.on
        return moments
    for kind, start, end in _named(sentence):
        _note(moments, kind, sentence.span(start, end), clauses)
    moments.off -= moments.on
    for clause in clauses:
        if not moments.on and FEWER.search(clause.plain):
            moments.on = {"day"}
            moments.taken |= set(range(clause.first, clause.last))
    return moments


def _note(moments: Moments, kind: str, span: tuple[int, int], clauses: list[Clause]) -> None:
    inside = next((one for one in clauses if one.first <= span[0] < one.last), None)
    if inside is None:
        return
    before = " ".join(word.plain for word in inside.words[: span[0] - inside.first])
    after = " ".join(word.plain for word in inside.words[span[1] - inside.first :])
    (moments.off if says_no(before) or NOT_THAT.match(after) else moments.on).add(kind)
    moments.taken |= set(range(*span))


def _named(sentence: Sentence) -> Iterable[tuple[str, int, int]]:
    """Each moment with where it stands; the words that link some of them stand with the last."""
    plain = sentence.plain
    if ONLY_MOMENTS.fullmatch(plain):
        yield from ((_kind(one, ""), one.start(), one.end()) for one in COUNTED.finditer(plain))
        return
    for chain in CHAIN.finditer(plain):
        counted = list(COUNTED.finditer(plain, chain.start(), chain.end()))
        for one in counted:
            yield _kind(one, ""), one.start(), chain.end() if one is counted[-1] else one.end()
    if SOMEWHERE.search(plain):
        yield from ((_kind(one, ""), one.start(), one.end()) for one in SURELY.finditer(plain))
    yield from (("hours", one.start(), one.end()) for one in ON_THE_DAY.finditer(plain))


def _kind(found: re.Match[str], branch: str) -> str:
    """The reminder nearest to an amount of time before the start."""
    unit = found[f"unit{branch}"]
    said = found[f"about{branch}"] or found[f"many{branch}"] or "1"
    many = float(said) if said[0].isdigit() else {"een paar": 2, "paar": 2, "enkele": 2}.get(said, 1)
    if unit.startswith("we"):
        return "week"
    if unit.startswith("dag"):
        return "week" if many >= A_WEEK_FROM else "day"
    if unit.startswith("u"):
        return "week" if many > 24 * (A_WEEK_FROM - 1) else "day" if many >= A_DAY_FROM else "hours"
    return "hours" if unit.startswith(("kw", "mi")) and unit != "middag" else "day"
