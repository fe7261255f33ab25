"""What a text says about numbers and times, exactly, seen from Tuesday 24 November 2026."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from knowledge.linking.temporal.hours import Clock, PartOfDay, Times
from knowledge.linking.temporal.reading import read, read_durations, read_numbers
from knowledge.linking.temporal.shapes import Day, Duration, Kind, Period
from tests.conftest import NOW


def said(text: str) -> list[tuple[str, Any]]:
    """Each expression as its kind and a short form of its value."""
    return [(one.kind.value, short(one.value)) for one in read(text, NOW)]


def short(value: Any) -> Any:
    if isinstance(value, Day):
        return value.date.isoformat()
    if isinstance(value, Duration):
        return value.iso
    if isinstance(value, Period):
        return f"{value.first or ''}/{value.last or ''}"
    if isinstance(value, Clock):
        return f"{value.readings[0]:%H:%M}"
    if isinstance(value, Times):
        return "-".join(f"{clock.readings[0]:%H:%M}" if clock else "" for clock in (value.start, value.end))
    return f"{value.part} {value.side}".strip() if isinstance(value, PartOfDay) else value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tweeduizend zestien", 2016),
        ("drie miljoen", 3_000_000),
        ("vijf en een half", 5.5),
        ("1.234,5", 1234.5),
        ("min vijf komma vijf", -5.5),
        ("drie vijfde", 0.6),
        ("anderhalf miljoen", 1_500_000),
        ("40 000", 40_000),
        ("een dozijn", 12),
        ("1 op de 4", 0.25),
    ],
)
def test_a_number_of_several_words_is_one(text: str, value: float) -> None:
    assert [(one.kind, one.value) for one in read_numbers(text, NOW)] == [(Kind.NUMBER, value)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("de derde", "ordinal", 3),
        ("30ste", "ordinal", 30),
        ("honderdachtste", "ordinal", 108),
        ("laatste", "ordinal", -1),
        ("de op één na laatste", "ordinal", -2),
        ("de twee na laatste", "ordinal", -3),
        ("de volgende", "step", 1),
        ("de vorige", "step", -1),
    ],
)
def test_a_place_in_a_row_is_counted_from_either_end(text: str, kind: str, value: int) -> None:
    assert [(one.kind.value, one.value) for one in read_numbers(text, NOW)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("anderhalf uur", "PT1.5H"),
        ("drie kwartier", "PT0.75H"),
        ("twee uurtjes", "PT2H"),
        ("een week en drie dagen", "P1W3D"),
        ("1 jaar, 1 maand en 21 dagen", "P1Y1M21D"),
        ("de hele dag", "P1D"),
        ("2½ uur", "PT2.5H"),
        ("1u30", "PT1H30M"),
        ("een paar dagen", "P2D"),
        ("voor 3 uur", "PT3H"),
    ],
)
def test_a_length_of_time_has_its_units(text: str, iso: str) -> None:
    assert [short(one.value) for one in read_durations(text, NOW)] == [iso]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("de 27e van december", "2026-12-27"),
        ("22-1", "2027-01-22"),
        ("05-aug-2027", "2027-08-05"),
        ("volgende week dinsdag", "2026-12-01"),
        ("vorige week maandag", "2026-11-16"),
        ("over een maand en 2 dagen", "2026-12-26"),
        ("twee dagen na morgen", "2026-11-27"),
        ("de eerste vrijdag van volgende maand", "2026-12-04"),
        ("3 weken geleden", "2026-11-03"),
        ("woensdag de 9e", "2026-12-09"),
        ("2e paasdag 2027", "2027-03-29"),
        ("vaderdag volgend jaar", "2027-06-20"),
        ("29 februari", "2028-02-29"),
    ],
)
def test_a_day_is_a_date(text: str, day: str) -> None:
    assert said(text) == [("date", day)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("volgende maand", "2026-12-01/2026-12-31"),
        ("dit weekend", "2026-11-28/2026-11-29"),
        ("tussen 4 en 22 maart", "2027-03-04/2027-03-22"),
        ("van 28 december tot 3 januari", "2026-12-28/2027-01-03"),
        ("van maart tot mei", "2027-03-01/2027-04-30"),
        ("maart t/m mei", "2027-03-01/2027-05-31"),
        ("de laatste week van juli", "2027-07-26/2027-08-01"),
        ("de komende drie dagen", "2026-11-25/2026-11-27"),
        ("begin volgend jaar", "2027-01-01/2027-04-30"),
        ("Q1 2027", "2027-01-01/2027-03-31"),
        ("voor kerst", "/2026-12-24"),
        ("tot en met 1 maart", "/2027-03-01"),
        ("na de zomervakantie", "2027-09-06/"),
        ("vanaf volgende week", "2026-11-30/"),
        ("deze winter", "2026-12-01/2027-02-28"),
        ("week 53", "2026-12-28/2027-01-03"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, days: str) -> None:
    assert said(text) == [("period", days)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("om half drie", "time", "02:30"),
        ("kwart over vijf 's middags", "time", "17:15"),
        ("10 voor half negen 's avonds", "time", "20:20"),
        ("20.15u", "time", "20:15"),
        ("19u30", "time", "19:30"),
        ("tussen 9 en 12", "times", "09:00-12:00"),
        ("van 11 tot 3 's ochtends", "times", "23:00-03:00"),
        ("5 tot 6 's avonds", "times", "17:00-18:00"),
        ("na zessen", "times", "06:00-"),
        ("in de vroege ochtend", "daypart", "MO start"),
    ],
)
def test_a_time_is_that_of_the_clock(text: str, kind: str, value: str) -> None:
    assert said(text) == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("elke dinsdag om 16.00", "XXXX-WXX-2T16:00"),
        ("wekelijks", "P1W"),
        ("om de week", "P2W"),
        ("elke drie weken", "P3W"),
        ("op zondagen", "XXXX-WXX-7"),
        ("eens per maand", "P1M"),
        ("iedere ochtend", "TMO"),
    ],
)
def test_what_comes_again_is_told_as_in_timeml(text: str, value: str) -> None:
    assert said(text) == [("repetition", value)]


@pytest.mark.parametrize(
    "text", ["fijne dag", "goedemorgen", "30 februari", "wat kost het", "Tel: +86", "hoi, ik ben Jan", "half werk"]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [kind for kind, _ in said(text) if kind != "number"] == []


def test_an_expression_stands_where_it_says() -> None:
    text = "Kan het  ’s avonds,\nop 14 dec. of half januari?"
    assert [text[one.start : one.end] for one in read(text, NOW)] == ["’s avonds", "14 dec.", "half januari"]


def test_a_clock_with_an_hour_up_to_twelve_can_be_either_half_of_the_day() -> None:
    (one,) = read("om half drie", NOW)
    assert isinstance(one.value, Clock)
    assert one.value.readings == (time(2, 30), time(14, 30))


def test_the_bounds_of_a_period_are_kept_beside_its_days() -> None:
    (one,) = read("tussen 4 en 22 maart", NOW)
    assert isinstance(one.value, Period)
    assert (one.value.start, one.value.end) == (date(2027, 3, 4), date(2027, 3, 22))
