"""What a message changes: newer replaces older, what is ruled out is kept apart, and nothing else is touched."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.advice.listening import does_not_mind, listen
from knowledge.advice.profile import Profile
from knowledge.linking import Mention
from knowledge.vocabulary import Attendance, Daypart, Level, Question, WorkForm


def mention(kind: str, value: Any, *, negated: bool = False) -> Mention:
    return Mention(kind, value, "", 0, 0, negated)


def heard(
    said: dict[str, Any], *mentions: Mention, asked: Question | None = None, adds: bool = False
) -> dict[str, Any]:
    """What a profile holds after these mentions, without what it doesn't say."""
    profile = listen(Profile.model_validate(said), mentions, open_question=asked, adds=adds)
    assert Profile.model_validate(profile.model_dump()) == profile
    return profile.model_dump(exclude_defaults=True)


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("role", "lasser", {"role": "lasser"}),
        ("transition", "robots", {"transition": "robots"}),
        ("place", "zwolle", {"place": "zwolle"}),
        ("attendance", "online", {"attendance": Attendance.ONLINE}),
        ("hours_per_week", 2, {"hours_per_week": 2.0}),
        ("skill", "lassen", {"goals": ("lassen",)}),
        ("line", "laslijn", {"lines": ("laslijn",)}),
        ("towards", "lasser", {"towards": "lasser"}),
        ("daypart", "evening", {"dayparts": (Daypart.EVENING,)}),
        ("weekday", 1, {"days": (1,)}),
        ("form", "doing", {"forms": (WorkForm.DOING,)}),
        ("known_skill", {"skill": "lassen", "level": "expert"}, {"known": {"lassen": Level.EXPERT}}),
        ("module", "trillingen-meten", {}),
        ("ordinal", 1, {}),
        ("number", 3, {}),
        ("occupation", "bakker", {}),
    ],
)
def test_each_kind_of_thing_goes_to_its_own_field(kind: str, value: Any, kept: dict[str, Any]) -> None:
    assert heard({}, mention(kind, value)) == kept


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("line", "laslijn", {"not_lines": ("laslijn",)}),
        ("daypart", "evening", {"not_dayparts": (Daypart.EVENING,)}),
        ("weekday", 0, {"not_days": (0,)}),
        ("form", "group", {"not_forms": (WorkForm.GROUP,)}),
        ("attendance", "online", {"attendance": Attendance.ON_SITE}),
        ("attendance", "on_site", {"attendance": Attendance.ONLINE}),
        ("role", "lasser", {}),
        ("place", "zwolle", {}),
        ("skill", "lassen", {"not_goals": ("lassen",)}),
        ("hours_per_week", 8, {}),
    ],
)
def test_what_is_ruled_out_is_kept_as_ruled_out(kind: str, value: Any, kept: dict[str, Any]) -> None:
    assert heard({}, mention(kind, value, negated=True)) == kept


def test_several_things_of_one_kind_in_one_message_are_all_heard() -> None:
    assert heard({}, mention("daypart", "morning"), mention("daypart", "afternoon")) == {
        "dayparts": (Daypart.MORNING, Daypart.AFTERNOON)
    }


def test_what_is_named_twice_in_one_message_is_heard_once() -> None:
    told = heard(
        {}, mention("skill", "cam"), mention("skill", "cam"), mention("form", "alone"), mention("form", "alone")
    )
    assert told == {"goals": ("cam",), "forms": (WorkForm.ALONE,)}


def test_of_two_roles_in_one_message_the_last_one_counts() -> None:
    assert heard({}, mention("role", "lasser"), mention("role", "operator")) == {"role": "operator"}


def test_what_is_not_mentioned_stays() -> None:
    before = {"role": "lasser", "place": "zwolle", "forms": ["doing"]}
    assert heard(before, mention("hours_per_week", 2)) == {
        "role": "lasser",
        "place": "zwolle",
        "forms": (WorkForm.DOING,),
        "hours_per_week": 2.0,
    }


def test_a_bare_number_answers_only_the_open_question_about_hours() -> None:
    assert heard({}, mention("number", 3), asked=Question.HOURS) == {"hours_per_week": 3.0}
    assert heard({}, mention("number", 3), asked=Question.PLACE) == {}
    said = heard({}, mention("number", 3), mention("hours_per_week", 4), asked=Question.HOURS)
    assert said == {"hours_per_week": 4.0}


@pytest.mark.parametrize("hours", [0, -2, 41, 500])
def test_hours_that_cannot_be_are_not_heard(hours: float) -> None:
    assert heard({"hours_per_week": 2}, mention("hours_per_week", hours)) == {"hours_per_week": 2.0}
    assert heard({}, mention("number", hours), asked=Question.HOURS) == {}


def test_maakt_niet_uit_is_an_answer_and_is_kept_once() -> None:
    once = does_not_mind(Profile(role="lasser"), Question.HOURS)
    assert once.model_dump(exclude_defaults=True) == {"role": "lasser", "no_preference": (Question.HOURS,)}
    assert does_not_mind(once, Question.HOURS) == once


def test_a_message_that_names_nothing_changes_nothing() -> None:
    profile = Profile(role="lasser", goals=("lassen",))
    assert listen(profile, [], open_question=Question.HOURS) is profile
    assert listen(profile, [mention("ordinal", 2)], open_question=None) is profile
