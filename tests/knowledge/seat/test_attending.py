"""Who was there: the academy marks it and corrects itself; the learner's word counts where nobody marked."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.errors import NavigatorError, Refusal, UnknownThing
from knowledge.seat.attending import mark, say_present
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from tests.knowledge.seat.seats import add_learners, add_offering, ask, changes, refusal, seat, seats, told, why


@pytest.fixture
def begun(academy: Engine, now: datetime) -> datetime:
    """ann and bob have a seat, cas waited, dia left; it has just begun."""
    ask(academy, now, "dia")
    leave(academy, "dia", "cobots", now)
    ask(academy, now, "ann", "bob", "cas")
    return now + timedelta(days=14)


def number(engine: Engine, learner: str) -> int:
    return seat(engine, learner).id or 0


def test_present_and_absent_are_marked_with_who_did_it(academy: Engine, begun: datetime) -> None:
    ann, bob = number(academy, "ann"), number(academy, "bob")
    marked = mark(academy, "cobots", {bob: False, ann: True}, begun, who="els")
    assert [(one.learner_id, one.state.value) for one in marked] == [("ann", "attended"), ("bob", "missed")]
    assert changes(academy)[-2:] == [("ann", "enrolled", "attended", "els"), ("bob", "enrolled", "missed", "els")]
    assert why(academy, "bob")[-1] == "marked by the academy"
    assert seats(academy)["cobots"] == {"dia": "cancelled", "ann": "attended", "bob": "missed", "cas": "cancelled"}
    assert audit(academy, begun) == []


def test_marking_anew_corrects_and_marking_the_same_is_nothing(academy: Engine, begun: datetime) -> None:
    bob = number(academy, "bob")
    for present in (False, False, True):
        mark(academy, "cobots", {bob: present}, begun, who="els")
    assert [one[1:3] for one in changes(academy) if one[0] == "bob"] == [
        (None, "enrolled"),
        ("enrolled", "missed"),
        ("missed", "attended"),
    ]
    assert mark(academy, "cobots", {}, begun, who="els") == []


def test_before_the_start_nobody_is_present_or_absent(academy: Engine, begun: datetime) -> None:
    early = begun - timedelta(microseconds=1)
    with pytest.raises(NavigatorError, match="cobots has not begun yet, so nobody can be present or absent"):
        mark(academy, "cobots", {number(academy, "ann"): True}, early, who="els")
    assert refusal(lambda: say_present(academy, "ann", "cobots", True, early)) == "utter_not_begun"
    assert seats(academy)["cobots"]["ann"] == "enrolled"


@pytest.mark.parametrize("stranger", ["cas", "dia", None])
def test_with_a_stranger_among_them_nobody_is_marked(academy: Engine, begun: datetime, stranger: str | None) -> None:
    other = number(academy, stranger) if stranger else 999
    with pytest.raises(NavigatorError, match=f"Enrolment {other} had no seat on cobots; nobody was marked"):
        mark(academy, "cobots", {number(academy, "ann"): True, other: True}, begun, who="els")
    assert seats(academy)["cobots"]["ann"] == "enrolled"


def test_what_does_not_exist_has_no_people(academy: Engine, begun: datetime) -> None:
    with pytest.raises(UnknownThing):
        mark(academy, "nergens", {}, begun, who="els")
    with pytest.raises(UnknownThing):
        say_present(academy, "ann", "nergens", True, begun)


@pytest.mark.parametrize(("present", "state"), [(True, "attended"), (False, "missed")])
def test_a_learner_says_whether_they_were_there(academy: Engine, begun: datetime, present: bool, state: str) -> None:
    assert say_present(academy, "ann", "cobots", present, begun).state == state
    assert (changes(academy)[-1], why(academy, "ann")[-1]) == (("ann", "enrolled", state, "learner"), "said so")


def test_a_learner_does_not_overrule_the_academy_but_it_overrules_them(academy: Engine, begun: datetime) -> None:
    mark(academy, "cobots", {number(academy, "ann"): False}, begun, who="els")
    assert say_present(academy, "ann", "cobots", True, begun).state == "missed"
    say_present(academy, "bob", "cobots", False, begun)
    mark(academy, "cobots", {number(academy, "bob"): True}, begun, who="els")
    assert [seats(academy)["cobots"][id] for id in ("ann", "bob")] == ["missed", "attended"]


@pytest.mark.parametrize("who", ["cas", "dia", "eva"])
def test_who_had_no_seat_was_not_there(academy: Engine, begun: datetime, who: str) -> None:
    assert refusal(lambda: say_present(academy, who, "cobots", True, begun)) == "utter_not_enrolled"


@pytest.mark.parametrize("by_academy", [True, False])
def test_at_your_own_pace_who_is_done_makes_place_for_who_waits(
    academy: Engine, now: datetime, by_academy: bool
) -> None:
    add_offering(academy, now, "eigen", days=None, maximum=1)
    ask(academy, now, "ann", "bob", offering="eigen")
    if by_academy:
        mark(academy, "eigen", {seat(academy, "ann", "eigen").id or 0: True}, now, who="els")
    else:
        say_present(academy, "ann", "eigen", True, now)
    assert seats(academy)["eigen"] == {"ann": "attended", "bob": "offered"}
    assert told(academy) == [("bob", "offer")]


def test_what_was_done_cannot_be_enrolled_on_anew(databases: Engine, now: datetime) -> None:
    add_offering(databases, now, "eigen", days=None)
    add_learners(databases, now, "ann")
    enrol(databases, "ann", ["eigen"], now)
    say_present(databases, "ann", "eigen", True, now)
    with pytest.raises(Refusal) as caught:
        enrol(databases, "ann", ["eigen"], now)
    assert caught.value.response == "utter_done_already"
    assert seats(databases) == {"eigen": {"ann": "attended"}}
