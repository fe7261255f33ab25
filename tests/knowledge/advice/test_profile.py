"""What somebody said of themselves: everything optional, nothing unknown, and to be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import ProfileError
from knowledge.vocabulary import Attendance, Daypart, Level, Question, WorkForm

WHOLE = {
    "role": "lasser",
    "transition": "flexibel-robotiseren",
    "goals": ("cobots-programmeren",),
    "lines": ("cobots-op-de-werkvloer",),
    "known": {"robotlassen": Level.BEGINNER},
    "hours_per_week": 2.0,
    "place": "zwolle",
    "attendance": Attendance.ON_SITE,
    "dayparts": (Daypart.EVENING,),
    "not_dayparts": (Daypart.MORNING,),
    "days": (0, 6),
    "not_days": (4,),
    "forms": (WorkForm.DOING,),
    "not_forms": (WorkForm.ALONE,),
    "not_lines": ("cyber-security",),
    "not_goals": ("lean-werken",),
    "towards": "operator",
    "no_preference": (Question.HOURS,),
}


def test_nothing_has_to_be_said(catalogue: Catalogue) -> None:
    nothing = Profile()
    nothing.check(catalogue)
    assert nothing.model_dump(exclude_defaults=True) == {}


def test_everything_that_can_be_said_is_kept(catalogue: Catalogue) -> None:
    said = Profile.model_validate(WHOLE)
    said.check(catalogue)
    assert said.model_dump() == WHOLE
    assert WHOLE.keys() == Profile.model_fields.keys()


@pytest.mark.parametrize("field", list(WHOLE))
def test_each_answer_can_be_taken_back(field: str) -> None:
    said = Profile.model_validate(WHOLE)
    without = said.without(field)
    assert getattr(without, field) == getattr(Profile(), field)
    assert without.model_dump(exclude={field}) == said.model_dump(exclude={field})
    assert said.model_dump() == WHOLE


def test_several_answers_can_be_taken_back_at_once() -> None:
    without = Profile.model_validate(WHOLE).without(*WHOLE)
    assert without == Profile()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("shoe_size", 43),
        ("hours_per_week", 0),
        ("hours_per_week", 41),
        ("hours_per_week", float("nan")),
        ("days", [7]),
        ("not_days", [-1]),
        ("dayparts", ["nacht"]),
        ("attendance", "thuis"),
        ("known", {"lassen": "meester"}),
        ("forms", ["lezen"]),
        ("no_preference", ["colour"]),
    ],
)
def test_what_makes_no_sense_is_refused(field: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Profile.model_validate({field: value})
    assert [fault["loc"][0] for fault in caught.value.errors()] == [field]


def test_what_was_said_is_not_changed_in_place() -> None:
    said = Profile(role="lasser")
    with pytest.raises(ValidationError):
        said.role = "operator"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"role": "smid"}, "role: 'smid' is not one of the roles in the catalogue"),
        ({"transition": "x"}, "transition: 'x' is not one of the transitions in the catalogue"),
        ({"place": "parijs"}, "place: 'parijs' is not one of the places in the catalogue"),
        ({"goals": ["koken"]}, "goals: 'koken' is not one of the skills in the catalogue"),
        ({"known": {"koken": "expert"}}, "known: 'koken' is not one of the skills in the catalogue"),
        ({"lines": ["paars"]}, "lines: 'paars' is not one of the lines in the catalogue"),
        ({"not_lines": ["paars"]}, "lines: 'paars' is not one of the lines in the catalogue"),
        (
            {"role": "smid", "goals": ["koken", "robotlassen"]},
            "role: 'smid' is not one of the roles in the catalogue; "
            "goals: 'koken' is not one of the skills in the catalogue",
        ),
    ],
)
def test_what_the_catalogue_lacks_is_named(catalogue: Catalogue, said: dict[str, Any], fault: str) -> None:
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate(said).check(catalogue)
    assert str(caught.value) == (f"{fault}. Correct the profile; `navigator catalogue list` names them all.")
