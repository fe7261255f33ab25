"""What two hundred people say to the navigator: each five turns, and what the answer to each must hold to be theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot import sentences
from knowledge.catalogue.content import Content

FAILURES = {getattr(sentences, name): name for name in dir(sentences) if name.isupper()}
"""What the navigator says when a part behind it doesn't answer, and how that is called."""

WORK = (
    ("lasser", "met cobots", "Cobots op de werkvloer"),
    ("onderhoudsmonteur", "over slim onderhoud", "Smart Maintenance"),
    ("verspaner", "over slim verspanen", "Slim verspanen"),
    ("operator", "over data van de machine", "Data van de machine"),
    ("teamleider", "over digitaal leiderschap", "Digitaal leiderschap"),
    ("kwaliteitscontroleur", "over AI in kwaliteit", "AI in kwaliteit"),
    ("ontwerper", "over 3D-printen", "Printen in 3D"),
    ("IT-beheerder", "over cyber security", "Cyber Security"),
    ("werkvoorbereider", "over duurzaam produceren", "Duurzaam produceren"),
)
"""A role, what they want to learn about, and the line that is about it."""

QUESTIONS = ("wat kost die lijn?", "waarom die lijn?", "hoe lang duurt die lijn?")

PLACES = 67
"""So many towns; with the hours they make everybody different. It has no divisor in common with the rest."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said, and what the answer must match to be of this person and this turn."""

    text: str
    own: re.Pattern[str]

    def fits(self, answer: str) -> bool:
        """Whether it is the answer to this."""
        return self.own.search(answer) is not None

    def ends(self, answer: str) -> bool:
        """Whether somebody who gets this stops waiting: it is the answer, or says that there will be none."""
        return self.fits(answer) or answer in FAILURES


@dataclass(frozen=True, slots=True)
class Talk:
    """One person's five turns. ``others`` are the towns that everybody else lives in."""

    turns: Sequence[Turn]
    others: frozenset[str]


def talks(content: Content, count: int) -> list[Talk]:
    """Talks of people who differ in their town and hours, and beside that in work, line and question."""
    towns = [place.name for place in content.places if re.fullmatch(r"[A-Z][a-z]{3,}", place.name)][:PLACES]
    return [_talk(number, towns) for number in range(count)]


def _talk(number: int, towns: Sequence[str]) -> Talk:
    role, about, line = WORK[number % len(WORK)]
    town, hours = towns[number % len(towns)], 3 + number // len(towns)
    named, told = re.escape(line), re.escape(f"{town}; {hours} uur per week")
    own_role = re.escape(role)
    turns = (
        _turn(f"Hoi, ik ben {role} en wil iets leren {about}", f"Ik raad je .*{named}"),
        _turn(f"ik woon in {town} en heb {hours} uur per week", f"(past|raad) .*({named}|{town})"),
        _turn("laat mijn pad zien", f"pad .*{named}"),
        _turn(QUESTIONS[number % len(QUESTIONS)], f"(lijn|raad ik) .*{named}|{named}.* (uur|weken)"),
        _turn("wat weet je van mij?", f"heb je verteld: {own_role}.*{told}"),
    )
    return Talk(turns, frozenset(towns) - {town})


def _turn(text: str, own: str) -> Turn:
    return Turn(text, re.compile(own, re.IGNORECASE | re.DOTALL))
