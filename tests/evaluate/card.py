"""The report card: every figure of how well the navigator understands, in one shape that is kept as JSON.

Shares and F1 lie between 0 and 1; times are in seconds unless their name says otherwise.
"""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from tests.evaluate.people.report import Comparison, Group


class Intents(BaseModel):
    """How texts were understood, of which is known what they mean.

    Attributes:
        first: share whose right intent came first, whether or not the bot dared to go on.
        among_two: share whose right intent was one of the first two.
        asked_back: share that got a question back instead of an answer.
        out_of_scope: share of what doesn't belong here that was said to be so; a question back doesn't count.
        turned_away: share of what does belong here that was taken for out of scope.
    """

    texts: int
    first: float
    among_two: float
    asked_back: float
    out_of_scope: float
    turned_away: float


class Confusion(BaseModel):
    """Texts that mean one intent and were taken for another; ``rows[i][j]`` counts ``names[i]`` taken for
    ``names[j]``."""

    names: list[str]
    rows: list[list[int]]


class Extraction(BaseModel):
    """What was found against what is there."""

    texts: int
    precision: float
    recall: float
    f1: float
    kinds: dict[str, float]
    """F1 of each kind."""


class Times(BaseModel):
    """Share of the cases with the exact value: all, by kind, and of those that no rule was made after."""

    cases: int
    exact: float
    unseen: float
    kinds: dict[str, float]


class Foreign(BaseModel):
    """A pipeline on sentences that nobody here wrote (xSID Dutch, trained on valid, tested on test)."""

    texts: int
    intent: float
    intent_unique: float
    """Each sentence counted once, however often it stands in the test."""
    entities: float
    """F1 over words, as Rasa's own test counts."""
    spans: float
    """F1 over whole entities."""


class People(BaseModel):
    """What simulated people got through the whole chain."""

    all: Group
    groups: dict[str, Group]
    """By way of talking, typing and going along: "talks: rambles" …"""
    dutiful: Comparison | None


class Card(BaseModel):
    """One run of ``make evaluate``. A part that was not run is None; ``init`` is Rasa's default pipeline."""

    commit: str
    made: datetime
    seconds: dict[str, float]
    training_texts: int
    held_out: Intents
    confusion: Confusion
    robustness: dict[str, Intents]
    """The held-out sentences typed otherwise: "one slip", "some slips" …"""
    cross_validation: Intents | None = None
    init: Intents | None = None
    init_robustness: dict[str, Intents] = {}
    init_epochs: int | None = None
    values: Extraction
    values_seen: Extraction
    times: Times
    xsid: Foreign | None = None
    xsid_init: Foreign | None = None
    people: People | None = None
