"""What the parts of a message add up to: one wish, or several of different kinds. It knows nothing of Rasa."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .clauses import Part, without

LIKELY = 4
"""As many of the first meanings of a part are likely."""

FITS = 0.05
"""The least that the whole message must mean an order that its part isn't very sure of."""

SHOWS = 0.02
"""The same for a question in a message that tells something."""

Ranking = list[dict[str, Any]]
"""Intents with their confidence, the likeliest first."""


@dataclass(frozen=True)
class Heard:
    """A part of a message with what it means and how sure that is."""

    part: Part
    intent: str
    sure: float


def several(
    text: str, ranking: Ranking, heard: Sequence[tuple[Part, Ranking]], settings: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], Ranking] | None:
    """The wishes of a message with the main one first, and the ranking of that one; None when it is one wish.

    The main one is the first of two orders, in the order of the settings; else what the model takes the whole
    message for, when that is one of them; else an order, a yes, what is told or the first question. It keeps all
    the text but that of the other questions and orders.
    """
    means = [_heard(part, of, ranking, settings) for part, of in heard]
    orders = _ordered(means, ranking, settings)
    tells = _in_order([one for one in means if one.sure >= settings["tells_sure"]], settings["tells"])[:1]
    asks = _asked(means, ranking, settings)
    agrees = [one for one, after in pairwise(means) if _agrees(one, after, settings)]
    found = _first_of_each([*orders, *agrees, *tells, *asks])
    if len(found) < 2 or (not asks and len(orders) < 2):
        return None
    whole = next((one for one in found if one.intent == ranking[0]["name"]), found[0])
    main = orders[0] if len(orders) > 1 else whole
    others = [one for one in found if one is not main][: settings["most"] - 1]
    apart = {one.intent for one in others if one not in tells}
    rest = without(text, [one.part for one in means if one.intent in apart])
    of = next(of for part, of in heard if part is main.part)
    return [_wish(main, rest), *(_wish(one, one.part.text) for one in others)], _first(of, main)


def _heard(part: Part, ranking: Ranking, whole: Ranking, settings: Mapping[str, Any]) -> Heard:
    """What a part means; of which that isn't sure by itself, what the whole message means when that is likely too."""
    top, of_all = ranking[0], whole[0]
    likely = {one["name"] for one in ranking[:LIKELY]}
    if top["confidence"] < settings["sure"] <= of_all["confidence"] and of_all["name"] in likely:
        top = of_all
    return Heard(part, str(top["name"]), float(top["confidence"]))


def _ordered(means: Sequence[Heard], whole: Ranking, settings: Mapping[str, Any]) -> list[Heard]:
    """An order counts when it is very sure ("ik ben vergeten" is no wish to be forgotten), or fits the whole."""
    sure = [one for one in means if one.sure >= settings["sure" if _share(whole, one.intent) >= FITS else "sure_alone"]]
    return _first_of_each(_in_order(sure, settings["orders"]))


def _asked(means: Sequence[Heard], whole: Ranking, settings: Mapping[str, Any]) -> list[Heard]:
    """The questions of two words or more.

    Of two with a comma between them ("die badge, waar staat die") only the second is one; and one in a message
    that tells something counts when the whole shows it too ("ik zoek iets nieuws, wat heb je voor mij").
    """
    told = whole[0]["name"] in settings["tells"]
    asks: list[Heard] = []
    for one, after in zip(means, [*means[1:], None], strict=True):
        if one.intent not in settings["asks"] or one.sure < settings["sure"] or " " not in one.part.text:
            continue
        if after and after.part.loose and after.intent not in settings["tells"]:
            continue
        if not told or _share(whole, one.intent) >= SHOWS:
            asks.append(one)
    return _first_of_each(asks)


def _share(whole: Ranking, intent: str) -> float:
    return next((float(one["confidence"]) for one in whole if one["name"] == intent), 0.0)


def _in_order(means: Sequence[Heard], intents: Sequence[str]) -> list[Heard]:
    """Those that mean one of these intents, in the order of the intents."""
    return sorted((one for one in means if one.intent in intents), key=lambda one: intents.index(one.intent))


def _agrees(one: Heard, after: Heard, settings: Mapping[str, Any]) -> bool:
    """A yes in so many words, without a "maar" behind it."""
    says_yes = re.match(r"ja\b", one.part.text, re.IGNORECASE)
    return one.intent == "affirm" and one.sure >= settings["sure"] and bool(says_yes) and not after.part.reserved


def _first_of_each(heard: Sequence[Heard]) -> list[Heard]:
    return list({one.intent: one for one in reversed(heard)}.values())[::-1]


def _first(ranking: Ranking, main: Heard) -> Ranking:
    """The ranking of a part, with what it was taken for at the head."""
    return [{"name": main.intent, "confidence": main.sure}, *(r for r in ranking if r["name"] != main.intent)]


def _wish(one: Heard, text: str) -> dict[str, Any]:
    return {"text": text, "intent": one.intent, "confidence": one.sure}
