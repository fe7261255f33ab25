"""What a few words mean as an answer: never a seat lost by what says something else."""

from __future__ import annotations

import pytest

from actions import reply_words as words


@pytest.mark.parametrize(
    "text",
    [
        "ik kan niet",
        "ik kan toch niet",
        "lukt me niet die dag",
        "kan niet, ben ziek",
        "ik red het niet",
        "het gaat niet lukken",
        "kan helaas niet komen",
        "dan ben ik op vakantie",
        "ik ben er niet bij",
        "zal er niet zijn",
        "komt niet uit",
        "ja maar ik kan niet",
        "heb geen tijd",
    ],
)
def test_who_cannot_come(text: str) -> None:
    assert words.cannot(text)
    assert not words.comes(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik kan niet wachten",
        "ik kan niet meer wachten",
        "ik kan niet lassen",
        "ik kan niet inloggen",
        "het gaat niet door hoorde ik",
        "nee ik kom wel",
        "dat gaat lukken",
        "ik kom uit Zwolle",
        "prima hoor",
    ],
)
def test_who_says_something_else(text: str) -> None:
    assert not words.cannot(text)


@pytest.mark.parametrize("text", ["ja ik kom", "ik ben er", "nee ik kom wel", "dat gaat lukken", "super, tot dan"])
def test_who_comes(text: str) -> None:
    assert words.comes(text)


@pytest.mark.parametrize("text", ["ja", "doe maar", "eh ja graag", "ok", "👍", "ik wil de plek", "top!", "is goed"])
def test_a_bare_yes(text: str) -> None:
    assert (words.yes(text, "inform"), words.no(text, "inform")) == (True, False)


@pytest.mark.parametrize(
    "text", ["nee", "nou nee", "laat maar", "geef maar aan een ander", "ik zie het niet zitten", "nee dank je"]
)
def test_a_bare_no(text: str) -> None:
    assert (words.yes(text, "inform"), words.no(text, "inform")) == (False, True)


@pytest.mark.parametrize("text", ["nee hoor, prima", "graag gedaan", "wat kost het", "ja en wat kost dat dan?"])
def test_neither_yes_nor_no(text: str) -> None:
    assert (words.yes(text, "inform"), words.no(text, "inform")) == (False, False)


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("was leuk", "good"),
        ("viel reuze mee", "good"),
        ("viel tegen", "could_be_better"),
        ("was niet leuk", "could_be_better"),
        ("ik was er wel maar het viel tegen", "could_be_better"),
        ("ben er niet geweest", "absent"),
        ("ik was helaas ziek", "absent"),
        ("hoe laat is het?", None),
    ],
)
def test_how_it_was(text: str, rating: str | None) -> None:
    assert words.rating_in(text, "inform") == rating


@pytest.mark.parametrize("text", ["misschien kan ik niet", "ik weet niet of ik kan", "mijn collega kan niet"])
def test_who_is_not_sure(text: str) -> None:
    assert words.is_unsure(text)
