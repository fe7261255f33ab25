"""The websites that may show the chat, as they are written in a setting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.web_origins import read_origins


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ()),
        (" , ,", ()),
        ("https://www.academie.example.org", ("https://www.academie.example.org",)),
        (
            "https://A.example/ , https://a.example:443,https://b.example:8443",
            ("https://a.example", "https://b.example:8443"),
        ),
        ("http://localhost:8090,http://127.0.0.1", ("http://localhost:8090", "http://127.0.0.1")),
        ("https://[2001:db8::1]:8443", ("https://[2001:db8::1]:8443",)),
    ],
)
def test_origins_are_read_as_a_browser_writes_them(written: str, read: tuple[str, ...]) -> None:
    assert read_origins(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "www.academie.example.org",
        "http://www.academie.example.org",
        "https://*.academie.example.org",
        "https://academie.example.org/leren",
        "https://academie.example.org?x",
        "https://me:secret@academie.example.org",
        "https://academie.example.org; script-src *",
        "https://academie.example.org https://b.example",
        "https://academie.example.org:0",
        "https://academie.example.org:99999",
        "https://",
        "https://-x.example",
        "*",
        "null",
        "https://ácademie.example",
        "https://a.example\r\nx: y",
    ],
)
def test_what_is_no_origin_is_refused_by_its_name(written: str) -> None:
    with pytest.raises(ValueError, match="must ") as caught:
        read_origins(f"https://goed.example,{written}")
    assert repr(written.strip()) in str(caught.value)


@given(st.text())
def test_nothing_that_is_read_can_end_a_header_or_a_directive(text: str) -> None:
    try:
        read = read_origins(text)
    except ValueError:
        return
    assert all(not set(one) & set("; ,'\"*\r\n\t") and one.isascii() for one in read)
    assert read_origins(",".join(read)) == read
