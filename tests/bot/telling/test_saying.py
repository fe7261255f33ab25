"""Moments, money, skills and reasons within a sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.telling.changes import changes
from bot.telling.saying import first_low, say_cost, say_moment, say_skills, say_soon, sentence, shorten
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Level
from tests.bot.telling.letters import STARTS, an_offering


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(hours=1), "vandaag"),
        (timedelta(hours=-1), "vandaag"),
        (timedelta(hours=13), "vandaag"),
        (timedelta(hours=14), "morgen"),
        (timedelta(days=2), "overmorgen"),
        (timedelta(days=3), "over 3 dagen"),
        (timedelta(days=7), "over een week"),
        (timedelta(days=8), "over 8 dagen"),
    ],
)
def test_how_soon_something_is_goes_by_the_days_of_the_netherlands(before: timedelta, said: str) -> None:
    assert say_soon(STARTS, STARTS - before) == said


def test_the_night_of_the_changing_clock_is_one_day(now: datetime) -> None:
    midnight = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)  # 00:00 on Sunday the 25th
    assert say_soon(midnight + timedelta(hours=25), midnight + timedelta(hours=24, minutes=59)) == "morgen"


@pytest.mark.parametrize(
    ("cost", "paid_by", "said"),
    [
        (0, "de academie", "gratis"),
        (75, "", "€ 75"),
        (75.0, "je werkgever", "€ 75 (betaalt: je werkgever)"),
        (12.5, "", "€ 12,50"),
    ],
)
def test_money_is_said_short(cost: float, paid_by: str, said: str) -> None:
    assert say_cost(cost, paid_by) == said


def test_moments_and_skills(catalogue: Catalogue) -> None:
    assert (say_moment(STARTS), say_moment(None)) == ("dinsdag 8 december om 13:00", "")
    skills = {"veilig-werken": Level.BEGINNER, "gone": Level.EXPERT, "robotveiligheid": Level.EXPERT}
    names = [catalogue.skills[id].name for id in ("veilig-werken", "robotveiligheid")]
    assert say_skills(skills, catalogue) == f"{names[0]} (beginner) en {names[1]} (expert)"
    assert say_skills({}, catalogue) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [("Je laptop", "je laptop"), ("Foto's", "Foto's"), ("", ""), ("Jeroens map", "Jeroens map")],
)
def test_only_a_common_word_loses_its_capital(text: str, said: str) -> None:
    assert first_low(text) == said


def test_a_reason_becomes_one_sentence() -> None:
    assert [sentence(text) for text in ("", " ziek ", "Ziek.\n\nJammer!", "a " * 200)] == [
        "",
        "ziek.",
        "Ziek. Jammer!",
        f"{'a ' * 119}a…",
    ]


def test_what_is_too_long_is_cut_between_words() -> None:
    assert [shorten("lassen en snijden", most) for most in (17, 16, 10, 9, 4, 1)] == [
        "lassen en snijden",
        "lassen en…",
        "lassen en…",
        "lassen…",
        "las…",
        "…",
    ]


def test_each_change_is_a_sentence_and_what_did_not_change_is_none(catalogue: Catalogue) -> None:
    offering = an_offering(place="Hal 2", cost=80, bring="Je laptop")
    end = (STARTS + timedelta(hours=3)).isoformat()
    assert changes({"ends_at": [end, "x"], "cost": [75, 80], "bring": ["", "x"]}, offering, catalogue) == [
        "Het was dinsdag 8 december, 13:00–16:00. Het is nu dinsdag 8 december, 13:00–17:00.",
        "Neem mee: je laptop.",
        "De kosten waren € 75; nu € 80 (betaalt: je werkgever).",
    ]
    assert changes({"starts_at": [STARTS.isoformat(), "x"], "place": ["Hal 2", "Hal 2"]}, offering, catalogue) == []
    assert changes({"maximum": [2, 3]}, offering, catalogue) == []


def test_a_place_is_online_a_hall_or_a_town(catalogue: Catalogue) -> None:
    offering = an_offering(place="Hal 2")
    was = {
        "online": [True, False],
        "place": ["", "Hal 2"],
    }
    assert changes(was, offering, catalogue) == ["De plek was online. De plek is nu Hal 2."]
    assert changes({"town": ["deventer", "zwolle"]}, offering, catalogue) == [
        "De plek was Deventer. De plek is nu Zwolle."
    ]
    assert changes({"starts_at": [None, "x"], "ends_at": [None, "x"]}, offering, catalogue) == [
        "Het was wanneer je wilt, in je eigen tempo. Het is nu dinsdag 8 december, 13:00–17:00."
    ]
