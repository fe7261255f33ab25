"""What a person types is always text."""

from __future__ import annotations

import pytest

from bot.typed import NothingTyped, TooLong, clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("hoi", "hoi"),
        ("  hoi  ", "hoi"),
        ("/restart", "restart"),
        ("///restart", "restart"),
        (" / / restart", "restart"),
        ("\u200b/restart", "restart"),
        ("/\u200b/\ufeff/restart", "restart"),
        ("\u00a0/restart", "restart"),
        ("\n\t/restart", "restart"),
        ('/enrol{"offering":"1"}', 'enrol{"offering":"1"}'),
        ("24/7 en/of", "24/7 en/of"),
        ("[mail-1]", "mail-1"),
        ("[[mail-1]]", "mail-1"),
        ("[m\u200bail-1]", "mail-1"),
        ("a\x00b\x1b[0m", "ab0m"),
        ("kapot \ud800 teken", "kapot  teken"),
        ("regel een\r\nregel twee", "regel een \nregel twee"),
        ("cafe\u0301", "café"),
        ("😀👍", "😀👍"),
        ("Привет мир", "Привет мир"),
        ("مرحبا", "مرحبا"),
        ("'; DROP TABLE learner; --", "'; DROP TABLE learner; --"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_typed_text_stays_text(typed: str, cleaned: str) -> None:
    assert clean(typed, 2000) == cleaned


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b\u200d\ufeff", "\x00\x07", "/", " / // ", "[]", "\ud800"])
def test_nothing_that_can_be_seen_is_nothing_typed(typed: str) -> None:
    with pytest.raises(NothingTyped, match="Ik zie geen tekst"):
        clean(typed, 2000)


def test_the_longest_text_is_read_and_one_sign_more_is_too_long() -> None:
    assert clean("a" * 100, 100) == "a" * 100
    with pytest.raises(TooLong, match="hooguit 100 tekens"):
        clean("a" * 101, 100)
