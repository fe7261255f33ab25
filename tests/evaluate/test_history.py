"""The history keeps one line a commit, and what fell since the commit before is named."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.evaluate.headline import headline
from tests.evaluate.history import Line, append, before, falls, line_of, read
from tests.evaluate.made_card import card_with, made_card
from tests.evaluate.targets import read_targets

GOOD = {name: target.bound for name, target in read_targets().targets.items()}


def line(commit: str, **figures: float) -> Line:
    return Line(commit=commit, made=datetime(2026, 11, 1, tzinfo=UTC), figures=GOOD | figures)


def test_the_headline_has_every_figure_that_has_a_target_and_the_loss_by_a_slip() -> None:
    assert headline(card_with(GOOD)) == GOOD


def test_what_was_not_run_is_left_out_of_the_headline() -> None:
    small = made_card().model_copy(update={"people": None, "xsid": None, "robustness": {}})
    assert list(headline(small)) == [
        "intent_first", "intent_among_two", "out_of_scope", "turned_away", "values_f1", "times_exact"]  # fmt: skip


def test_a_file_that_is_not_there_is_an_empty_history(tmp_path: Path) -> None:
    assert read(tmp_path / "history.jsonl") == []


def test_a_run_is_appended_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "evaluation" / "history.jsonl"
    first, second = card_with(GOOD, "one"), card_with(GOOD, "two")
    append(first, path)
    assert append(second, path) == read(path) == [line_of(first), line_of(second)]


def test_a_run_of_the_same_commit_takes_the_place_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    for commit in ("one", "two"):
        append(card_with(GOOD, commit), path)
    again = card_with(GOOD | {"values_f1": 0.5}, "one")
    append(again, path)
    assert read(path) == [line_of(again), line_of(card_with(GOOD, "two"))]
    assert len(path.read_text().splitlines()) == 2


def test_a_line_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    path.write_text('{"commit": "one"}\n')
    with pytest.raises(ValidationError, match="figures"):
        read(path)


def test_the_commit_before_is_the_line_above_its_own_or_the_last_one() -> None:
    lines = [line("one"), line("two"), line("three")]
    found = [before(lines, card_with(GOOD, commit)) for commit in ("one", "two", "four")]
    assert found == [None, lines[0], lines[2]]


def test_a_fall_beyond_the_margin_is_named_and_one_within_it_is_not() -> None:
    last = [line("0ld", intent_first=0.93, values_f1=0.905, times_exact=0.89)]
    assert falls(last, card_with(GOOD)) == ["Understood straight away: fell from 93.0% at commit 0ld to 92.0%."]


def test_a_rise_of_what_should_be_low_is_a_fall() -> None:
    last = [line("0ld", turned_away=0.01, people_questions=2)]
    assert falls(last, card_with(GOOD)) == [
        "Wrongly turned away: rose from 1.0% at commit 0ld to 3.0%.",
        "Questions for an advice: rose from 2 at commit 0ld to 3.",
    ]


def test_what_only_one_of_two_runs_measured_did_not_fall() -> None:
    small = Line(commit="0ld", made=datetime(2026, 11, 1, tzinfo=UTC), figures={"out_of_scope": 0.85, "gone": 1.0})
    assert falls([small], card_with(GOOD)) == []


def test_nothing_fell_in_the_first_run_of_all() -> None:
    assert falls([], made_card()) == falls([line("abc1234", values_f1=1.0)], made_card()) == []
