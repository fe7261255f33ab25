"""A person's marks come from their enrolments and their path."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.own import Own
from knowledge.drawing.own_of import own_of
from knowledge.seat.attending import say_present
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.vocabulary import EnrolmentState
from tests.knowledge.seat.seats import add_learners, add_offering, ask, seats


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """Offerings of two seats in 2, 14 and 30 days and at one's own pace, and three people."""
    for id, days in (("eerder", 2), ("cobots", 14), ("later", 30), ("eigen", None)):
        add_offering(databases, now, id, days=days)
    add_learners(databases, now, "ann", "bob", "cas")
    return databases


def test_the_first_dated_seat_is_the_next_station_and_all_seats_are_enrolled(
    academy: Engine, catalogue: Catalogue, now: datetime
) -> None:
    enrol(academy, "ann", ["eigen", "later", "cobots"], now)
    own = own_of(academy, "ann", catalogue, now)
    assert own == Own(enrolled=frozenset({"module-eigen", "module-later", "module-cobots"}), next="module-cobots")


def test_what_was_followed_is_done_and_no_longer_next(academy: Engine, catalogue: Catalogue, now: datetime) -> None:
    enrol(academy, "ann", ["eerder", "cobots"], now)
    after = now + timedelta(days=3)
    say_present(academy, "ann", "eerder", True, after)
    expected = Own(done=frozenset({"module-eerder"}), enrolled=frozenset({"module-cobots"}), next="module-cobots")
    assert own_of(academy, "ann", catalogue, after) == expected


def test_an_offered_seat_counts_and_a_place_in_line_does_not(
    academy: Engine, catalogue: Catalogue, now: datetime
) -> None:
    ask(academy, now, "ann", "bob", "cas")
    assert own_of(academy, "cas", catalogue, now) == Own()
    leave(academy, "ann", "cobots", now)
    assert seats(academy)["cobots"]["cas"] == EnrolmentState.OFFERED
    assert own_of(academy, "cas", catalogue, now) == Own(enrolled=frozenset({"module-cobots"}), next="module-cobots")
    assert own_of(academy, "ann", catalogue, now) == Own()


@pytest.mark.parametrize("learner", [None, "niemand", "bob"])
def test_who_has_no_seats_has_the_marks_of_the_path_only(
    academy: Engine, catalogue: Catalogue, now: datetime, learner: str | None
) -> None:
    enrol(academy, "ann", ["cobots"], now)
    assert own_of(academy, learner, catalogue, now) == Own()
    assert own_of(academy, learner, catalogue, now, ["b", "a"]) == Own(path=("b", "a"))


def test_what_a_path_leaves_out_is_found_by_the_names_it_says(
    academy: Engine, catalogue: Catalogue, now: datetime
) -> None:
    first, second, *_ = catalogue.modules.values()
    renamed = {first.id: first.model_copy(update={"name": "Webinar"})}
    renamed[second.id] = second.model_copy(update={"name": "Webinar: AI"})
    known = replace(catalogue, modules=renamed)
    said = ["Webinar: AI: dit kun je al, dus je mag het overslaan."]
    assert own_of(academy, None, known, now, skipped=said) == Own(skipped=frozenset({second.id}))
    said = ["Webinar: dit kun je al, dus je mag het overslaan.", "Onbekend: dit kun je al."]
    assert own_of(academy, None, known, now, skipped=said) == Own(skipped=frozenset({first.id}))
    assert own_of(academy, None, known, now, skipped=[second.id]) == Own(skipped=frozenset({second.id}))
