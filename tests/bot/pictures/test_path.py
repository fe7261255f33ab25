"""A development path on a phone: as many pictures as it takes, and nothing of it lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from bot.pictures.path import MOST_STEPS, path_picture, path_sheets
from bot.pictures.sheet import HIGHEST
from knowledge.cards import PathCard, StepCard
from knowledge.drawing.own import Own
from tests.bot.pictures.looks import OWNS, PATHS, assert_sound, shown, size_of

WHEN = "woensdag 25 november, 13:00–16:00"


def step(n: int, **fields: object) -> StepCard:
    row = {"what": "workshop", "hours": 3, "when": WHEN, "place": "Leerplein, Zwolle", "offering": None}
    return StepCard(**(row | {"name": f"Stap nummer {n}", "module": f"m{n}", "skills": ["Meten (beginner)"]} | fields))


def path(steps: int, **fields: object) -> PathCard:
    row = {"goal": "Slim onderhoud", "hours": 3 * steps, "weeks": 8, "proved_optimal": True, "gap": 0}
    return PathCard(**(row | {"steps": [step(n) for n in range(1, steps + 1)]} | fields))


@settings(deadline=None, derandomize=True, max_examples=40)
@given(PATHS, OWNS)
def test_any_path_is_drawn_with_nothing_over_anything_else(card: PathCard, own: Own) -> None:
    sheets = path_sheets(card, own)
    assert sheets
    for sheet in sheets:
        assert_sound(sheet)
    marks = [box.what for sheet in sheets for box in sheet.boxes if box.what.startswith("mark ")]
    numbers = [what for what in marks if what.removeprefix("mark ").isdigit()]
    assert numbers[: len(card.steps)] == [f"mark {n}" for n in range(1, len(card.steps) + 1)]


@pytest.mark.parametrize(("steps", "pages"), [(1, 1), (5, 1), (6, 1), (10, 2), (18, 3), (24, 4)])
def test_steps_are_shared_over_as_few_pictures_as_they_need(steps: int, pages: int) -> None:
    sheets = path_sheets(path(steps), Own())
    each = [sum(box.what.startswith("mark ") for box in sheet.boxes) for sheet in sheets]
    assert (len(sheets), sum(each)) == (pages, steps)
    assert max(each) - min(each) <= 1
    assert all(count <= MOST_STEPS for count in each)
    assert all(sheet.height <= HIGHEST for sheet in sheets)
    if pages > 1:
        assert [f"{n + 1} van {pages}" in shown(sheet) for n, sheet in enumerate(sheets)] == [True] * pages


def test_a_step_says_what_when_where_and_what_it_teaches() -> None:
    (sheet,) = path_sheets(path(1, weeks=1), Own(enrolled=frozenset({"m1"})))
    assert shown(sheet) == (
        "Slim onderhoud jouw ontwikkelpad · 1 stap · 3 uur · 1 week Korter kan niet: dit is nagerekend. "
        f"1 Stap nummer 1 workshop · 3 uur ingeschreven {WHEN} Leerplein, Zwolle je leert: Meten (beginner)"
    )


def test_only_a_path_that_is_proved_says_that_it_is_the_shortest() -> None:
    assert ["Korter kan niet" in shown(path_sheets(path(2, proved_optimal=it), Own())[0]) for it in (True, False)] == [
        True,
        False,
    ]
    assert "Korter" not in shown(path_sheets(path(0), Own())[0])


def test_skills_that_have_no_room_are_counted() -> None:
    skills = ["Samenwerken en communiceren (beginner)", "Meten (expert)", "Rekenen (expert)"]
    card = path(1).model_copy(update={"steps": [step(1, skills=skills)]})
    assert shown(path_sheets(card, Own())[0]).endswith("communiceren (beginner) en nog 2")


def test_what_is_skipped_and_what_is_missing_is_named_on_the_last_picture() -> None:
    skipped, missing = ["Meten: dit kun je al, dus je mag het overslaan."], ["Ketens ontwerpen (expert)"]
    *_, last = path_sheets(path(12, skipped=skipped, missing=missing), Own())
    assert shown(last).endswith(
        "Overgeslagen Meten: dit kun je al, dus je mag het overslaan. Nog geen aanbod voor Ketens ontwerpen (expert)"
    )
    long = [f"{n}: dit kun je al, dus je mag het overslaan." for n in range(15)]
    pages = path_sheets(path(3, skipped=long), Own())
    assert [sum(box.what.startswith("mark ") for box in page.boxes) for page in pages] == [3, 0]


def test_pictures_come_out_1080_px_wide_in_order() -> None:
    card = path(8)
    sheets = path_sheets(card, Own())
    assert [size_of(png) for png in path_picture(card, Own())] == [
        (1080, pytest.approx(3 * sheet.height, abs=1)) for sheet in sheets
    ]
