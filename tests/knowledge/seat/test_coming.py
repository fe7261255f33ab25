"""Saying that one comes, and what somebody thought of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.seat.attending import mark, say_present
from knowledge.seat.coming import confirm_coming
from knowledge.seat.leaving import leave
from tests.knowledge.seat.seats import ask, change_offering, refusal, seat, seats

HOUR = timedelta(hours=1)


def test_coming_is_noted_and_the_last_time_counts(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    for moment in (now + HOUR, now + 2 * HOUR):
        assert confirm_coming(academy, "ann", "cobots", moment).coming_at == moment


@pytest.mark.parametrize(
    ("fields", "after", "response"),
    [
        ({"state": "cancelled"}, 0, "utter_offering_cancelled"),
        ({"state": "confirmed"}, 15 * 24, "utter_offering_over"),
    ],
)
def test_nobody_comes_to_what_is_not_or_was(
    academy: Engine, now: datetime, fields: dict[str, object], after: int, response: str
) -> None:
    ask(academy, now, "ann")
    change_offering(academy, "cobots", **fields)
    assert refusal(lambda: confirm_coming(academy, "ann", "cobots", now + after * HOUR)) == response


def test_without_a_seat_nobody_comes(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    leave(academy, "ann", "cobots", now)
    for learner in ("ann", "cas", "eva"):
        assert refusal(lambda who=learner: confirm_coming(academy, who, "cobots", now)) == "utter_not_enrolled"


def test_what_one_said_oneself_can_be_said_anew_and_what_was_marked_cannot(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob")
    change_offering(academy, "cobots", state="confirmed")
    over = now + timedelta(days=15)
    say_present(academy, "ann", "cobots", False, over, feedback="absent")
    say_present(academy, "ann", "cobots", True, over, feedback="good")
    bob = seat(academy, "bob").id
    assert bob is not None
    mark(academy, "cobots", {bob: False}, over, who="coordinator")
    say_present(academy, "bob", "cobots", True, over, feedback="good")
    assert seats(academy) == {"cobots": {"ann": "attended", "bob": "missed"}}
    assert [seat(academy, who).feedback for who in ("ann", "bob")] == ["good", "good"]
