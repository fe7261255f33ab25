"""`navigator offering attendance`."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.database import reading
from knowledge.tables import Enrolment, EnrolmentChange
from tests.bot.cli.doors import Navigator, Said


def attended(engine: Engine) -> dict[int, str]:
    """The state of each enrolment on "toen": those of Ann and Bob."""
    with reading(engine) as session:
        rows = session.scalars(
            select(Enrolment).where(col(Enrolment.offering_id) == "toen").order_by(col(Enrolment.id))
        )
        return {row.id: row.state.value for row in rows}


def test_who_was_there_is_marked_by_number(loaded: Navigator, academy: Engine) -> None:
    words = ("offering", "attendance", "toen", "--present", "4", "--absent", "5")
    assert loaded(*words) == Said(0, "Marked on toen: 1 present, 1 absent.\n", "")
    assert attended(academy) == {4: "attended", 5: "missed"}
    with reading(academy) as session:
        marks = session.scalars(select(EnrolmentChange).where(col(EnrolmentChange.why) == "marked by the academy"))
        assert [(mark.enrolment_id, mark.who) for mark in marks] == [(4, "anna"), (5, "anna")]


def test_a_mistake_is_corrected(loaded: Navigator, academy: Engine) -> None:
    loaded("offering", "attendance", "toen", "--absent", "4, 5")
    loaded("offering", "attendance", "toen", "--present", "4")
    assert attended(academy) == {4: "attended", 5: "missed"}


@pytest.mark.parametrize(
    ("words", "states", "sentence"),
    [
        ((), {4: "attended", 5: "attended"}, "Marked on toen: 2 present, 0 absent.\n"),
        (("--absent", "4"), {4: "missed", 5: "attended"}, "Marked on toen: 1 present, 1 absent.\n"),
    ],
)
def test_all_are_present_but_for_who_is_named(
    loaded: Navigator, academy: Engine, words: tuple[str, ...], states: dict[int, str], sentence: str
) -> None:
    assert loaded("offering", "attendance", "toen", "--all-present", *words) == Said(0, sentence, "")
    assert attended(academy) == states


@pytest.mark.usefixtures("academy")
def test_as_json_it_is_the_offering_as_it_is_now(loaded: Navigator) -> None:
    marked = json.loads(loaded("offering", "attendance", "toen", "--all-present", "--json").out)
    assert (marked["state"], marked["taken"], marked["marked"]) == ("held", 0, 2)
    assert marked == json.loads(loaded("offering", "show", "toen", "--json").out)
    (line,) = loaded("offering", "list", "--past", "--weeks", 520).out.splitlines()
    assert line.endswith("0/2 seats, 0 waiting, minimum 2, 0 needed, 2 marked, no decision date, held")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("weg", "--all-present"), "There is no offering with id 'weg'."),
        (("weg", "--present", "4"), "There is no offering with id 'weg'."),
        (("toen",), "Say who was there: give --present, --absent or --all-present."),
        (
            ("toen", "--present", "4,ann"),
            "'ann' is no number of an enrolment. Give numbers with commas, such as 12,14.",
        ),
        (("toen", "--present", "4,5", "--absent", "5"), "5 cannot be both present and absent. Give each number once."),
        (
            ("toen", "--present", "4,99"),
            "Enrolment 99 had no seat on toen; nobody was marked. `navigator offering show` lists who had.",
        ),
        (
            ("las", "--all-present"),
            "las has not begun yet, so nobody can be present or absent.",
        ),
        (("eerste-las.oost.zelf", "--all-present"), "Nobody had a seat on eerste-las.oost.zelf, so nobody was marked."),
    ],
)
def test_what_cannot_be_is_one_sentence_and_marks_nobody(
    loaded: Navigator, academy: Engine, words: tuple[str, ...], sentence: str
) -> None:
    assert loaded("offering", "attendance", *words) == Said(2, "", f"{sentence}\n")
    assert attended(academy) == {4: "enrolled", 5: "enrolled"}
