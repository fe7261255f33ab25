"""Looking at seats changes nothing and is right at any moment."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import open_database, reading
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.looking import full_offerings, offering_card, seats_left, seats_of, still_needed
from knowledge.tables import Offering
from knowledge.vocabulary import EnrolmentState, OfferingState
from tests.knowledge.seat.seats import add_offering, ask, change_offering, seats


@pytest.fixture
def four(academy: Engine, now: datetime) -> Engine:
    """Offerings of two seats: earlier, later, at one's own pace, and "cobots" between them."""
    add_offering(academy, now, "later", days=30)
    add_offering(academy, now, "eerder", days=2)
    add_offering(academy, now, "eigen", days=None)
    return academy


def test_your_seats_come_earliest_first_and_own_pace_last(four: Engine, now: datetime) -> None:
    enrol(four, "ann", ["eigen", "later", "cobots", "eerder"], now)
    mine = seats_of(four, "ann", now)
    assert [(one.offering.id, one.enrolment.offering_id, one.position) for one in mine] == [
        (id, id, None) for id in ("eerder", "cobots", "later", "eigen")
    ]


def test_what_you_left_is_not_among_your_seats(four: Engine, now: datetime) -> None:
    enrol(four, "ann", ["cobots", "later"], now)
    leave(four, "ann", "cobots", now)
    assert [one.offering.id for one in seats_of(four, "ann", now)] == ["later"]


def test_an_offered_seat_is_among_your_seats_and_is_not_free(four: Engine, now: datetime) -> None:
    ask(four, now, "ann", "bob", "cas")
    leave(four, "ann", "cobots", now)
    assert [(one.enrolment.state.value, one.position) for one in seats_of(four, "cas", now)] == [("offered", None)]
    assert (seats_left(four, ["cobots"], now), full_offerings(four, now)) == ({"cobots": 0}, {"cobots"})


def test_a_seat_is_yours_until_the_offering_ends(four: Engine, now: datetime) -> None:
    enrol(four, "ann", ["cobots", "eigen"], now)
    ends_at = now + timedelta(days=14, hours=4)
    running = seats_of(four, "ann", ends_at - timedelta(seconds=1))
    assert [one.offering.id for one in running] == ["cobots", "eigen"]
    assert [one.offering.id for one in seats_of(four, "ann", ends_at)] == ["eigen"]


@pytest.mark.parametrize("learner", [None, "niemand", "bob"])
def test_who_has_no_seats_sees_none(four: Engine, now: datetime, learner: str | None) -> None:
    enrol(four, "ann", ["cobots"], now)
    assert seats_of(four, learner, now) == []


def test_seats_left_counts_down_and_is_none_when_somebody_waits(four: Engine, now: datetime) -> None:
    all_four = ["cobots", "eerder", "later", "eigen", "nergens"]
    assert seats_left(four, all_four, now) == {"cobots": 2, "eerder": 2, "later": 2, "eigen": 2}
    ask(four, now, "ann", "bob", "cas")
    ask(four, now, "ann", offering="eigen")
    assert seats_left(four, all_four, now) == {"cobots": 0, "eerder": 2, "later": 2, "eigen": 1}
    leave(four, "bob", "cobots", now)
    leave(four, "ann", "eigen", now)
    assert seats_left(four, ["cobots", "eigen"], now) == {"cobots": 0, "eigen": 2}
    assert seats_left(four, [], now) == {}
    ask(four, now, "dia")
    change_offering(four, "cobots", maximum=5)
    assert seats_left(four, ["cobots"], now) == {"cobots": 0}
    assert full_offerings(four, now) == {"cobots"}


def test_full_is_what_has_no_free_seat_and_is_still_to_come(four: Engine, now: datetime) -> None:
    for offering in ("cobots", "eigen", "eerder"):
        ask(four, now, "ann", "bob", offering=offering)
    ask(four, now, "ann", offering="later")
    assert full_offerings(four, now) == {"cobots", "eigen", "eerder"}
    assert full_offerings(four, now + timedelta(days=2)) == {"cobots", "eigen"}
    leave(four, "ann", "cobots", now)
    assert full_offerings(four, now) == {"eigen", "eerder"}


def test_looking_changes_nothing(four: Engine, now: datetime) -> None:
    ask(four, now, "ann", "bob", "cas")
    before = seats(four)
    seats_of(four, "cas", now)
    seats_left(four, ["cobots"], now)
    full_offerings(four, now)
    assert seats(four) == before


def test_looking_while_the_line_moves_gives_what_was_true_at_the_look(four: Engine, now: datetime) -> None:
    ask(four, now, "ann", "bob", "cas", "dia")
    elsewhere = open_database(four.url.render_as_string(hide_password=False))
    moves = iter([lambda: leave(elsewhere, "ann", "cobots", now)])

    @event.listens_for(four, "after_cursor_execute")
    def _move(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "FROM enrolment" in statement:
            next(moves, lambda: None)()

    (seat,) = seats_of(four, "cas", now)
    elsewhere.dispose()
    assert (seat.enrolment.state, seat.position) == (EnrolmentState.WAITING, 1)
    assert seats(four)["cobots"]["cas"] == "offered"


def test_a_card_shows_the_offering_and_your_own_place_in_line(
    four: Engine, now: datetime, catalogue: Catalogue
) -> None:
    ask(four, now, "ann", "bob", "cas")
    (seat,) = seats_of(four, "cas", now)
    assert offering_card(catalogue, seat.offering, left=0, seat=seat) == OfferingCard(
        id="cobots",
        module="module-cobots",
        name="module-cobots",
        academy="zwolle",
        starts_at=now + timedelta(days=14),
        ends_at=now + timedelta(days=14, hours=4),
        when="dinsdag 8 december, 10:00–14:00",
        place="Leerplein",
        online=False,
        cost=75,
        paid_by="je werkgever",
        seats_left=0,
        state=EnrolmentState.WAITING,
        waiting_position=1,
        minimum=1,
    )


def test_a_card_says_until_when_a_seat_is_held_and_whether_it_goes_on(
    four: Engine, now: datetime, catalogue: Catalogue
) -> None:
    decide_at = now + timedelta(days=7)
    change_offering(four, "cobots", decide_at=decide_at, minimum=4)
    ask(four, now, "ann", "bob", "cas")
    leave(four, "ann", "cobots", now)
    needed = still_needed(four, ["cobots", "later", "nergens"], now)
    assert needed == {"cobots": 3, "later": 0, "nergens": 0}
    assert still_needed(four, ["cobots"], decide_at) == {"cobots": 0}
    (seat,) = seats_of(four, "cas", now)
    card = offering_card(catalogue, seat.offering, needed=3, seat=seat)
    assert (card.held_until, card.needed, card.minimum) == (now + timedelta(hours=48), 3, 4)
    assert (card.decide_at, card.certain) == (decide_at, False)
    change_offering(four, "cobots", state=OfferingState.CONFIRMED)
    assert still_needed(four, ["cobots"], now) == {"cobots": 0}
    assert offering_card(catalogue, seats_of(four, "cas", now)[0].offering).certain


def test_a_card_at_your_own_pace_has_no_date_and_the_names_of_the_catalogue(
    four: Engine, now: datetime, catalogue: Catalogue
) -> None:
    module, academy = next(iter(catalogue.modules.values())), next(iter(catalogue.academies.values()))
    add_offering(four, now, "zelf", days=None, module_id=module.id, academy_id=academy.id, online=True)
    with reading(four) as session:
        card = offering_card(catalogue, session.get(Offering, "zelf"))
    assert (card.name, card.academy, card.when) == (
        module.name,
        academy.name,
        "wanneer je wilt, in je eigen tempo",
    )
    assert (card.place, card.starts_at, card.seats_left, card.state) == ("online", None, None, None)


def test_the_full_ones_of_some_modules_only(four: Engine, now: datetime) -> None:
    ask(four, now, "ann", "bob")
    ask(four, now, "ann", "bob", offering="eerder")
    assert full_offerings(four, now) == {"cobots", "eerder"}
    assert full_offerings(four, now, ["module-cobots"]) == {"cobots"}
    assert full_offerings(four, now, []) == set()
