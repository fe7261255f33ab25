"""How intents are scored: what a text means beside what it was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.evaluate.card import Confusion, Intents

FALLBACK = "nlu_fallback"
ELSEWHERE = "out_of_scope"


@dataclass(frozen=True)
class Row:
    """A text: what it ``means``, what it was ``taken`` for, the likeliest first, and whether the bot asked back."""

    text: str
    means: str
    taken: tuple[str, ...]
    asked_back: bool

    @property
    def decided(self) -> str:
        """The intent that the bot goes by; the fallback when it asks back."""
        return FALLBACK if self.asked_back else self.first

    def as_if(self, intent: str) -> Row:
        """The same text, taken for another intent."""
        return replace(self, taken=(intent, *self.taken), asked_back=False)

    @property
    def first(self) -> str:
        return self.taken[0] if self.taken else FALLBACK


def row(text: str, means: str, understood: dict[str, Any]) -> Row:
    """A row from ``{"intent": name or {"name"}, "ranking" or "intent_ranking": [{"name"}]}``, as the doors give it."""
    intent = understood["intent"]
    name = intent["name"] if isinstance(intent, dict) else intent
    ranking = understood.get("ranking") or understood.get("intent_ranking") or []
    taken = tuple(str(one["name"]) for one in ranking if one["name"] != FALLBACK)
    return Row(text, means, taken, name in (FALLBACK, None))


def score(rows: Sequence[Row]) -> Intents:
    """The shares of some rows; there must be at least one."""
    elsewhere = [one for one in rows if one.means == ELSEWHERE]
    here = [one for one in rows if one.means != ELSEWHERE]
    return Intents(
        texts=len(rows),
        first=_share([one.first == one.means for one in rows]),
        among_two=_share([one.means in one.taken[:2] for one in rows]),
        asked_back=_share([one.asked_back for one in rows]),
        out_of_scope=_share([one.decided == ELSEWHERE for one in elsewhere]),
        turned_away=_share([one.decided == ELSEWHERE for one in here]),
    )


def confusion(rows: Sequence[Row]) -> Confusion:
    """What was taken for what, over all intents that occur."""
    names = sorted({one.means for one in rows} | {one.first for one in rows})
    at = {name: place for place, name in enumerate(names)}
    counts = [[0] * len(names) for _ in names]
    for one in rows:
        counts[at[one.means]][at[one.first]] += 1
    return Confusion(names=names, rows=counts)


def _share(answers: Sequence[bool]) -> float:
    """The part that is true; 1 of none, for then nothing went wrong."""
    return sum(answers) / len(answers) if answers else 1.0
