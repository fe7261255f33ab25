"""Texts as wild as they come, for the tests of what goes to Telegram."""

from __future__ import annotations

from hypothesis import strategies as st

SCRAPS = st.sampled_from(
    [
        "<b>", "</b>", "<a href=\"x\">", "<", ">", "&", "&amp;", "&#0;", "&bogus;", "\"", "'", "_*[]()~`>#+-=|{}.!",
        "👩🏽‍🏭", "🇳🇱", "🇳", "❤️", "e\u0301", "각", "שלום", "مرحبا", "\u202e", "\u200b", "\u00a0", "\x00", "\x1b[31m",
        "\ud83d", "\udc4d", "\r\n", "\n\n", "\n", "\t", " ", ". ", "Robotlassen", "één", "https://voorbeeld.example/?a=1&b=2",
    ]
)  # fmt: skip
ANY = st.text(st.characters(), max_size=12)
TEXTS = st.lists(SCRAPS | ANY, max_size=12).map("".join)
LONG = st.tuples(SCRAPS | ANY, st.integers(1, 5000)).map(lambda drawn: (drawn[0] * drawn[1])[:5000])
WILD = TEXTS | LONG
