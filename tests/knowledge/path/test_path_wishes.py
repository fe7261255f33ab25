"""Wishes, distance and the line weigh, but are no walls."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.advice.profile import Profile
from knowledge.errors import UnknownThing
from knowledge.path.shape import Skipped
from knowledge.vocabulary import Attendance, Daypart, ModuleType, Skip, WorkForm
from tests.knowledge.path.asking import find, ids
from tests.knowledge.path.small import B, P, catalogue, line, module, session


def test_a_near_session_beats_a_far_one_unless_it_is_online() -> None:
    modules = [module("m", {"meten": B})]
    far, near = session("far", "m", 1, town="zwolle"), session("near", "m", 22, town="haarlem")
    me = Profile(place="haarlem")
    assert ids(find(catalogue(modules, [far, near]), {"meten": B}, me)) == ["near"]
    assert ids(find(catalogue(modules, [far, near]), {"meten": B})) == ["far"]
    online = session("online", "m", 8, online=True)
    assert ids(find(catalogue(modules, [far, near, online]), {"meten": B}, me)) == ["online"]


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"dayparts": (Daypart.AFTERNOON,)}, "'s ochtends"),
        ({"not_dayparts": (Daypart.MORNING,)}, "'s ochtends"),
        ({"days": (2, 3)}, "op dinsdag"),
        ({"not_days": (1,)}, "op dinsdag"),
        ({"forms": (WorkForm.ALONE,)}, "een workshop"),
        ({"not_forms": (WorkForm.GROUP,)}, "een workshop"),
        ({"attendance": Attendance.ONLINE}, "op locatie"),
        ({"not_lines": ("lijn",)}, "van de lijn Lijn"),
    ],
)
def test_a_wish_that_is_not_granted_is_told_and_avoided_when_it_can_be(wish: dict[str, Any], why: str) -> None:
    against = module("m", {"meten": B}), session("tuesday", "m", 1, town="haarlem")
    other = module("e", {"meten": B}, hours=4.4, type=ModuleType.E_LEARNING), session("own", "e")
    on_line = [line("lijn", {"m": Skip.FREE})]
    only = find(catalogue([against[0]], [against[1]], lines=on_line), {"meten": B}, Profile(**wish))
    assert [step.why for step in only.steps] == [(why,)]
    choice = catalogue([against[0], other[0]], [against[1], other[1]], lines=on_line)
    assert ids(find(choice, {"meten": B}, Profile(**wish))) == ["own"]
    assert ids(find(choice, {"meten": B})) == ["tuesday"]


def test_who_likes_to_go_somewhere_only_likes_it_better() -> None:
    known = catalogue(
        [module("e", {"meten": B}, hours=3), module("m", {"meten": B}, hours=6)],
        [session("own", "e"), session("s", "m", 1, hours=6)],
    )
    path = find(known, {"meten": B}, Profile(attendance=Attendance.ON_SITE))
    assert [step.why for step in path.steps] == [("online",)]


def test_a_station_of_the_line_is_preferred_when_it_is_nearly_as_good() -> None:
    modules = [module("on", {"meten": B}), module("off", {"meten": B}, hours=3.6)]
    known = catalogue(modules, [session("on", "on", 1), session("off", "off", 1)], lines=[line("l", {"on": Skip.FREE})])
    assert ids(find(known, {"meten": B})) == ["off"]
    assert ids(find(known, {"meten": B}, line="l")) == ["on"]


def test_stations_that_only_teach_what_is_known_are_skipped_with_what_that_costs() -> None:
    stations = {"a": Skip.FREE, "b": Skip.COSTS_RECOGNITION, "c": Skip.FREE, "talk": Skip.FREE}
    modules = [
        module("a", {"meten": B}),
        module("b", {"meten": P}),
        module("c", {"lassen": B}),
        module("talk", {}),
    ]
    known = catalogue(modules, [session("c", "c", 1)], lines=[line("l", stations)])
    path = find(known, {"meten": P, "lassen": B}, Profile(known={"meten": P}), line="l")
    assert path.skipped == (Skipped("a", "A", Skip.FREE), Skipped("b", "B", Skip.COSTS_RECOGNITION))
    assert ids(path) == ["c"]


def test_a_line_that_does_not_exist_is_an_error() -> None:
    known = catalogue([module("m", {"meten": B})], [session("s", "m", 1)])
    with pytest.raises(UnknownThing):
        find(known, {"meten": B}, line="nergens")
