"""What people type, against a table of what it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.linking import Linker, Mention
from tests.conftest import NOW

TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text("utf-8"))


def short(mention: Mention) -> dict[str, Any]:
    return {f"{'!' if mention.negated else ''}{mention.kind}": mention.value}


@pytest.mark.parametrize("text", TABLE)
def test_a_phrase_names_what_the_table_says(linker: Linker, text: str) -> None:
    assert [short(mention) for mention in linker.link(text, NOW)] == TABLE[text]


@pytest.mark.parametrize("text", TABLE)
def test_every_mention_stands_where_it_says(linker: Linker, text: str) -> None:
    mentions = linker.link(text, NOW)
    assert [mention.text for mention in mentions] == [text[mention.start : mention.end] for mention in mentions]


@pytest.mark.parametrize("text", TABLE)
def test_mentions_of_one_kind_overlap_only_on_the_very_same_words(linker: Linker, text: str) -> None:
    mentions = linker.link(text, NOW)
    assert not [
        (one, other)
        for one in mentions
        for other in mentions
        if one.kind == other.kind
        and (one.start, one.end) != (other.start, other.end)
        and one.start < other.end
        and other.start < one.end
    ]


def test_a_mention_is_told_in_json_with_negated_only_when_it_is() -> None:
    assert Mention("place", "zwolle", "Zwolle", 4, 10).as_json() == {
        "kind": "place",
        "value": "zwolle",
        "text": "Zwolle",
    }
    assert Mention("attendance", "online", "online", 5, 11, negated=True).as_json() == {
        "kind": "attendance",
        "value": "online",
        "text": "online",
        "negated": True,
    }
