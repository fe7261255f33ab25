"""Every answer can be corrected: newer replaces older, and what is not so is taken back."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.advice.listening import listen
from knowledge.advice.profile import Profile
from knowledge.linking import Mention
from knowledge.vocabulary import Daypart, Level, Question


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
    ("before", "said", "after"),
    [
        ({"role": "lasser"}, mention("role", "operator"), {"role": "operator"}),
        ({"place": "breda"}, mention("place", "zwolle"), {"place": "zwolle"}),
        ({"hours_per_week": 2}, mention("hours_per_week", 3), {"hours_per_week": 3.0}),
        ({"dayparts": ["morning"]}, mention("daypart", "evening"), {"dayparts": (Daypart.EVENING,)}),
        ({"days": [0]}, mention("weekday", 4), {"days": (4,)}),
        ({"goals": ["lassen"]}, mention("skill", "meten"), {"goals": ("meten",)}),
        ({"goals": ["lassen"]}, mention("line", "meetlijn"), {"lines": ("meetlijn",)}),
        ({"lines": ["laslijn"], "transition": "robots"}, mention("skill", "meten"), {"goals": ("meten",)}),
    ],
)
def test_a_newer_answer_replaces_the_older_one(before: dict[str, Any], said: Mention, after: dict[str, Any]) -> None:
    assert heard(before, said) == after


def test_who_wants_something_besides_adds_it_to_what_they_wanted() -> None:
    before = {"goals": ["lassen"], "lines": ["laslijn"], "transition": "robots"}
    after = heard(before, mention("skill", "meten"), mention("skill", "lassen"), adds=True)
    assert after == {"goals": ("lassen", "meten"), "lines": ("laslijn",), "transition": "robots"}


def test_a_new_wish_brings_back_the_lines_that_were_passed_over() -> None:
    before = {"goals": ["lassen"], "not_lines": ["meetlijn"]}
    assert heard(before, mention("skill", "meten")) == {"goals": ("meten",)}
    assert heard(before, mention("skill", "meten"), adds=True)["not_lines"] == ("meetlijn",)
    both = heard(before, mention("skill", "meten"), mention("line", "laslijn", negated=True))
    assert both == {"goals": ("meten",), "not_lines": ("laslijn",)}


def test_what_is_wished_now_is_no_longer_ruled_out_and_the_other_way_round() -> None:
    assert heard({"not_days": [0, 1]}, mention("weekday", 1)) == {"days": (1,), "not_days": (0,)}
    assert heard({"days": [0, 1]}, mention("weekday", 1, negated=True)) == {"days": (0,), "not_days": (1,)}
    assert heard({"not_lines": ["laslijn", "meetlijn"]}, mention("line", "laslijn"), adds=True) == {
        "lines": ("laslijn",),
        "not_lines": ("meetlijn",),
    }


def test_what_somebody_masters_is_no_goal_any_more_but_a_beginner_can_go_on() -> None:
    before = {"goals": ["lassen", "meten"]}
    expert = heard(before, mention("known_skill", {"skill": "lassen", "level": "professional"}))
    assert expert == {"goals": ("meten",), "known": {"lassen": Level.PROFESSIONAL}}
    beginner = heard(before, mention("known_skill", {"skill": "lassen", "level": "beginner"}))
    assert beginner == {"goals": ("lassen", "meten"), "known": {"lassen": Level.BEGINNER}}


def test_who_cannot_do_something_after_all_no_longer_masters_it() -> None:
    lacking = mention("known_skill", {"skill": "lassen", "level": "beginner"}, negated=True)
    assert heard({}, lacking) == {}
    assert heard({"known": {"lassen": "expert", "meten": "expert"}}, lacking) == {"known": {"meten": Level.EXPERT}}


@pytest.mark.parametrize(
    ("before", "ruled_out", "after"),
    [
        ({"role": "lasser", "place": "zwolle"}, mention("role", "lasser", negated=True), {"place": "zwolle"}),
        ({"role": "lasser"}, mention("role", "operator", negated=True), {"role": "lasser"}),
        ({"place": "zwolle"}, mention("place", "zwolle", negated=True), {}),
        ({"transition": "robots"}, mention("transition", "robots", negated=True), {}),
        ({"hours_per_week": 2}, mention("hours_per_week", 2, negated=True), {}),
        (
            {"goals": ["lassen", "meten"]},
            mention("skill", "lassen", negated=True),
            {"goals": ("meten",), "not_goals": ("lassen",)},
        ),
        ({"towards": "lasser"}, mention("towards", "lasser", negated=True), {}),
    ],
)
def test_who_rules_out_what_they_said_before_has_not_said_it(
    before: dict[str, Any], ruled_out: Mention, after: dict[str, Any]
) -> None:
    assert heard(before, ruled_out) == after


def test_one_thing_can_be_put_in_the_place_of_another_in_one_message() -> None:
    said = (mention("role", "lasser", negated=True), mention("role", "operator"))
    assert heard({"role": "lasser"}, *said) == {"role": "operator"}


def test_who_says_it_after_all_minds_after_all() -> None:
    before = {"no_preference": ["hours", "place"]}
    assert heard(before, mention("hours_per_week", 2)) == {
        "hours_per_week": 2.0,
        "no_preference": (Question.PLACE,),
    }
