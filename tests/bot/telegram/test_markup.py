"""Text as Telegram's HTML, and how long Telegram finds it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from bot.telegram.markup import bold, clean, escape, is_blank, italic, link, visible, visible_length
from tests.bot.telegram.telegram_html import NotTelegramHtml, length, read_strictly
from tests.bot.telegram.wild import WILD


@settings(deadline=None)
@given(WILD)
def test_any_text_is_shown_as_it_is_typed(text: str) -> None:
    for html in (escape(text), bold(text), italic(text), link(text, "https://voorbeeld.example/")):
        assert read_strictly(html) == visible(html) == clean(text)
        assert visible_length(html) == length(clean(text))


@settings(deadline=None)
@given(WILD)
def test_any_address_gives_html_that_telegram_takes(address: str) -> None:
    assert read_strictly(link("Kijk hier", address)) == "Kijk hier"
    assert read_strictly(link("Kijk hier", f"https://voorbeeld.example/{address}")) == "Kijk hier"


def test_a_tag_that_somebody_types_is_text() -> None:
    assert escape('<b>Piet & "Jan"</b>') == '&lt;b&gt;Piet &amp; "Jan"&lt;/b&gt;'
    assert bold("1 < 2") == "<b>1 &lt; 2</b>"
    assert italic("R&D") == "<i>R&amp;D</i>"


def test_a_link_goes_only_where_links_go() -> None:
    assert link("de kaart", 'https://a.nl/?x=1&y=2"') == "de kaart"
    assert link("de kaart", "https://a.nl/?x=1&y=2") == '<a href="https://a.nl/?x=1&amp;y=2">de kaart</a>'
    assert link("<i>", "javascript:alert(1)") == "&lt;i&gt;"
    assert link("", "https://a.nl/") == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x00b\x1bc\x7fd\u0085e", "abcd\ne"),
        ("een\r\ntwee\rdrie\tvier", "een\ntwee\ndrie vier"),
        ("a\ud83db\udc4dc", "abc"),
        ("👍", "👍"),
        ("om\u202ekeer", "omkeer"),
    ],
)
def test_what_must_not_pass_is_taken_out(text: str, left: str) -> None:
    assert clean(text) == left
    assert escape(text) == left


@pytest.mark.parametrize(
    ("html", "units"),
    [("", 0), ("<b>één</b>", 3), ("&lt;&amp;&#128077;", 4), ("👩🏽‍🏭", 7), ("<onbekend>", 10), ("&l<b>t;</b>", 4)],
)
def test_length_is_counted_in_code_units_of_what_is_seen(html: str, units: int) -> None:
    assert visible_length(html) == units


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u200d", "\u2800", "\ufe0f", "\u3164", "\u00ad"])
def test_a_text_of_which_nothing_is_seen_is_blank(text: str) -> None:
    assert is_blank(text)
    assert bold(text) == clean(text)


@pytest.mark.parametrize("text", [".", "👍", "\u0301", "\ue000", "\U0001fae8"])
def test_a_text_of_which_something_is_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    "html",
    [
        "<b>", "</b>", "<b></i>", "<b><i>x</b></i>", "<h1>x</h1>", "<b class=\"x\">x</b>", "<a>x</a>", "<b></b>",
        "<a href=\"x\" id=\"y\">x</a>", "&nbsp;", "R&D", "1 < 2", "1 > 2", "\x00", "&#0;", "\ud83d",
    ],
)  # fmt: skip
def test_the_strict_reader_refuses_what_telegram_refuses(html: str) -> None:
    with pytest.raises(NotTelegramHtml):
        read_strictly(html)
