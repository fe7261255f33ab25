"""Hours a week and hours of the clock."""

from __future__ import annotations

import pytest

from knowledge.linking.clock import find_clock
from knowledge.linking.headcount import find_headcount
from knowledge.linking.hours import find_hours
from knowledge.linking.temporal.reading import read_words
from tests.conftest import NOW
from tests.knowledge.linking.conftest import Reader


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("max 4u p.w.", 4.0),
        ("een uur of acht per maand", 1.85),
        ("twee halve dagen per maand", 1.85),
        ("één dag per kwartaal", 0.62),
        ("een paar uurtjes", 2.0),
        ("half uurtje per dag", 2.5),
        ("twee en een half uur per week", 2.5),
        ("eens per twee weken een dagdeel", 2.0),
        ("2x per maand 3 uur", 1.39),
        ("twee avonden van 2 uur per maand", 0.92),
        ("per week zo'n twee uur", 2.0),
        ("3 uur in de 2 weken", 1.5),
        ("elke dag een kwartiertje", 1.25),
        ("een halve dag", 4.0),
        ("100 uur per jaar", 1.92),
    ],
)
def test_an_amount_of_time_is_told_in_hours_a_week(read: Reader, text: str, hours: float) -> None:
    assert [found.value for found in find_hours(read(text))] == [hours]


@pytest.mark.parametrize(
    "text",
    ["om 4 uur", "na drie uur", "van 9 tot 12 uur", "ik werk 36 uur per week", "cursus van 4 uur", "een avond",
     "41 uur per week", "3 uur rijden", "twee uur later", "elke dinsdag", "0 uur per week"],
)  # fmt: skip
def test_other_hours_are_no_time_to_learn(read: Reader, text: str) -> None:
    assert find_hours(read(text)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("na vijven", ["evening"]),
        ("na drie uur", ["afternoon", "evening"]),
        ("na 7 uur", ["evening"]),
        ("vanaf 9 uur", ["morning", "afternoon"]),
        ("vanaf 19:00", ["evening"]),
        ("tot twaalf", ["morning"]),
        ("tot half vier", ["morning", "afternoon"]),
        ("tussen 9 en 12", ["morning"]),
        ("van 13.30 tot 17.30 uur", ["afternoon", "evening"]),
        ("rond half acht 's avonds", ["evening"]),
        ("om kwart over drie", ["afternoon"]),
        ("om 10 uur", ["morning"]),
        ("tot 2 uur per week", []),
        ("na 2 weken", []),
    ],
)
def test_an_hour_of_the_clock_leaves_parts_of_the_day(read: Reader, text: str, parts: list[str]) -> None:
    sentence = read(text)
    times = read_words(text, sentence.words, NOW.date())
    assert [found.value for found in find_clock(times, sentence) if found.kind == "daypart"] == parts


@pytest.mark.parametrize(
    ("text", "people"),
    [("een man of 40", 40), ("een team van 12", 12), ("zestig man personeel", 60), ("wij zijn met ongeveer 85", 85)],
)
def test_the_size_of_a_company_is_counted(read: Reader, text: str, people: int) -> None:
    assert people in [found.value for found in find_headcount(read(text))]
