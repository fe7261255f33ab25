"""Finds choices ("de tweede", "optie 3", "de laatste") and bare numbers."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.clock import DAYS, MONTHS
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.temporal.shapes import Expression, Kind
from knowledge.linking.words import listed

ENDS_OF_A_ROW = {"bovenste": 1, "voorste": 1, "onderste": -1, "achterste": -1}
CHOICE = bounded(
    rf"(?:(?:de|die|dat|het|mijn) )?(?P<end>{'|'.join(ENDS_OF_A_ROW)})"
    r"|(?:optie|nummer|keuze|nr|nr \.|antwoord) (?P<option>\d{1,2})"
)
POINTING = listed("de die dat het mijn")
NO_CHOICE = listed(
    """keer instantie plaats week weken helft dag dagen jaar jaars maand maanden kans baan hulp klas hand handen
    tijd uur kwartaal verdieping ploeg stap stapjes stappen beginselen lijns leer"""
) | {*DAYS, *MONTHS}
AROUND = listed(
    """nee neen ja nou dan graag liefst gewoon liever het eigenlijk denk ik maar ook toch doe wel zo ongeveer circa rond
    de een of hooguit maximaal max minstens minimaal zeg is zijn er dat wordt zou kunnen kan met zo'n stuk ofzo enzo
    misschien a tot en en geen niet pas oke ok prima goed hoor sorry bedoel bedoelde bijna net ruim iets meer minder
    we wij hebben heb hier nu schat stuks eerder totaal samen hm hmm tja uhm eh even alleen aub alsjeblieft mensen"""
)
"""Words of an answer that is a number."""

GIVES = listed("naar niet geen")
AFTER_GIVEN = listed("graag zetten veranderen maken aanpassen worden dus maar en in want")
SIGNS = ("-", "–", "/")
LARGEST = 100_000
LAST_CHOICE = 99


def find_ordinals(expressions: Iterable[Expression], sentence: Sentence) -> list[Found]:
    """Places in a row counted from 1; -1 is the last."""
    options = [
        Found("ordinal", ENDS_OF_A_ROW[match["end"]] if match["end"] else int(match["option"]), first, last)
        for match, first, last in sentence.scan(CHOICE)
    ]
    places = [
        Found("ordinal", int(str(one.value)), _with_article(one, sentence), one.last)
        for one in expressions
        if one.kind is Kind.ORDINAL and abs(int(str(one.value))) <= LAST_CHOICE
    ]
    return [one for one in [*options, *places] if one.value and _is_a_choice(one, sentence)]


def _with_article(one: Expression, sentence: Sentence) -> int:
    pointed = one.first > 0 and sentence.words[one.first - 1].norm in POINTING
    return one.first - pointed


def _is_a_choice(found: Found, sentence: Sentence) -> bool:
    return sentence.after(found.last).split(" ", 1)[0] not in NO_CHOICE


def find_numbers(expressions: Iterable[Expression], sentence: Sentence) -> list[Found]:
    """Numbers that stand by themselves; "een" only when it is the whole answer."""
    words = sentence.words
    if [word.norm for word in words if word.norm.isalpha()] == ["een"]:
        return [Found("number", 1, at, at + 1) for at, word in enumerate(words) if word.norm == "een"]
    return [
        Found("number", _value(one), one.first, one.last)
        for one in expressions
        if one.kind is Kind.NUMBER and _stands_alone(sentence, one)
    ]


def _stands_alone(sentence: Sentence, one: Expression) -> bool:
    """Not a mere "half", an amount of something, an age, or a part of another figure ("24/7", "3d")."""
    before = [word.norm for word in sentence.words[max(0, one.first - 2) : one.first]]
    after = [word.norm for word in sentence.words[one.last : one.last + 2]]
    if not any(c.isdigit() for c in sentence.words[one.first].plain):
        return False
    if _is_part(before[::-1], _glued(sentence, one.first - 1)) or _is_part(after, _glued(sentence, one.last - 1)):
        return False
    return _is_an_answer(sentence, one) or _is_given(before, after)


def _is_an_answer(sentence: Sentence, one: Expression) -> bool:
    """Nothing is said but numbers and words around them."""
    others = [word for at, word in enumerate(sentence.words) if not one.first <= at < one.last]
    return all(word.norm in AROUND or not word.norm.isalpha() or word.plain.isdigit() for word in others)


def _is_given(before: list[str], after: list[str]) -> bool:
    """A number that another is changed to ("naar drie", "niet 60", "in plaats van 20")."""
    ends = not after or not after[0].isalnum() or after[0] in AFTER_GIVEN
    return bool(before) and ends and (before[-1] in GIVES or before == ["plaats", "van"])


def _is_part(near: list[str], glued: bool) -> bool:
    """``near`` are the words beside it, nearest first."""
    if not near or not glued:
        return False
    return near[0].isalnum() or (near[0] in SIGNS and near[-1].isdigit())


def _glued(sentence: Sentence, at: int) -> bool:
    """No space stands between this word and the next."""
    words = sentence.words
    return at >= 0 and at + 1 < len(words) and words[at].end == words[at + 1].start


def _value(one: Expression) -> int | float:
    value = float(str(one.value))
    return min(int(value), LARGEST) if value.is_integer() else min(value, float(LARGEST))
