"""Which wishes a session goes against: a short Dutch word for each, and the hours that it weighs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from knowledge.advice.profile import Profile
from knowledge.catalogue.content import FollowUp, Module
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import DAYS
from knowledge.path.weights import RULED_OUT, WISH
from knowledge.vocabulary import DUTCH, WORK_FORMS_OF, Attendance

Against = tuple[str, float]
T = TypeVar("T")


def session_against(session: Session, profile: Profile) -> Iterator[Against]:
    """What of the time and the place of a session goes against the profile; own pace is always in time."""
    if session.daypart is not None:
        hours = _hours("daypart", [session.daypart], profile.dayparts, profile.not_dayparts)
        yield DUTCH[session.daypart], hours
    if session.day is not None:
        yield f"op {DAYS[session.day]}", _hours("day", [session.day], profile.days, profile.not_days)
    yield attendance_against(session.online or session.starts_at is None, profile)


def attendance_against(online: bool, profile: Profile) -> Against:
    """Who wants to learn online rules out going somewhere; who wants to go only likes it better."""
    here = Attendance.ONLINE if online else Attendance.ON_SITE
    if profile.attendance in (None, here):
        return DUTCH[here], 0.0
    return DUTCH[here], WISH["attendance"] if online else RULED_OUT


def module_against(module: Module, profile: Profile, catalogue: Catalogue) -> Iterator[Against]:
    """What of the module itself goes against the profile: its way of working, the lines it stands on."""
    yield (
        f"een {DUTCH[module.type]}",
        _hours("form", WORK_FORMS_OF[module.type], profile.forms, profile.not_forms),
    )
    lines = catalogue.lines_of[module.id]
    if lines and set(lines) <= set(profile.not_lines):
        yield f"van de lijn {catalogue.lines[lines[0]].name}", RULED_OUT


def follow_up_against(follow_up: FollowUp, profile: Profile) -> Iterator[Against]:
    """A follow-up has no dates yet; only where it is held can go against the profile."""
    if follow_up.online or follow_up.place:
        yield attendance_against(follow_up.online, profile)


def _hours(wish: str, these: Collection[T], wanted: Collection[T], ruled_out: Collection[T]) -> float:
    if any(this in ruled_out for this in these):
        return RULED_OUT
    return WISH[wish] if wanted and not any(this in wanted for this in these) else 0.0
