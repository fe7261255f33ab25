"""Which sessions are shown, and which are taken for a whole line."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.seat.choosing import clashes, open_sessions, sessions_for_line, sessions_to_show, violations
from knowledge.vocabulary import Skip
from tests.generated_profiles import generate_person
from tests.knowledge.path import small
from tests.knowledge.path.small import NOW, B

EVENING = 0.375
"""Of a day: 18:00 in the Netherlands."""

SESSIONS = (
    small.session("past", "meten", -1, town="zwolle"),
    small.session("now", "meten", 0, town="zwolle"),
    small.session("tue-zwolle", "meten", 1, town="zwolle"),
    small.session("wed-haarlem", "meten", 2, town="haarlem"),
    small.session("thu-evening-zwolle", "meten", 3 + EVENING, town="zwolle"),
    small.session("fri-online", "meten", 4, online=True),
    small.session("sat-zwolle", "meten", 5, town="zwolle"),
    small.session("own-pace", "meten", online=True),
)


def catalogue_of(*sessions: Session, modules: tuple[str, ...] = ("meten",)) -> Catalogue:
    """These sessions as a catalogue holds them: earliest first, own pace last."""
    made = [small.module(id, {"meten": B}) for id in modules]
    order = sorted(sessions, key=lambda s: (s.starts_at is None, s.starts_at or NOW, s.id))
    return small.catalogue(made, order, lines=[small.line("lijn", dict.fromkeys(modules, Skip.FREE))])


def shown(most: int = 4, full: tuple[str, ...] = (), **wishes: Any) -> list[str]:
    """The sessions that are shown to somebody with these wishes."""
    profile = Profile.model_validate(wishes)
    found = sessions_to_show(catalogue_of(*SESSIONS), "meten", profile, NOW, full=full, most=most)
    return [session.id for session in found]


def test_what_has_begun_is_not_open_any_more() -> None:
    found = open_sessions(catalogue_of(*SESSIONS), "meten", NOW)
    assert [session.id for session in found] == [session.id for session in SESSIONS[2:]]
    assert open_sessions(catalogue_of(*SESSIONS), "lassen", NOW) == []


def test_without_wishes_the_first_ones_are_shown_in_order_of_date() -> None:
    assert shown() == ["tue-zwolle", "wed-haarlem", "thu-evening-zwolle", "fri-online"]
    assert shown(most=9)[-1] == "own-pace"


@pytest.mark.parametrize(
    ("wishes", "best"),
    [
        ({"dayparts": ["evening"]}, "thu-evening-zwolle"),
        ({"dayparts": ["weekend"]}, "sat-zwolle"),
        ({"days": [2]}, "wed-haarlem"),
        ({"not_days": [1, 2, 3, 5]}, "fri-online"),
        ({"place": "haarlem", "attendance": "on_site"}, "wed-haarlem"),
        ({"place": "zwolle", "attendance": "on_site", "days": [3, 4]}, "thu-evening-zwolle"),
        ({"attendance": "online", "dayparts": ["morning"]}, "fri-online"),
    ],
)
def test_what_suits_best_is_shown(wishes: dict[str, Any], best: str) -> None:
    dated = tuple(session for session in SESSIONS if session.starts_at)
    found = sessions_to_show(catalogue_of(*dated), "meten", Profile.model_validate(wishes), NOW, most=1)
    assert [session.id for session in found] == [best]


def test_own_pace_suits_every_wish_but_that_to_go_somewhere() -> None:
    own = SESSIONS[-1]
    catalogue = catalogue_of(*SESSIONS)
    assert violations(catalogue, own, Profile(dayparts=("evening",), days=(1,), place="haarlem")) == 0  # type: ignore[arg-type]
    assert violations(catalogue, own, Profile(attendance="on_site")) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wishes", "missed"),
    [
        ({}, 0),
        ({"dayparts": ["morning"]}, 0),
        ({"dayparts": ["evening"]}, 1),
        ({"not_dayparts": ["morning"]}, 2),
        ({"not_days": [1]}, 2),
        ({"days": [2]}, 1),
        ({"attendance": "online"}, 1),
        ({"attendance": "on_site"}, 0),
        ({"place": "zwolle"}, 0),
        ({"place": "haarlem"}, 2.2),
        ({"place": "haarlem", "attendance": "online"}, 1),
        ({"place": "haarlem", "dayparts": ["evening"], "days": [2]}, 4.2),
    ],
)
def test_each_wish_that_is_missed_counts_and_an_hours_drive_is_one(wishes: dict[str, Any], missed: float) -> None:
    session = SESSIONS[2]  # Tuesday morning in Zwolle
    assert violations(catalogue_of(*SESSIONS), session, Profile.model_validate(wishes)) == missed


def test_a_free_seat_goes_before_a_full_one_that_suits_as_well_but_not_before_one_that_suits_better() -> None:
    assert shown(most=1, full=("tue-zwolle",)) == ["wed-haarlem"]
    assert shown(most=1, full=("tue-zwolle",), attendance="on_site", days=[1]) == ["tue-zwolle"]


@pytest.mark.parametrize(
    ("starts", "hours", "does"),
    [(0, 4, True), (3, 4, True), (4, 4, False), (-4, 4, False), (-3, 4, True), (1, 1, True), (-1, 9, True)],
)
def test_what_overlaps_clashes_and_what_follows_does_not(starts: float, hours: float, does: bool) -> None:
    busy = [(NOW, NOW + timedelta(hours=4))]
    assert clashes(small.session("it", "meten", starts / 24, hours=hours), busy) is does
    assert not clashes(small.session("own", "meten"), busy)


def whole_line(*sessions: Session, modules: tuple[str, ...] = ("een", "twee", "drie"), **more: Any) -> Any:
    """The ids taken for the whole line, and what is missing."""
    catalogue = catalogue_of(*sessions, modules=modules)
    chosen, missing = sessions_for_line(catalogue, catalogue.lines["lijn"], Profile(), NOW, **more)
    return [session.id for session in chosen], missing


LINE = (
    small.session("een-1", "een", 2),
    small.session("een-9", "een", 9),
    small.session("twee-1", "twee", 1),
    small.session("twee-3", "twee", 3),
    small.session("drie-own", "drie"),
)


def test_a_whole_line_is_one_session_a_station_in_the_order_of_the_line() -> None:
    assert whole_line(*LINE) == (["een-1", "twee-3", "drie-own"], [])


def test_a_station_that_only_comes_earlier_is_taken_all_the_same() -> None:
    assert whole_line(*LINE[:3], LINE[4]) == (["een-1", "twee-1", "drie-own"], [])


def test_only_what_lies_within_the_days_that_are_named_is_shown_when_there_is_any() -> None:
    catalogue = catalogue_of(*SESSIONS)
    today = NOW.date()

    def shown(first: int, last: int) -> list[str]:
        days = (today + timedelta(days=first), today + timedelta(days=last))
        return [s.id for s in sessions_to_show(catalogue, "meten", Profile(), NOW, within=days, most=9)]

    assert shown(2, 3) == ["wed-haarlem", "thu-evening-zwolle"]
    assert shown(90, 99) == [s.id for s in sessions_to_show(catalogue, "meten", Profile(), NOW, most=9)]


def test_a_station_without_a_session_is_named_as_missing() -> None:
    assert whole_line(*LINE[:2], LINE[4]) == (["een-1", "drie-own"], ["twee"])


def test_what_is_full_or_skipped_is_not_taken() -> None:
    assert whole_line(*LINE, full=("een-1", "twee-3")) == (["een-9", "twee-1", "drie-own"], [])
    assert whole_line(*LINE, skip=("een", "drie")) == (["twee-1"], [])


def test_nothing_is_taken_at_a_time_that_is_taken_already() -> None:
    taken = [(NOW + timedelta(days=2, hours=3), NOW + timedelta(days=2, hours=5))]
    assert whole_line(*LINE, taken=taken)[0][0] == "een-9"


def test_two_stations_at_one_time_are_not_both_taken() -> None:
    both = (small.session("een", "een", 2), small.session("twee", "twee", 2 + 1 / 24))
    assert whole_line(*both, modules=("een", "twee")) == (["een"], ["twee"])


@pytest.mark.parametrize("seed", range(20))
def test_a_whole_line_of_the_shipped_catalogue_can_be_followed(catalogue: Catalogue, seed: int) -> None:
    person = generate_person(catalogue, seed)
    for line in catalogue.lines.values():
        chosen, missing = sessions_for_line(catalogue, line, person.profile, NOW, full=person.full)
        modules = [stop.module for stop in line.stations]
        assert [m for m in modules if m not in missing] == [session.module for session in chosen]
        assert not {session.id for session in chosen} & person.full
        times = sorted((s.starts_at, s.ends_at) for s in chosen if s.starts_at and s.ends_at)
        assert all(before[1] <= after[0] for before, after in pairwise(times))
