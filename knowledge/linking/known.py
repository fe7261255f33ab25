"""Finds which of the skills that are named somebody says to master already, and how well.

A clause is written as signals: each skill is ``§``, each level ``¤``, other words stay. The patterns of
``mastery`` tell "ik kan al §" and "§ doe ik dagelijks" from "ik wil § leren".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.linking.clauses import clauses
from knowledge.linking.mastery import AFTER, ASKED, BEFORE, ECHO, LACKED, NONE, TRIED, WISHED
from knowledge.linking.mention import Found
from knowledge.linking.overlap import covered
from knowledge.linking.sentence import Sentence
from knowledge.vocabulary import Level

SAME_NAME = ("line", "module", "transition")


@dataclass(frozen=True)
class _Clause:
    """The signals of a clause: what each stands for, and where its text begins in ``text``."""

    text: str
    signs: list[tuple[int, Found]]
    says_none: bool


def with_known(sentence: Sentence, found: list[Found]) -> list[Found]:
    """The same finds, with a mastered skill as ``known_skill``; a level that was used for one is gone.

    Of a ``known_skill`` ``negated`` means that somebody says not to master it.
    """
    skills = [one for one in found if one.kind == "skill"]
    levels = [one for one in found if one.kind == "level"]
    known: dict[int, Found] = {}
    used: set[int] = set()
    for first, last in clauses(sentence, covered(skills)) if skills else []:
        clause = _clause(sentence, first, last, [*levels, *skills])
        here = _mastered(clause) or (_echoed(clause) if known else {})
        known |= here
        used |= {sign.first for _, sign in clause.signs if here and sign.kind == "level"}
    return [known.get(one.first, one) if one.kind == "skill" else one for one in _left(found, known, used)]


def _left(found: list[Found], known: dict[int, Found], used: set[int]) -> list[Found]:
    """Without the levels that were used, and without lines that share the name of a known skill."""
    spans = {(one.first, one.last) for one in known.values()}
    return [
        one
        for one in found
        if not (one.kind == "level" and one.first in used)
        and not (one.kind in SAME_NAME and (one.first, one.last) in spans)
    ]


def _clause(sentence: Sentence, first: int, last: int, marked: list[Found]) -> _Clause:
    begins = {one.first: one for one in marked}
    text, signs, says_none, at = "", [], False, first
    while at < last:
        one = begins.get(at)
        after = one.last if one else at + 1
        if one:
            signs.append((len(text), one))
        if one and one.kind == "level":
            says_none |= one.negated or any(word.norm in NONE for word in sentence.words[at:after])
        text += (sentence.words[at].plain if one is None else _sign(one, sentence)) + " "
        at = after
    return _Clause(text.rstrip(), signs, says_none)


def _sign(one: Found, sentence: Sentence) -> str:
    """ "Een cobot geprogrammeerd" says with its last word that it was done."""
    last = sentence.words[one.last - 1].norm
    done = last.startswith("ge") and last.endswith(("d", "t")) and sentence.doc[one.last - 1].lemma_ != last
    return "¤" if one.kind == "level" else "§ gedaan" if done else "§"


def _mastered(clause: _Clause) -> dict[int, Found]:
    """The known skills of a clause by their first word."""
    if WISHED.search(clause.text) or ASKED.match(clause.text.lstrip(".,;:!?- ")):
        return {}
    spans = [match.span() for pattern in (BEFORE, AFTER) for match in pattern.finditer(clause.text)]
    return {
        sign.first: _known(sign, clause)
        for at, sign in clause.signs
        if sign.kind == "skill" and any(start <= at < end for start, end in spans)
    }


def _echoed(clause: _Clause) -> dict[int, Found]:
    """The skills of which it is said that they are like the ones before."""
    if not ECHO.fullmatch(clause.text):
        return {}
    return {sign.first: _known(sign, clause) for _, sign in clause.signs if sign.kind == "skill"}


def _known(skill: Found, clause: _Clause) -> Found:
    lacking = clause.says_none or LACKED.search(clause.text) is not None
    value = {"skill": str(skill.value), "level": _level(skill, clause, lacking).value}
    return replace(skill, kind="known_skill", value=value, negated=lacking)


def _level(skill: Found, clause: _Clause, lacking: bool) -> Level:
    """The level nearest by; without one what the words around suggest."""
    levels = [sign for _, sign in clause.signs if sign.kind == "level"]
    if lacking:
        return Level.BEGINNER
    if levels:
        nearest = min(levels, key=lambda level: max(level.first - skill.last, skill.first - level.last))
        return Level(str(nearest.value))
    return Level.BEGINNER if re.search(TRIED, clause.text) else Level.PROFESSIONAL
