"""The page says every figure of a card, judges it by the targets, and is well made."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.evaluate.card import Card
from tests.evaluate.history import Line
from tests.evaluate.made_card import card_with, made_card
from tests.evaluate.page import page
from tests.evaluate.read_page import Page
from tests.evaluate.showing.heat_map import confused
from tests.evaluate.targets import read_targets, written

TARGETS = read_targets().targets
BOUNDS = {name: target.bound for name, target in TARGETS.items()}
NUMBERS = {"advice_questions", "turns", "dutiful_questions", "short_questions", "seconds"}
"""Fields with medians or seconds; any other number with a fraction is a share."""


def lacking(card: Card, text: str) -> set[str]:
    """The figures of a card that do not stand in a text, as they should be written there."""
    words = set(re.findall(r"[-\d.,]*\d%?", text))
    pairs = [f"{meant} taken for {taken}: {times}" for meant, taken, times in confused(card.confusion)]
    figures = _figures(card.model_dump(exclude={"made", "commit", "confusion"}))
    return (figures - words) | {pair for pair in pairs if pair not in text}


def _figures(part: object, field: str = "") -> set[str]:
    if isinstance(part, dict):
        inside = [_figures(value, field if field in NUMBERS else key) for key, value in part.items()]
        return set().union(*inside)
    if isinstance(part, float):
        return {written(part, "number" if field in NUMBERS else "share")}
    return {f"{part:,}"} if isinstance(part, int) else set()


def test_every_figure_of_a_card_stands_on_its_page() -> None:
    card = made_card()
    assert lacking(card, Page(page(card, [])).text) == set()


def test_a_figure_that_is_not_on_a_page_is_found_to_be_lacking() -> None:
    card = made_card()
    without = card.model_copy(update={"people": None})
    figures = card.model_dump(include={"people"})
    assert lacking(card, Page(page(without, [])).text) == _figures(figures)


def test_a_page_is_balanced_labelled_and_reaches_nothing_outside() -> None:
    assert Page(page(made_card(), [])).faults == []


def test_a_page_of_a_small_run_is_too() -> None:
    parts = ("init", "cross_validation", "xsid", "xsid_init", "people")
    small = made_card().model_copy(update=dict.fromkeys(parts) | {"init_robustness": {}})
    read = Page(page(small, []))
    assert (read.faults, "not measured" in read.text) == ([], True)


@pytest.mark.parametrize(
    ("broken", "faults"),
    [
        ("<p><b>a</p>", ["</p> closes nothing", "<p> is never closed", "<b> is never closed"]),
        ("<p>a", ["<p> is never closed"]),
        ('<p id="a">a</p><p id="a">b</p>', ["the id a stands there twice"]),
        ('<p aria-labelledby="a">a</p>', ["no element has the id a"]),
        ('<img src="a.png">', ["the page reaches outside or runs something: src="]),
        ("<table><tr><th>a</th></tr></table>", ["a th without scope", "a table without caption"]),
        ('<p><th scope="col"></th></p>', ["a th that is empty"]),
        ("<svg><title>a</title></svg>", ["a svg without desc"]),
    ],
)
def test_what_is_badly_made_is_found(broken: str, faults: list[str]) -> None:
    assert Page(broken).faults == faults


def test_names_from_the_data_are_text_and_never_markup() -> None:
    card = made_card(intents=("<script>", "a & b", '"quoted"'), group="talks: <b>bold</b>")
    line = Line(commit="<i>", made=datetime(2026, 11, 1, tzinfo=UTC), figures=BOUNDS)
    read = Page(page(card, [line]))
    assert read.faults == []
    assert {"script", "b", "i"} & {tag for tag, _ in read.tags} == set()
    for text in ("<script> taken for a & b: 2", '"quoted" taken for <script>: 1', "talks: <b>bold</b>", "<i>"):
        assert text in read.text


def test_what_lies_at_its_target_is_reached_and_what_is_worse_is_not() -> None:
    text = Page(page(card_with(BOUNDS), [])).text
    assert "13 of the 13 targets that were measured are reached." in text
    assert (text.count("✓ reached"), text.count("✗ not reached"), "What falls short" in text) == (13, 0, False)


@pytest.mark.parametrize("name", BOUNDS)
def test_a_target_that_is_missed_is_named_with_its_figure(name: str) -> None:
    target = TARGETS[name]
    worse = target.bound + (-0.01 if target.at_least is not None else 1 if target.unit == "number" else 0.01)
    text = Page(page(card_with(BOUNDS | {name: worse}), [])).text
    assert (text.count("✓ reached"), text.count("✗ not reached")) == (12, 1)
    assert f"{target.name} : {target.said(worse)} The target is {target.wanted()}." in text


def test_what_fell_since_the_commit_before_is_said_at_the_top() -> None:
    line = Line(commit="0ld", made=datetime(2026, 11, 1, tzinfo=UTC), figures=BOUNDS | {"values_f1": 0.95})
    text = Page(page(card_with(BOUNDS), [line])).text
    assert "What people name is found: fell from 95.0% at commit 0ld to 90.0%." in text
    assert "Nothing fell" not in text


def test_the_history_ends_with_this_run_once() -> None:
    line = Line(commit="abc1234", made=datetime(2026, 11, 1, tzinfo=UTC), figures=BOUNDS)
    text = Page(page(card_with(BOUNDS), [line])).text
    assert ("The only run so far" in text, "2026-11-01" in text, "2026-11-24" in text) == (True, False, True)


def test_a_figure_just_below_its_target_does_not_look_as_if_it_reached_it() -> None:
    target = TARGETS["intent_first"]
    assert [target.shown(value) for value in (0.9196, 0.91996, 0.92, 0.9204, 0.905)] == [
        "91.96%", "91.996%", "92.0%", "92.0%", "90.5%"]  # fmt: skip
