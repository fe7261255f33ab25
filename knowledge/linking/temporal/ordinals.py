"""Places in a row: "derde", "de 11e", "de laatste", "op één na laatste", "de volgende"."""

from __future__ import annotations

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind

LARGEST = 10**18
STEPS = {"volgende": 1, "eerstvolgende": 1, "daaropvolgende": 1, "vorige": -1, "voorgaande": -1, "huidige": 0}


def _place(hit: Hit) -> Made | None:
    place = int(hit["place"].removesuffix("e"))
    return Made(Kind.ORDINAL, place) if 0 <= place < LARGEST else None


def _typed(hit: Hit) -> Made | None:
    """ "3e", "30ste": figures with the ending glued to them."""
    return Made(None, sign=f"{hit['place']}e") if hit.glued or hit.text.endswith("ste") else None


def _last(hit: Hit) -> Made | None:
    return Made(Kind.ORDINAL, -1)


def _from_the_end(hit: Hit) -> Made | None:
    return Made(Kind.ORDINAL, -1 - (1 if hit["many"] == "een" else int(hit["many"])))


def _step(hit: Hit) -> Made | None:
    return Made(Kind.STEP, STEPS[hit.text])


TYPED = (Rule(bounded(r"(?P<place>\d{1,15}) (?:e|ste|de)"), _typed),)
"""Comes before all else, so that "3e" is one sign."""

ORDINALS = (
    Rule(bounded(r"(?P<place>\d+e)"), _place),
    Rule(bounded(r"laatste"), _last, "laatste"),
    Rule(bounded(r"voorlaatste"), lambda hit: Made(Kind.ORDINAL, -2), "voorlaatste"),
    Rule(
        bounded(r"(?:de )?(?:op )?(?P<many>\d{1,3}|een)(?: -)? (?:na|voor)(?: -)? (?:de )?laatste"),
        _from_the_end,
        "laatste",
    ),
    Rule(bounded("|".join(STEPS)), _step, "e"),
)
"""What is left of ordinals when dates are read."""
