"""Cuts a sentence into stretches in which one thing is said, for what belongs together in it."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.linking.sentence import Sentence

STOPS = frozenset(".,;:!?()[]") | {"-", "–", "—", "…"}
TURNS = frozenset({"maar", "want", "dus", "omdat", "doch", "echter"})
WISHES = frozenset({"wil", "wou", "zou", "zoek", "moet"})
POINTERS = frozenset({"dat", "daar", "die", "da"})
POINTED = frozenset(
    {"kan", "ken", "kun", "heb", "doe", "beheers", "weet", "snap", "ben", "gaat", "is", "zit", "zijn", "hoef"}
)
LEAD_INS = frozenset({"en", "ik", "'k", "nu", "dus", "toch"})


def clauses(sentence: Sentence, listed: Collection[int] = ()) -> list[tuple[int, int]]:
    """Stretches (first word, after the last); no comma cuts between two words of ``listed``."""
    found, first = [], 0
    for at in range(len(sentence.words)):
        if _cuts(sentence, at, listed):
            found.append((first, at))
            first = at
    found.append((first, len(sentence.words)))
    return [(begin, end) for begin, end in found if begin < end]


def _cuts(sentence: Sentence, at: int, listed: Collection[int]) -> bool:
    words = sentence.words
    norm = words[at].norm
    if norm in STOPS:
        return not (at - 1 in listed and (norm == ":" or at + 1 in listed or _points_back(sentence, at + 1)))
    if norm in TURNS or (at and "\n" in sentence.text[words[at - 1].end : words[at].start]):
        return True
    if norm in LEAD_INS:
        following = [word.norm for word in words[at + 1 : at + 3]]
        return bool(following) and (following[0] in WISHES or (following[0] in LEAD_INS and following[-1] in WISHES))
    return norm in WISHES and at > 0 and words[at - 1].norm not in LEAD_INS


def _points_back(sentence: Sentence, at: int) -> bool:
    """ "Lassen, dat kan ik al" says one thing."""
    following = [word.norm for word in sentence.words[at : at + 2]]
    return len(following) > 1 and following[0] in POINTERS and following[1] in POINTED
