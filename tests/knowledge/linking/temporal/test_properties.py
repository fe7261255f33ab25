"""Whatever is written is read, and what is written of a known value is read as that value."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.clock import DAYS, MONTHS
from knowledge.linking.numbers import cardinal
from knowledge.linking.temporal.hours import Clock
from knowledge.linking.temporal.reading import read, read_durations, read_numbers
from knowledge.linking.temporal.shapes import Day, Duration, Period
from knowledge.linking.words import listed
from tests.conftest import NOW

CALM = settings(deadline=None, derandomize=True)
MOMENTS = st.integers(631_152_000, 4_133_894_400).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
WORDS = sorted(
    listed(
        """over na voor van tot tussen en de het 3 12 31 2027 uur dagen weken week maand jaar maart jan dinsdag ma t/m
om half kwart 's avonds volgende vorige komende deze eerste laatste 2e begin eind kerst zomer elke elk - / . , 8:30 5.12
een anderhalf paar miljoen drie achtste minder meer dan geleden vandaag morgen rest eeuw < > = ' 99 0"""
    )
)
UNITS = {"uur": "H", "minuten": "TM", "dagen": "D", "weken": "W", "maanden": "M", "jaar": "Y"}
TENS = {2: "twintig", 3: "dertig", 4: "veertig", 5: "vijftig", 6: "zestig", 7: "zeventig", 8: "tachtig", 9: "negentig"}
SMALL = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip


def spelled(value: int) -> str:
    """A number below a million in letters, as it is written in Dutch."""
    if value < 20:
        return SMALL[value]
    if value < 100:
        unit, ten = value % 10, TENS[value // 10]
        joint = "ën" if unit in (2, 3) else "en"
        return f"{SMALL[unit]}{joint}{ten}" if unit else ten
    size, name = (1000, "duizend") if value >= 1000 else (100, "honderd")
    many, rest = divmod(value, size)
    return ("" if many == 1 else spelled(many)) + name + (spelled(rest) if rest else "")


@CALM
@given(st.text(max_size=120), MOMENTS)
def test_any_text_is_read(text: str, now: datetime) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in read(text, now))


@CALM
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), MOMENTS)
def test_any_row_of_words_of_time_is_read_from_left_to_right(text: str, now: datetime) -> None:
    found = read(text, now)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("now", [datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)])
@CALM
@given(text=st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_at_the_ends_of_the_calendar_no_text_is_too_much(now: datetime, text: str) -> None:
    assert isinstance(read(text, now), list)


@CALM
@given(st.integers(0, 999_999))
def test_a_number_in_letters_is_that_number(value: int) -> None:
    assert [one.value for one in read_numbers(f"precies {spelled(value)}", NOW)] == [value] * (value != 1)


@CALM
@given(st.integers(2, 999), st.sampled_from(["miljoen", "miljard"]), st.integers(2, 999))
def test_a_number_with_a_scale_is_that_number(many: int, scale: str, rest: int) -> None:
    (one,) = read_numbers(f"{spelled(many)} {scale} {spelled(rest)}", NOW)
    assert one.value == many * (cardinal(scale) or 0) + rest


@CALM
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 5))
def test_a_date_is_that_date_however_it_is_written(day: date, how: int) -> None:
    written = (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
        f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"de {day.day}e van {MONTHS[day.month - 1]} {day.year}",
    )[how]
    (one,) = read(f"kan het op {written} nog?", NOW)
    assert isinstance(one.value, Day)
    assert one.value.date == day


@CALM
@given(st.dates(date(2026, 11, 24), date(2027, 11, 23)))
def test_a_date_without_a_year_is_the_next(day: date) -> None:
    (one,) = read(f"{day.day} {MONTHS[day.month - 1]}", NOW)
    assert isinstance(one.value, Day)
    assert one.value.date == day


@CALM
@given(st.times())
def test_a_time_in_figures_is_that_time(at: time) -> None:
    (one,) = read(f"om {at:%H:%M}", NOW)
    assert isinstance(one.value, Clock)
    assert one.value.readings[0] == at.replace(second=0, microsecond=0)


@CALM
@given(st.integers(2, 500), st.sampled_from(sorted(UNITS)), st.booleans())
def test_a_length_of_time_is_that_length(many: int, unit: str, in_letters: bool) -> None:
    (one,) = read_durations(f"{spelled(many) if in_letters else many} {unit}", NOW)
    assert one.value == Duration(((float(many), UNITS[unit]),))


@CALM
@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_a_period_between_two_dates_has_those_for_its_ends(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    written = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    (one,) = read(f"van {written[0]} tot en met {written[1]}", NOW)
    assert isinstance(one.value, Period)
    assert (one.value.first, one.value.last) == (first, last)
