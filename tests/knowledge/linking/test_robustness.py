"""Whatever comes in, the linker answers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.linking import Linker
from tests.conftest import NOW
from tests.knowledge.linking.test_phrases import TABLE

SPOKEN = st.lists(st.sampled_from([word for text in TABLE for word in text.split()]), max_size=40).map(" ".join)
SHARED = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\x00", "\ud800", "\u0301", "'", "-", "[", "[naam-1]", "½", "ساعات"])
def test_a_text_without_words_names_nothing(linker: Linker, text: str) -> None:
    assert linker.link(text, NOW) == []


@pytest.mark.parametrize(
    "part", ["ik ben lasser ", "niet ", "12-", "een ", "a", "'", "([", "xqzzt ", "kan niet ", "😀", "9"]
)
def test_ten_thousand_characters_are_no_trouble(linker: Linker, part: str) -> None:
    text = (part * 10_000)[:10_000]
    assert {mention.kind for mention in linker.link(text, NOW)} <= {"role", "number", "date", "period"}


def test_a_broken_character_does_not_move_what_follows(linker: Linker) -> None:
    (mention,) = linker.link("\ud800 👩‍🔧 lasser", NOW)
    assert (mention.value, mention.text, mention.start) == ("lasser", "lasser", 6)


@SHARED
@given(st.text(max_size=200))
def test_any_text_is_read(linker: Linker, text: str) -> None:
    assert all(mention.text == text[mention.start : mention.end] for mention in linker.link(text, NOW))


@SHARED
@given(SPOKEN)
def test_any_order_of_the_words_people_use_is_read(linker: Linker, text: str) -> None:
    mentions = linker.link(text, NOW)
    assert mentions == sorted(
        mentions, key=lambda mention: (mention.start, mention.end, mention.kind, str(mention.value))
    )
