"""What one thing of the catalogue must look like: each fault names its file, its line and what to do."""

from __future__ import annotations

import pytest

from knowledge.catalogue.content import When
from tests.knowledge.catalogue.small_files import Files

FORM = "write it in the form that the content guide shows."
ONE_OF_TYPES = "Input should be 'W', 'E', 'O', 'X', 'M', 'P', 'B' or 'D'"
ONE_OF_LEVELS = "Input should be 'beginner', 'professional' or 'expert'"
ONE_OF_PHASES = "Input should be 'inspiration', 'learning_question', 'content' or 'conclusion'"
AT = r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$"
ON = (
    r"^((first|second|third|fourth|last) )?"
    r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)


def bad(name: str, old: str, new: str, said: str, at: str | None = None) -> object:
    """A change in a file and what is said of it, on the line where ``at`` (else ``new``) stands."""
    return pytest.param(old, new, at or new, said, id=name)


def only_fault(files: Files, file: str, old: str, new: str, at: str, said: str) -> None:
    files.change(file, old, new)
    assert files.faults() == [f"{file}:{files.line(file, at)}: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        bad(
            "a module of 9 hours",
            "hours: 3.5",
            "hours: 9",
            "In modules, cobot-leren: `hours`: Input should be less than or equal to 6. It is 9; change it.",
        ),
        bad(
            "a module of 1 hour",
            "hours: 3.5",
            "hours: 1",
            "In modules, cobot-leren: `hours`: Input should be greater than or equal to 2. It is 1; change it.",
        ),
        bad(
            "a module of no number of hours",
            "hours: 3.5",
            "hours: .nan",
            "In modules, cobot-leren: `hours`: Input should be less than or equal to 6. It is nan; change it.",
        ),
        bad(
            "a new module of 5 hours",
            "hours: 4",
            "hours: 5",
            "In modules, eerste-las: `hours` of a new module are at most 4; shorten it, or set `new: false`. "
            "Correct it as it says.",
        ),
        bad(
            "an unknown key",
            "hours: 3.5",
            "hours: 3.5\n    uren: 3.5",
            "In modules, cobot-leren: `uren`: Extra inputs are not permitted. Remove it, or correct its spelling.",
            "uren: 3.5",
        ),
        bad(
            "a key that lacks",
            "    hours: 3.5\n",
            "",
            "In modules, cobot-leren: `hours`: Field required. Add it.",
            "id: cobot-leren",
        ),
        bad(
            "an unknown type",
            "type: P",
            "type: Z",
            f"In modules, cobot-leren: `type`: {ONE_OF_TYPES}. It is 'Z'; change it.",
        ),
        bad(
            "an unknown level",
            "{cobots: beginner, lassen: professional}",
            "{cobots: beginner, lassen: meester}",
            f"In modules, cobot-leren: `teaches.lassen`: {ONE_OF_LEVELS}. It is 'meester'; change it.",
        ),
        bad(
            "an id that is no slug",
            "  - id: rondkijken",
            "  - {id: Rond_kijken, name: Rond, type: X, hours: 2, summary: Rond., owner: oost}\n  - id: rondkijken",
            "In modules, Rond_kijken: `id`: String should match pattern '^[a-z0-9]+(-[a-z0-9]+)*$'. "
            f"It is 'Rond_kijken'; {FORM}",
            "Rond_kijken",
        ),
        bad(
            "a text of no words",
            "summary: Je ziet hoe anderen het doen.",
            'summary: ""',
            "In modules, rondkijken: `summary`: String should have at least 1 character. It is ''; change it.",
        ),
    ],
)
def test_a_wrong_module_is_one_fault_on_its_line(files: Files, old: str, new: str, at: str, said: str) -> None:
    only_fault(files, "modules.yml", old, new, at, said)


LAST = "      - {module: cobot-leren, phase: conclusion}\n"
KIJKLIJN = (
    "    stations:\n"
    "      - {module: rondkijken, phase: inspiration, skip: free}\n"
    "      - {module: thuis-kijken, phase: content, skip: free}\n"
)


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        bad(
            "a line of no stations",
            KIJKLIJN,
            "    stations: []\n",
            "In lines, kijklijn: `stations`: List should have at least 1 item after validation, not 0. Change it.",
            "stations: []",
        ),
        bad(
            "an unknown phase",
            "phase: conclusion",
            "phase: slot",
            f"In lines, laslijn: `stations.2.phase`: {ONE_OF_PHASES}. It is 'slot'; change it.",
        ),
        bad(
            "an unknown skip",
            "skip: costs_recognition",
            "skip: never",
            "In lines, laslijn: `stations.1.skip`: Input should be 'free' or 'costs_recognition'. "
            "It is 'never'; change it.",
        ),
        bad(
            "a colour that is a word",
            '"#0033aa"',
            "blauw",
            f"In lines, kijklijn: `colour`: String should match pattern '^#[0-9a-fA-F]{{6}}$'. It is 'blauw'; {FORM}",
        ),
        bad(
            "a follow-up of no known kind",
            "kind: course",
            "kind: cursus",
            "In follow_ups, lascursus: `kind`: Input should be 'course', 'training', 'fieldlab' or 'line'. "
            "It is 'cursus'; change it.",
        ),
    ],
)
def test_a_wrong_line_is_one_fault_on_its_line(files: Files, old: str, new: str, at: str, said: str) -> None:
    only_fault(files, "lines.yml", old, new, at, said)


def test_a_line_of_11_stations_is_one_fault_where_its_stations_begin(files: Files) -> None:
    files.change("lines.yml", LAST, LAST * 9)
    assert files.faults() == [
        "lines.yml:13: In lines, laslijn: `stations`: "
        "List should have at most 10 items after validation, not 11. Change it."
    ]


@pytest.mark.parametrize("email", ["info@oost", "oost.example.org", "in fo@oost.example", "info@@oost.example"])
def test_a_wrong_address_of_an_academy_is_one_fault_on_its_line(files: Files, email: str) -> None:
    said = (
        r"In academies, oost: `email`: String should match pattern '^[^@\s]+@[^@\s]+\.[^@\s]+$'. "
        f"It is '{email}'; {FORM}"
    )
    only_fault(files, "academies.yml", "info@oost.example.org", email, email, said)


def test_a_place_far_from_here_is_one_fault_on_its_line(files: Files) -> None:
    said = "In places, haarlem: `lon`: Input should be less than or equal to 8. It is 14.64; change it."
    only_fault(files, "academies.yml", "lon: 4.64", "lon: 14.64", "lon: 14.64", said)


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        bad(
            "a minimum above the maximum",
            "minimum: 2",
            "minimum: 13",
            "In offerings, cobot-leren: `minimum` 13 is above `maximum` 12. Correct it as it says.",
        ),
        bad(
            "nobody",
            "minimum: 2",
            "minimum: 0",
            "In offerings, cobot-leren: `minimum`: Input should be greater than or equal to 1. It is 0; change it.",
        ),
        bad(
            "a negative cost",
            "cost: 75.5",
            "cost: -1",
            "In offerings, cobot-leren: `cost`: Input should be greater than or equal to 0. It is -1; change it.",
        ),
        bad(
            "an end before the beginning",
            "18:30-22:00",
            "22:00-18:30",
            "In offerings, cobot-leren: `when`: `at: 22:00-18:30` ends before it begins. Correct it as it says.",
        ),
        bad(
            "a time in words",
            "18:30-22:00",
            "half zeven",
            f"In offerings, cobot-leren: `when.at`: String should match pattern '{AT}'. It is 'half zeven'; {FORM}",
        ),
        bad(
            "a day in Dutch",
            '"on": thursday',
            '"on": donderdag',
            f"In offerings, cobot-leren: `when.on`: String should match pattern '{ON}'. It is 'donderdag'; {FORM}",
        ),
        bad(
            "every 13 weeks",
            "every: 4 weeks",
            "every: 13 weeks",
            "In offerings, cobot-leren: `when.every`: String should match pattern "
            f"'^([1-9] weeks?|1[0-2] weeks|month)$'. It is '13 weeks'; {FORM}",
        ),
        bad(
            "a month without saying which day of it",
            '"on": first friday',
            '"on": friday',
            "In offerings, rondkijken: `when`: with `every: month` say which one, such as "
            "`on: second tuesday`. Correct it as it says.",
        ),
        bad(
            "a first day of a week",
            '"on": thursday',
            '"on": first thursday',
            "In offerings, cobot-leren: `when`: with `every: month` say which one, such as "
            "`on: second tuesday`. Correct it as it says.",
        ),
        bad(
            "the third of two weeks",
            "offset: 1",
            "offset: 2",
            "In offerings, eerste-las: `when`: `offset: 2` must be below the number of weeks; "
            "a month has none. Correct it as it says.",
        ),
        bad(
            "an offset of a month",
            'at: "10:00-12:00"',
            'at: "10:00-12:00", offset: 1',
            "In offerings, rondkijken: `when`: `offset: 1` must be below the number of weeks; "
            "a month has none. Correct it as it says.",
        ),
        bad(
            "both online and somewhere",
            "    online: true",
            "    online: true\n    place: Hal 3",
            "In offerings, cobot-leren: give one of `place`, `online: true` or `self_paced: true`. "
            "Correct it as it says.",
            "place: Hal 3",
        ),
        bad(
            "somewhere in no town",
            "    town: zwolle\n    when: {every: month",
            "    when: {every: month",
            "In offerings, rondkijken: add `town`, the place id of where it is held. Correct it as it says.",
            "module: rondkijken",
        ),
        bad(
            "no dates, and not at one's own pace",
            "    self_paced: true",
            "    online: true  # without dates",
            "In offerings, thuis-kijken: give either `when` (dates) or `self_paced: true` (no dates). "
            "Correct it as it says.",
            "module: thuis-kijken",
        ),
    ],
)
def test_a_wrong_offering_is_one_fault_on_its_line(files: Files, old: str, new: str, at: str, said: str) -> None:
    only_fault(files, "offerings.yml", old, new, at, said)


def test_a_rule_for_dates_knows_its_weeks_and_hours() -> None:
    weekly = When(every="2 weeks", on="tuesday", at="13:45-16:15", offset=1)
    monthly = When(every="month", on="last friday", at="09:00-12:00")
    assert [(rule.weeks, rule.hours) for rule in (weekly, monthly)] == [(2, 2.5), (12, 3)]
