"""What cannot be enrolled on, and that nothing is changed then."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.errors import Refusal, UnknownThing
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.vocabulary import OfferingState
from tests.knowledge.seat.seats import add_offering, ask, change_offering, changes, seats

VALUES = {"offering": "cobots", "module": "module-cobots"}


def test_an_offering_that_has_begun_is_over(academy: Engine, now: datetime) -> None:
    with pytest.raises(Refusal) as caught:
        enrol(academy, "ann", ["cobots"], now + timedelta(days=14))
    assert (caught.value.response, caught.value.values) == ("utter_offering_over", VALUES)
    assert seats(academy) == {}


def test_until_the_last_moment_you_can_enrol(academy: Engine, now: datetime) -> None:
    enrol(academy, "ann", ["cobots"], now + timedelta(days=14) - timedelta(microseconds=1))
    assert seats(academy) == {"cobots": {"ann": "enrolled"}}


@pytest.mark.parametrize(
    ("state", "response"),
    [
        (OfferingState.CONCEPT, "utter_offering_gone"),
        (OfferingState.CANCELLED, "utter_offering_cancelled"),
        (OfferingState.HELD, "utter_offering_gone"),
    ],
)
def test_what_is_not_given_out_is_refused(academy: Engine, now: datetime, state: OfferingState, response: str) -> None:
    change_offering(academy, "cobots", state=state)
    with pytest.raises(Refusal) as caught:
        enrol(academy, "ann", ["cobots"], now)
    assert (caught.value.response, caught.value.values) == (response, VALUES)
    assert seats(academy) == {}


def test_an_offering_that_left_the_content_is_gone(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", in_content=False)
    with pytest.raises(Refusal) as caught:
        enrol(academy, "ann", ["cobots"], now)
    assert (caught.value.response, caught.value.values) == ("utter_offering_gone", VALUES)


def test_a_confirmed_offering_takes_people_still(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", state=OfferingState.CONFIRMED)
    enrol(academy, "ann", ["cobots"], now)
    assert seats(academy) == {"cobots": {"ann": "enrolled"}}


def test_several_at_once_is_all_or_nothing(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "meten")
    add_offering(academy, now, "lassen", days=-1)
    with pytest.raises(Refusal):
        enrol(academy, "ann", ["cobots", "meten", "lassen"], now)
    assert seats(academy) == {}
    assert changes(academy) == []


def test_an_unknown_offering_among_several_changes_nothing(academy: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no offering with id 'nergens'"):
        enrol(academy, "ann", ["cobots", "nergens"], now)
    assert seats(academy) == {}


@pytest.mark.parametrize("offerings", [[], ["cobots"]])
def test_an_unknown_learner_gets_no_seat(academy: Engine, now: datetime, offerings: list[str]) -> None:
    with pytest.raises(UnknownThing, match="There is no learner with id 'niemand'"):
        enrol(academy, "niemand", offerings, now)
    assert seats(academy) == {}


def test_what_was_decided_by_now_is_refused_though_no_clock_ticked(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", decide_at=now)
    with pytest.raises(Refusal) as caught:
        enrol(academy, "ann", ["cobots"], now)
    assert (caught.value.response, caught.value.values) == ("utter_offering_cancelled", VALUES)
    assert seats(academy) == {}


def test_a_yes_to_what_is_unknown_is_refused(academy: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no offering with id 'nergens'"):
        claim(academy, "ann", "nergens", now)
    with pytest.raises(UnknownThing, match="There is no learner with id 'niemand'"):
        claim(academy, "niemand", "cobots", now)


@pytest.mark.parametrize(
    ("fields", "response"),
    [
        ({}, "utter_not_enrolled"),
        ({"in_content": False}, "utter_not_enrolled"),
        ({"state": OfferingState.CANCELLED}, "utter_offering_cancelled"),
        ({"state": OfferingState.HELD}, "utter_offering_gone"),
    ],
)
def test_a_yes_of_who_never_asked_is_refused(
    academy: Engine, now: datetime, fields: dict[str, object], response: str
) -> None:
    change_offering(academy, "cobots", **fields)
    with pytest.raises(Refusal) as caught:
        claim(academy, "ann", "cobots", now)
    assert (caught.value.response, caught.value.values) == (response, VALUES)
    assert seats(academy) == {}


def test_a_yes_to_an_offer_of_what_left_the_content_still_counts(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    leave(academy, "ann", "cobots", now)
    change_offering(academy, "cobots", in_content=False)
    assert claim(academy, "cas", "cobots", now).state == "enrolled"
