"""The held-out sentences: whole, apart from what is trained on, and typed otherwise without being lost."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import yaml

from tests.evaluate.engine import ROOT, training_examples
from tests.evaluate.held_out import BELONGS, in_and_out_of_scope, one_breath, typed_otherwise, utterances
from tests.evaluate.intents import ELSEWHERE
from tests.evaluate.typing import one_slip
from tests.pressed import PRESSED


def test_each_intent_has_at_least_ten_sentences() -> None:
    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    names = {next(iter(one)) if isinstance(one, dict) else one for one in intents} - {"nlu_fallback", *PRESSED}
    counts = Counter(intent for _, intent in utterances())
    assert {name for name in names if counts[name] < 10} == set()


def test_none_of_them_is_trained_on() -> None:
    def letters(text: str) -> str:
        return "".join(sign for sign in text.lower() if sign.isalnum())

    taught = {letters(one.text) for one in training_examples()}
    asked = [*utterances(), *in_and_out_of_scope()]
    assert [text for text, _ in asked if len(letters(text)) > 8 and letters(text) in taught] == []


def test_there_are_as_many_in_scope_as_out_of_it() -> None:
    counts = Counter(intent for _, intent in in_and_out_of_scope())
    assert counts[BELONGS] == counts[ELSEWHERE] >= 100


def test_every_way_of_typing_keeps_the_sentences_and_what_they_mean() -> None:
    told = utterances()[:40]
    ways = dict(typed_otherwise(told))
    assert all([intent for _, intent in way] == [intent for _, intent in told] for way in ways.values())
    assert all(one != other for one, other in pairwise(ways))


def test_one_long_sentence_has_no_capital_and_ends_as_the_sentence_did() -> None:
    ((text, intent),) = one_breath([("Wat kost het?", "ask_cost")])
    assert (text.endswith("wat kost het"), text, intent) == (True, text.lower(), "ask_cost")


def test_one_slip_changes_one_word_and_is_the_same_for_the_same_seed() -> None:
    text = "ik wil graag leren lassen"
    slipped = one_slip(text, 3)
    changed = [one for one, other in zip(text.split(), slipped.split(), strict=True) if one != other]
    assert (len(changed), slipped) == (1, one_slip(text, 3))


def test_a_text_of_short_words_has_no_slip() -> None:
    assert one_slip("ja ok", 1) == "ja ok"
