"""What a message changes in the profile: the rule by which mentions become answers.

A newer answer replaces an older one of the same kind. What is ruled out goes to the ``not_…`` fields. A
bare number answers the question about hours, when that is the one that is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge.advice.profile import Profile
from knowledge.advice.questions import is_answered
from knowledge.linking import Mention
from knowledge.vocabulary import Attendance, Daypart, Level, Question, WorkForm

LISTS: dict[str, tuple[str, str | None, Any]] = {
    "skill": ("goals", "not_goals", str),
    "line": ("lines", "not_lines", str),
    "daypart": ("dayparts", "not_dayparts", Daypart),
    "weekday": ("days", "not_days", int),
    "form": ("forms", "not_forms", WorkForm),
}
"""Mentions of which there can be several: the field, the one for what is ruled out, and their type."""

SINGLE: dict[str, tuple[str, Any]] = {
    "role": ("role", str),
    "transition": ("transition", str),
    "towards": ("towards", str),
    "place": ("place", str),
    "attendance": ("attendance", Attendance),
    "hours_per_week": ("hours_per_week", float),
}
"""Mentions of which the last one counts: the field and its type."""


NOT_SO = {kind: field for kind, (field, _type) in SINGLE.items() if kind != "attendance"}
"""Of these there is no other one to choose: who rules out what they said before has said nothing of it."""


def listen(
    profile: Profile, mentions: Iterable[Mention], *, open_question: Question | None, adds: bool = False
) -> Profile:
    """The profile after a message.

    Args:
        mentions: what the message names.
        open_question: the question that was open when it was said.
        adds: whether goals are added to earlier ones ("en ook iets met …"). Otherwise what somebody wants now
            comes in the place of all they wanted before, and lines that were seen or ruled out may come back.
    """
    said: dict[str, Any] = {}
    mentions = list(mentions)
    profile = _without_what_is_not_so(profile, mentions)
    for mention in mentions:
        _hear(said, mention)
    numbers = [m.value for m in mentions if m.kind == "number"]
    if open_question == Question.HOURS and numbers and "hours_per_week" not in said:
        said["hours_per_week"] = _hours(numbers[0])
    if not said:
        return profile
    if said.keys() & {"goals", "transition", "lines", "towards"} and not adds and _wants(said):
        said = {"goals": (), "transition": None, "lines": (), "not_lines": (), "towards": None, **said}
    elif "goals" in said:
        said["goals"] = tuple(dict.fromkeys((*profile.goals, *said["goals"])))
    if "known" in said:
        _learn(said, profile)
    _take_back(said, profile)
    heard = profile.model_copy(update={k: v for k, v in said.items() if v is not False})
    minds = tuple(q for q in heard.no_preference if not is_answered(heard.without("no_preference"), q))
    return heard.model_copy(update={"no_preference": minds})


def _wants(said: dict[str, Any]) -> bool:
    """Whether something is wished, and not only ruled out."""
    return any(said.get(field) for field in ("goals", "transition", "lines", "towards"))


def _without_what_is_not_so(profile: Profile, mentions: Iterable[Mention]) -> Profile:
    """The profile without what somebody says they are not, or don't want ("ik ben geen lasser")."""
    not_so = {(m.kind, m.value) for m in mentions if m.negated and (m.kind in NOT_SO or m.kind == "skill")}
    if not not_so:
        return profile
    fields = [field for kind, field in NOT_SO.items() if (kind, getattr(profile, field)) in not_so]
    goals = tuple(goal for goal in profile.goals if ("skill", goal) not in not_so)
    return profile.without(*fields).model_copy(update={"goals": goals})


def _hear(said: dict[str, Any], mention: Mention) -> None:
    kind, value = mention.kind, mention.value
    if kind in LISTS:
        field, ruled_out, type_ = LISTS[kind]
        target = ruled_out if mention.negated else field
        if target is not None:
            said[target] = tuple(dict.fromkeys((*said.get(target, ()), type_(value))))
    elif kind in SINGLE and not mention.negated:
        field, type_ = SINGLE[kind]
        said[field] = _hours(value) if type_ is float else type_(value)
    elif kind == "attendance":
        other = {Attendance.ONLINE: Attendance.ON_SITE, Attendance.ON_SITE: Attendance.ONLINE}
        said["attendance"] = other[Attendance(str(value))]
    elif kind == "known_skill" and isinstance(value, dict):
        said.setdefault("known", {})[value["skill"]] = None if mention.negated else Level(value["level"])


def _hours(value: Any) -> float | bool:
    """Hours a week within reason; False when it can't be that."""
    hours = float(value)
    return hours if 0 < hours <= 40 else False


def _learn(said: dict[str, Any], profile: Profile) -> None:
    """What is mastered now is no goal any more; of who only began with it, the next level still is."""
    mastered = {skill for skill, level in said["known"].items() if level not in (None, Level.BEGINNER)}
    known = {**profile.known, **said["known"]}
    said["known"] = {skill: level for skill, level in known.items() if level is not None}
    said.setdefault("goals", tuple(goal for goal in profile.goals if goal not in mastered))


def _take_back(said: dict[str, Any], profile: Profile) -> None:
    """What is wished now is no longer ruled out, and the other way round."""
    for field, ruled_out, _type in LISTS.values():
        if ruled_out is None:
            continue
        if field in said and ruled_out not in said:
            said[ruled_out] = tuple(v for v in getattr(profile, ruled_out) if v not in said[field])
        if ruled_out in said and field not in said:
            said[field] = tuple(v for v in getattr(profile, field) if v not in said[ruled_out])


def does_not_mind(profile: Profile, question: Question) -> Profile:
    """The profile after "maakt niet uit" to a question."""
    return profile.model_copy(update={"no_preference": tuple(dict.fromkeys((*profile.no_preference, question)))})
