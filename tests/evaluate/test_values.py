"""The score counts what it should, and both files of utterances name only what exists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking.esco import occupations
from knowledge.vocabulary import Attendance, Daypart, Level, WorkForm
from tests.evaluate.value_file import FILES, Named, named, read_values
from tests.evaluate.values import Figures, Pair, ValuesReport, score

ROOT = Path(__file__).parents[2]
LASSER, MONTEUR, ONLINE = named("role", "lasser"), named("role", "monteur"), named("attendance", "online")
NOT_ONLINE = named("attendance", "online", negated=True)


def test_what_is_found_missed_and_too_much_is_counted_for_each_kind() -> None:
    report = score([Pair("a", [LASSER, NOT_ONLINE], [LASSER, ONLINE]), Pair("b", [], [])])
    assert report == ValuesReport(
        total=Figures(right=1, missed=1, extra=1),
        kinds={"role": Figures(right=1), "attendance": Figures(missed=1, extra=1)},
        misses=[("a", NOT_ONLINE)],
        extras=[("a", ONLINE)],
        whole=1,
        texts=2,
    )


def test_the_same_value_twice_must_be_found_twice() -> None:
    report = score([Pair("a", [LASSER, LASSER], [LASSER]), Pair("b", [MONTEUR], [MONTEUR, MONTEUR])])
    assert (report.total, report.misses, report.extras) == (Figures(2, 1, 1), [("a", LASSER)], [("b", MONTEUR)])


def test_a_value_found_in_another_text_is_a_miss_and_an_extra() -> None:
    report = score([Pair("a", [LASSER], []), Pair("b", [], [LASSER])])
    assert (report.total, report.whole) == (Figures(0, 1, 1), 0)


def test_precision_recall_and_f1_follow_from_the_counts() -> None:
    figures = Figures(right=6, missed=2, extra=6)
    assert (figures.precision, figures.recall, figures.f1) == (0.5, 0.75, 0.6)


def test_nothing_named_and_nothing_found_is_without_fault() -> None:
    figures = score([Pair("a", [], [])]).total
    assert (figures.precision, figures.recall, figures.f1) == (1.0, 1.0, 1.0)


def test_a_value_has_one_spelling() -> None:
    assert named("hours_per_week", 2) == named("hours_per_week", 2.0)
    assert named("known_skill", {"skill": "plc", "level": "expert"}) == Named(
        "known_skill", '{"level": "expert", "skill": "plc"}'
    )


def test_the_table_has_a_line_for_each_kind_and_for_all() -> None:
    assert score([Pair("a", [LASSER], [ONLINE])]).table() == [
        "kind             right  missed  extra  precision  recall     F1",
        "attendance           0       0      1      0.000   1.000  0.000",
        "role                 0       1      0      1.000   0.000  0.000",
        "all                  0       1      1      0.000   0.000  0.000",
        "texts without a fault: 0 of 1",
    ]


def test_a_file_is_read_with_its_moments_in_utc(tmp_path: Path) -> None:
    file = tmp_path / "values.yml"
    file.write_text(
        '- {text: "geen Zwolle", mentions: [{"!place": zwolle}]}\n- {text: "ja", now: "2027-07-01T10:00", mentions: []}'
    )
    assert [(one.text, one.now, one.named) for one in read_values(file)] == [
        ("geen Zwolle", datetime(2026, 11, 24, 9, 0, tzinfo=UTC), (named("place", "zwolle", negated=True),)),
        ("ja", datetime(2027, 7, 1, 8, 0, tzinfo=UTC), ()),
    ]


@pytest.mark.parametrize("file", FILES)
def test_every_value_is_of_a_known_shape_and_every_id_exists(file: str, catalogue: Catalogue) -> None:
    right = _shapes(catalogue)
    wrong = [
        (utterance.text, str(one))
        for utterance in read_values(FILES[file])
        for one in utterance.named
        if one.kind not in right or not right[one.kind](json.loads(one.value))
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_enough_utterances_of_which_a_tenth_names_nothing(file: str) -> None:
    utterances = read_values(FILES[file])
    nothing = sum(not one.named for one in utterances)
    assert len(utterances) >= 300
    assert 0.1 <= nothing / len(utterances) <= 0.15


@pytest.mark.parametrize("file", FILES)
def test_every_line_role_and_academy_is_named_in_a_file(file: str, catalogue: Catalogue) -> None:
    said = {(one.kind, json.loads(one.value)) for utterance in read_values(FILES[file]) for one in utterance.named
            if one.kind in ("line", "role", "academy")}  # fmt: skip
    things = {"line": catalogue.lines, "role": catalogue.roles, "academy": catalogue.academies}
    assert {(kind, id) for kind, ids in things.items() for id in ids} - said == set()


def test_no_text_stands_in_two_files_or_twice_in_one() -> None:
    texts = [_bare(one.text) for file in FILES.values() for one in read_values(file) if _bare(one.text)]
    trained = {_bare(text) for text in _trained()}
    assert (len(texts) - len(set(texts)), set(texts) & trained) == (0, set())


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _trained() -> list[str]:
    """Every example of data/nlu, without the marks of its entities."""
    files = [yaml.safe_load(file.read_text("utf-8"))["nlu"] for file in sorted((ROOT / "data" / "nlu").glob("*.yml"))]
    lines = [line for intents in files for intent in intents for line in intent.get("examples", "").splitlines()]
    return [re.sub(r"\[([^]]*)\](?:\{[^}]*\}|\([^)]*\))", r"\1", line.removeprefix("- ")) for line in lines]


def _shapes(catalogue: Catalogue) -> dict[str, Callable[[Any], bool]]:
    """For each kind whether a value is one of it."""
    labels = {one.label for one in occupations()}
    things = {"role": catalogue.roles, "transition": catalogue.transitions, "skill": catalogue.skills,
              "line": catalogue.lines, "module": catalogue.modules, "academy": catalogue.academies,
              "place": catalogue.places, "map": catalogue.maps, "occupation": labels,
              "attendance": set(Attendance), "daypart": set(Daypart), "form": set(WorkForm),
              "level": set(Level), "weekday": set(range(7))}  # fmt: skip
    return {kind: values.__contains__ for kind, values in things.items()} | {
        "known_skill": lambda value: value["skill"] in catalogue.skills and value["level"] in set(Level),
        "hours_per_week": lambda value: 0 < value <= 40,
        "headcount": lambda value: value >= 1,
        "ordinal": lambda value: value == -1 or 1 <= value <= 20,
        "number": lambda value: value >= 0,
        "date": lambda value: bool(date.fromisoformat(value)),
        "time": lambda value: bool(time.fromisoformat(value)),
        "period": lambda value: date.fromisoformat(value["start"]) <= date.fromisoformat(value["end"]),
        "language_other": lambda value: re.fullmatch("[a-z]{2}", value) is not None,
        "unknown_topic": lambda value: bool(value),
    }
