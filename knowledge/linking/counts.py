"""Finds choices ("de tweede", "optie 3", "de laatste") and bare numbers."""

from __future__ import annotations

import re

from knowledge.clock import DAYS, MONTHS
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.words import listed

IN_A_ROW = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende"
ENDS_OF_A_ROW = {"bovenste": 1, "voorste": 1, "laatste": -1, "onderste": -1, "achterste": -1}
ORDINALS = {word: place for place, word in enumerate(IN_A_ROW.split(" "), start=1)} | ENDS_OF_A_ROW
ORDINAL = bounded(
    rf"(?:(?:de|die|dat|het|mijn) )?(?:(?P<word>{'|'.join(ORDINALS)})|(?P<figure>\d{{1,2}}) (?:e|ste|de))"
    r"|(?:optie|nummer|keuze|nr|nr \.|antwoord) (?P<option>\d{1,2})"
)
NO_CHOICE = listed(
    """keer instantie plaats week weken helft dag dagen jaar jaars maand maanden kans baan hulp klas hand handen
    tijd uur kwartaal verdieping ploeg stap stapjes stappen beginselen lijns leer"""
) | {*DAYS, *MONTHS}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNITS = listed(
    """uur uren uurtje uurtjes u h min minuten minuut jaar jaren km kilometer euro € % procent maanden maand weken
    week dagen dag dagdelen dagdeel mm cm meter kg graden ploegen ploegendienst keer x ste e man"""
) | set(MONTHS)
NOT_AFTER = listed("mbo niveau iso nen € groep hal pagina fase # [ref] half kwart klas")
AN_AGE = re.compile(r"(?<!\S)(?:ben(?: al| nu| inmiddels)?|(?:man|vrouw|kerel|gast|mens|\w+er|monteur|operator) van)$")
SIGNS = ("-", "–", "/")
LARGEST = 100_000


def find_ordinals(sentence: Sentence) -> list[Found]:
    """Places in a row counted from 1; -1 is the last."""
    found = []
    for match, first, last in sentence.scan(ORDINAL):
        place = ORDINALS[match["word"]] if match["word"] else int(match["figure"] or match["option"])
        if place and sentence.after(last).split(" ", 1)[0] not in NO_CHOICE:
            found.append(Found("ordinal", place, first, last))
    return found


def find_numbers(sentence: Sentence) -> list[Found]:
    """Numbers that stand by themselves; "een" only when it is the whole answer."""
    words = sentence.words
    if [word.norm for word in words if word.norm.isalpha()] == ["een"]:
        return [Found("number", 1, at, at + 1) for at, word in enumerate(words) if word.norm == "een"]
    return [
        Found("number", _value(word.plain), at, at + 1)
        for at, word in enumerate(words)
        if NUMBER.fullmatch(word.plain) and _stands_alone(sentence, at)
    ]


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Not an amount of something, an age, or a part of another figure ("24/7", "3d")."""
    before = [word.norm for word in sentence.words[max(0, at - 2) : at]]
    after = [word.norm for word in sentence.words[at + 1 : at + 3]]
    if _is_part(before[::-1], at > 0 and _glued(sentence, at - 1)) or _is_part(after, _glued(sentence, at)):
        return False
    if set(after[:1]) & UNITS or set(before[-1:]) & NOT_AFTER:
        return False
    return not AN_AGE.search(sentence.before(at))


def _is_part(near: list[str], glued: bool) -> bool:
    """``near`` are the words beside it, nearest first."""
    if not near or not glued:
        return False
    return near[0].isalnum() or (near[0] in SIGNS and near[-1].isdigit())


def _glued(sentence: Sentence, at: int) -> bool:
    """No space stands between this word and the next."""
    words = sentence.words
    return at + 1 < len(words) and words[at].end == words[at + 1].start


def _value(said: str) -> int | float:
    return float(said) if "." in said else min(int(said), LARGEST)
