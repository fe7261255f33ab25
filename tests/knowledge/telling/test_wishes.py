"""What somebody wants to be told, as a value and as it is kept."""

from __future__ import annotations

from datetime import time

import pytest
from pydantic import ValidationError

from knowledge.telling.wishes import ReminderWishes, Shift, Way, quiet_hours


@pytest.mark.parametrize(
    ("shift", "hours"),
    [
        (Shift.DAY, (time(21), time(8))),
        (Shift.EARLY, (time(20), time(5))),
        (Shift.LATE, (time(23), time(9))),
        (Shift.NIGHT, (time(7), time(15))),
    ],
)
def test_each_shift_has_its_own_quiet_hours(shift: Shift, hours: tuple[time, time]) -> None:
    assert quiet_hours(ReminderWishes(shift=shift)) == hours


@pytest.mark.parametrize(
    ("own", "hours"),
    [
        ({"quiet_from": time(22), "quiet_until": time(6, 30)}, (time(22), time(6, 30))),
        ({"quiet_until": time(9)}, (time(21), time(9))),
        ({"quiet_from": time(0)}, (time(0), time(8))),
    ],
)
def test_own_quiet_hours_stand_in_place_of_those_of_the_shift(own: dict[str, time], hours: tuple[time, time]) -> None:
    assert quiet_hours(ReminderWishes(**own)) == hours


def test_who_never_said_anything_gets_every_reminder() -> None:
    assert ReminderWishes() == ReminderWishes(
        week=True, day=True, hours=True, weekend=True, shift=Shift.DAY, nudges=True, way=None
    )
    assert ReminderWishes().any_reminder
    assert not ReminderWishes(week=False, day=False, hours=False).any_reminder


def test_wishes_come_back_from_the_database_as_they_went_in() -> None:
    wishes = ReminderWishes(week=False, shift=Shift.NIGHT, quiet_until=time(16, 30), way=Way.TELEGRAM)
    assert ReminderWishes.model_validate(wishes.model_dump(mode="json")) == wishes
    assert ReminderWishes.model_validate({"week": False, "a_wish_of_later": 3}) == ReminderWishes(week=False)


def test_wishes_are_never_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        ReminderWishes().week = False  # type: ignore[misc]
