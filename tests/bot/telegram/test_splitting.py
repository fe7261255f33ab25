"""Long HTML in parts that each can be sent."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.telegram.markup import bold, escape, is_blank, italic, link, visible
from bot.telegram.signs import read, write
from bot.telegram.splitting import split
from tests.bot.telegram.telegram_html import length, read_strictly
from tests.bot.telegram.wild import WILD

DRESSES = st.sampled_from([escape, bold, italic, lambda text: link(text, "https://voorbeeld.example/?a=1&b=2")])
HTML = st.lists(st.tuples(DRESSES, WILD).map(lambda pair: pair[0](pair[1])), max_size=6).map("".join)
MOST = st.sampled_from([2, 3, 10, 100, 1024, 4096])


def seen(text: str) -> str:
    return "".join(sign for sign in text if not is_blank(sign))


@settings(deadline=None)
@given(HTML, MOST)
@example("<b>" + "🇳🇱" * 30 + "</b>", 10)
def test_nothing_is_lost_and_every_part_can_be_sent(html: str, most: int) -> None:
    parts = split(html, most)
    texts = [read_strictly(part) for part in parts]
    assert [text for text in texts if is_blank(text) or length(text) > most] == []
    assert seen("".join(texts)) == seen(visible(html))


@settings(deadline=None)
@given(WILD, MOST)
def test_html_that_was_never_ours_is_made_whole(text: str, most: int) -> None:
    parts = split(text, most)
    assert seen("".join(read_strictly(part) for part in parts)) == seen(visible(text))


@settings(deadline=None)
@given(WILD)
def test_reading_and_seeing_agree(text: str) -> None:
    assert "".join(sign.sign for sign in read(text)) == visible(text) == read_strictly(write(read(text)))


@pytest.mark.parametrize(
    ("html", "most", "parts"),
    [
        ("", 10, []),
        (" \n ", 10, []),
        ("kort", 10, ["kort"]),
        ("Een alinea.\n\nNog een\nalinea. Kort.", 30, ["Een alinea.\n\nNog een", "alinea. Kort."]),
        ("Een hele alinea.\n\nNog een. Kort.", 30, ["Een hele alinea.", "Nog een. Kort."]),
        ("Dit is een regel\nen nog een. Zo.", 28, ["Dit is een regel", "en nog een. Zo."]),
        ("Dit is een zin. En dit nog een.", 24, ["Dit is een zin.", "En dit nog een."]),
        ("een twee drie vier", 13, ["een twee drie", "vier"]),
        ("een twee drie vier", 12, ["een twee", "drie vier"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ja abcdefghij", 8, ["ja", "abcdefgh", "ij"]),
        ("<b>een twee</b> drie", 5, ["<b>een</b>", "<b>twee</b>", "drie"]),
        ("<b>een <i>twee</i></b>", 5, ["<b>een</b>", "<b><i>twee</i></b>"]),
        ('<a href="https://a.nl/?x&amp;y">een twee</a>', 4, ['<a href="https://a.nl/?x&amp;y">een</a>',
                                                             '<a href="https://a.nl/?x&amp;y">twee</a>']),
        ("&lt;&lt;&amp;", 2, ["&lt;&lt;", "&amp;"]),
        ("abc👍", 4, ["abc", "👍"]),
        ("abc👩🏽‍🏭", 9, ["abc", "👩🏽‍🏭"]),
        ("a🇳🇱🇧🇪", 6, ["a🇳🇱", "🇧🇪"]),
        ("aa \u0301bb", 4, ["aa \u0301", "bb"]),
        ("cafe\u0301", 4, ["caf", "e\u0301"]),
        ("\u1100\u1161\u11a8\uac00\u11a8", 4, ["\u1100\u1161\u11a8", "\uac00\u11a8"]),
        ("a" + "\u0301" * 5, 3, ["a\u0301\u0301", "\u0301\u0301\u0301"]),
    ],
)  # fmt: skip
def test_it_is_cut_where_it_makes_sense(html: str, most: int, parts: list[str]) -> None:
    assert split(html, most) == parts


def test_a_short_paragraph_before_a_long_one_does_not_go_alone() -> None:
    first, *rest = split("Hoi.\n\n" + "woord " * 98, 200)
    assert first == "Hoi.\n\n" + ("woord " * 32).strip()
    assert [length(part) for part in rest] == [197, 197]


def test_a_part_without_room_for_every_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 2 units, not 1"):
        split("x", 1)
