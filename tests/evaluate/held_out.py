"""The sentences that are never trained on, read by the running navigator: as they are, and typed otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import httpx
import yaml

from tests.evaluate.intents import ELSEWHERE, Row, row
from tests.evaluate.typing import Typos, one_slip, with_typos, without_capitals, without_signs

DATA = Path(__file__).parents[1] / "data"
BELONGS = "belongs here"
"""What stands for any intent but out of scope, where the file says no more."""
AT_ONCE = 50
SEED = 11

Meant = tuple[str, str]
"""A text and the intent it means."""


def utterances() -> list[Meant]:
    """At least ten sentences for each intent, by people who wrote no training sentence."""
    told = yaml.safe_load((DATA / "utterances.yml").read_text(encoding="utf-8"))
    return [(text, intent) for intent, texts in told.items() for text in texts]


def in_and_out_of_scope() -> list[Meant]:
    """Sentences that don't belong here, and such as look like it and do."""
    told = yaml.safe_load((DATA / "out-of-scope.yml").read_text(encoding="utf-8"))
    return [(text, ELSEWHERE) for text in told["out_of_scope"]] + [(text, BELONGS) for text in told["in_scope"]]


def one_breath(meant: Sequence[Meant], seed: int = SEED) -> list[Meant]:
    """Each sentence after a remark that means nothing, without a sign or a capital: one long sentence."""
    draw = Random(seed)
    return [(without_signs(without_capitals(f"{draw.choice(REMARKS)} {text}")), intent) for text, intent in meant]


REMARKS = (
    "zo pauze net begonnen even kijken hoor",
    "sorry dat ik stoor ik zit nog in de auto",
    "mijn collega zei dat ik jou dit moest vragen dus bij deze",
    "het is hier nogal een herrie in de hal maar goed",
    "ik typ met handschoenen aan dus let niet op de fouten",
    "ok ik heb vijf minuten voor de ploeg wisselt",
)

TYPED: dict[str, Callable[[str], str]] = {
    "one slip": lambda text: one_slip(text, SEED),
    "some slips": lambda text: with_typos(text, Typos.SOME, SEED),
    "many slips, no capitals or signs": lambda text: with_typos(text, Typos.HEAVY, SEED),
    "no capitals": without_capitals,
}
"""How the same sentences are typed for the measure of robustness."""


def typed_otherwise(meant: Sequence[Meant]) -> Iterator[tuple[str, list[Meant]]]:
    """The same sentences in each way of typing."""
    for way, typing in TYPED.items():
        yield way, [(typing(text), intent) for text, intent in meant]
    yield "one long sentence", one_breath(meant)


def understand(door: httpx.Client, meant: Sequence[Meant]) -> list[Row]:
    """What the running navigator makes of each text, through ``POST /api/understand``."""
    rows = []
    for start in range(0, len(meant), AT_ONCE):
        some = meant[start : start + AT_ONCE]
        answer = door.post("/api/understand", json={"texts": [text for text, _ in some]}, timeout=120)
        answer.raise_for_status()
        found = (told if "intent" in told else {**told, "intent": None} for told in answer.json())
        rows += [row(text, intent, told) for (text, intent), told in zip(some, found, strict=True)]
    return rows
