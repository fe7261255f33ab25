"""Two learners become one person, and every promise about seats and messages still holds."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.database import writing
from knowledge.doors.merging import BETTER
from knowledge.people import known
from knowledge.seat.attending import mark
from knowledge.seat.changing import withdraw
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.seat.locking import enrolment_of, locked_offering, move
from knowledge.seat.sharing import Brought, bring, share
from knowledge.tables import Conversation, Learner, Notice, PostedMessage, TelegramMessage
from knowledge.telling import outbox, reminders
from knowledge.telling.reminders import due_reminders, write_due
from knowledge.telling.wishes import Way
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.knowledge.doors.two_doors import add, chat, column, joined, one, open_door
from tests.knowledge.seat.seats import add_learners, add_offering, ask, change_offering, notices, seat, seats, told, why

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """An offering of two seats; "web" is the talk of web, "app" the younger one of app, who are one person."""
    add_offering(databases, now)
    for n, id in enumerate(("web", "app")):
        open_door(databases, now + n * HOUR, id, id)
    return databases


def test_seats_on_different_offerings_come_together(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "meten")
    ask(academy, now, "web")
    ask(academy, now, "app", offering="meten")
    history = why(academy, "app", "meten")
    joined(academy, "web", "app", now)
    assert seats(academy) == {"cobots": {"web": "enrolled"}, "meten": {"web": "enrolled"}}
    assert why(academy, "web", "meten") == history
    assert [(row.learner_id, row.kind.value) for row in notices(academy)] == [("web", "seat_taken")] * 2
    assert column(academy, Learner, "id") == ["web"]
    assert audit(academy, now) == []


def test_of_two_seats_on_one_offering_one_goes_to_who_waits(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "web", "app", "ann", "bob")
    joined(academy, "web", "app", now + HOUR)
    assert seats(academy) == {"cobots": {"web": "enrolled", "ann": "offered", "bob": "waiting"}}
    assert told(academy) == [("ann", "offer")]
    assert [row.learner_id for row in notices(academy, NoticeKind.SEAT_TAKEN)] == ["web"]
    assert audit(academy, now + HOUR) == []


def test_a_place_in_line_goes_when_the_other_has_a_seat_wherever_that_is(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann")
    change_offering(academy, "cobots", maximum=1)
    ask(academy, now, "app", "web", "ann")
    joined(academy, "web", "app", now + HOUR)
    assert seats(academy) == {"cobots": {"web": "enrolled", "ann": "waiting"}}
    assert audit(academy, now + HOUR) == []


def test_of_two_places_in_line_the_first_stays(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob", "cas")
    ask(academy, now, "ann", "bob", "app", "cas", "web")
    first = seat(academy, "app").id
    joined(academy, "web", "app", now + HOUR)
    assert list(seats(academy)["cobots"]) == ["ann", "bob", "web", "cas"]
    assert seat(academy, "web").id == first
    assert audit(academy, now + HOUR) == []


def test_an_offered_seat_comes_free_when_the_other_has_a_seat_and_its_message_goes(
    academy: Engine, now: datetime
) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "ann", "web", "app", "bob")
    leave(academy, "ann", "cobots", now + HOUR)
    assert told(academy, NoticeKind.SEAT_LEFT) == [("app", "offer")]
    message = {"text": "Er is een plek vrij", "buttons": [], "cards": []}
    (offer,) = notices(academy, NoticeKind.OFFER)
    add(academy, PostedMessage(conversation_id="app", notice_id=offer.id, posted_at=now, body=message))
    joined(academy, "web", "app", now + 2 * HOUR)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "web": "enrolled", "bob": "offered"}}
    assert told(academy, NoticeKind.SEAT_LEFT) == [("bob", "offer")]
    assert column(academy, PostedMessage, "id") == []
    assert audit(academy, now + 2 * HOUR) == []


def test_an_offer_of_the_talk_that_goes_is_kept_and_can_be_taken(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "ann", "bob", "app", "web")
    leave(academy, "ann", "cobots", now + HOUR)
    joined(academy, "web", "app", now + 2 * HOUR)
    assert seats(academy)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "web": "offered"}
    assert claim(academy, "web", "cobots", now + 3 * HOUR).state == EnrolmentState.ENROLLED
    assert told(academy, NoticeKind.SEAT_LEFT) == [("web", "offer")]
    assert audit(academy, now + 3 * HOUR) == []


def test_an_offer_that_ran_out_meanwhile_is_settled_first(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob", "cas")
    ask(academy, now, "ann", "bob", "app", "cas")
    leave(academy, "ann", "cobots", now + HOUR)
    later = now + 3 * DAY
    joined(academy, "web", "app", later)
    assert seats(academy)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "web": "cancelled", "cas": "offered"}
    assert audit(academy, later) == []


def test_a_seat_that_was_taken_again_after_leaving_elsewhere_stays(academy: Engine, now: datetime) -> None:
    ask(academy, now, "web", "app")
    leave(academy, "web", "cobots", now + HOUR)
    joined(academy, "web", "app", now + 2 * HOUR)
    assert seats(academy) == {"cobots": {"web": "enrolled"}}
    assert told(academy) == []
    assert audit(academy, now + 2 * HOUR) == []


def test_who_was_there_was_there(academy: Engine, now: datetime) -> None:
    ask(academy, now, "web", "app")
    over = now + 20 * DAY
    mark(academy, "cobots", {seat(academy, "web").id or 0: False, seat(academy, "app").id or 0: True}, over, who="els")
    joined(academy, "web", "app", over)
    assert seats(academy) == {"cobots": {"web": "attended"}}
    assert audit(academy, over) == []


def test_who_lost_a_seat_through_no_doing_of_their_own_still_goes_first_elsewhere(
    academy: Engine, now: datetime
) -> None:
    ask(academy, now, "web", "app")
    leave(academy, "web", "cobots", now)
    withdraw(academy, "cobots", now, who="els", why="brand")
    add_offering(academy, now, "weer", module_id="module-cobots")
    joined(academy, "web", "app", now)
    assert enrol(academy, "web", ["weer"], now)[0].priority == 1
    assert told(academy, NoticeKind.SEAT_LEFT) == [("web", "withdrawn")]
    assert audit(academy, now) == []


@pytest.mark.parametrize(
    ("mine", "theirs"), [*pairwise([*BETTER, EnrolmentState.CANCELLED]), (EnrolmentState.MISSED, EnrolmentState.DENIED)]
)
def test_the_better_of_two_states_stays_on_either_side(
    academy: Engine, now: datetime, mine: EnrolmentState, theirs: EnrolmentState
) -> None:
    add_learners(academy, now, "ann")
    for number, (one_of, other) in enumerate(((mine, theirs), (theirs, mine))):
        add_offering(academy, now, f"zo {number}", maximum=1)
        ask(academy, now, "ann", "web", "app", offering=f"zo {number}")
        for learner, state in (("web", one_of), ("app", other)):
            put(academy, learner, f"zo {number}", state, now)
    joined(academy, "web", "app", now)
    assert [seats(academy)[f"zo {number}"]["web"] for number in range(2)] == [mine.value] * 2


def put(engine: Engine, learner: str, offering: str, state: EnrolmentState, now: datetime) -> None:
    """Gives an enrolment a state, with its row."""
    with writing(engine) as session:
        locked_offering(session, offering)
        enrolment = enrolment_of(session, learner, offering)
        assert enrolment is not None
        move(session, enrolment, state, now, who="els", why="zo is het")
        enrolment.held_until = now + DAY if state == EnrolmentState.OFFERED else None


def test_what_was_said_at_the_seat_that_goes_stays_with_the_one_that_is_left(academy: Engine, now: datetime) -> None:
    ask(academy, now, "web", "app")
    bring(academy, "app", "cobots", Brought.OWN_CASE, "onze robot", now)
    share(academy, "app", "cobots", True, now)
    joined(academy, "web", "app", now)
    left = seat(academy, "web")
    assert (left.own_case, left.learning_question, left.shared_at) == ("onze robot", None, now)


def test_the_trainer_gets_nothing_that_nobody_agreed_to(academy: Engine, now: datetime) -> None:
    ask(academy, now, "web", "app")
    bring(academy, "web", "cobots", Brought.LEARNING_QUESTION, "hoe programmeer ik?", now)
    bring(academy, "app", "cobots", Brought.OWN_CASE, "onze robot", now)
    share(academy, "app", "cobots", True, now)
    joined(academy, "web", "app", now)
    left = seat(academy, "web")
    assert (left.own_case, left.learning_question, left.shared_at) == (None, "hoe programmeer ik?", None)


def test_what_is_empty_is_filled_and_what_is_known_stays(academy: Engine, now: datetime) -> None:
    set_learner(academy, "web", name="Jan", wishes={"shift": "night"}, consent_at=now)
    set_learner(
        academy,
        "app",
        name="Janneman",
        email="jan@bedrijf.nl",
        email_refused="jan@bedrijf.nl",
        phone="0612345678",
        wishes={"shift": "day", "way": "telegram"},
        calendar_key="agenda-geheim",
        created_at=now - DAY,
    )
    joined(academy, "web", "app", now)
    assert one(academy, Learner, "web").model_dump() == {
        "id": "web",
        "created_at": now - DAY,
        "consent_at": now,
        "name": "Jan",
        "email": "jan@bedrijf.nl",
        "email_refused": "jan@bedrijf.nl",
        "phone": "0612345678",
        "wishes": {"shift": "night", "way": "telegram"},
        "calendar_key": "agenda-geheim",
    }
    assert known(academy, "app") == known(academy, "web")


def set_learner(engine: Engine, id: str, **fields: object) -> None:
    with writing(engine) as session:
        session.get_one(Learner, id).sqlmodel_update(fields)


def test_other_talks_of_who_goes_are_of_who_stays(academy: Engine, now: datetime) -> None:
    open_door(academy, now, "derde", "app")
    joined(academy, "web", "app", now)
    assert dict(column(academy, Conversation, "id", "learner_id")) == {"web": "web", "app": None, "derde": "web"}


def test_two_talks_of_one_learner_only_become_one_talk(academy: Engine, now: datetime) -> None:
    ask(academy, now, "web")
    open_door(academy, now + HOUR, "derde", "web")
    joined(academy, "derde", "web", now)
    assert seats(academy) == {"cobots": {"web": "enrolled"}}
    assert dict(column(academy, Conversation, "id", "learner_id"))["web"] == "web"
    assert audit(academy, now) == []


def test_a_message_on_telegram_of_a_seat_that_stays_still_tells_of_it(academy: Engine, now: datetime) -> None:
    ask(academy, now, "app")
    (taken,) = notices(academy)
    add(academy, chat(now, 7, "app"), TelegramMessage(chat_id=7, message_id=1, notice_id=taken.id))
    joined(academy, "web", "app", now)
    assert column(academy, TelegramMessage, "chat_id", "message_id", "notice_id") == [(7, 1, taken.id)]


def test_a_message_that_was_on_its_way_is_signed_off_for_who_they_are_now(academy: Engine, now: datetime) -> None:
    ask(academy, now, "app")
    (claimed,) = outbox.claim(academy, now, 10)
    joined(academy, "web", "app", now)
    assert outbox.is_still_mine(academy, claimed, now)
    assert outbox.sent(academy, claimed, Way.EMAIL, now)
    assert column(academy, Notice, "learner_id", "state") == [("web", "sent")]


def test_a_reminder_that_was_found_due_before_is_left_to_the_next_look(academy: Engine, now: datetime) -> None:
    """It names a learner who isn't there any more: written down so, it would hold up all others."""
    ask(academy, now, "app")
    soon = now + 13 * DAY + 2 * HOUR
    looked = due_reminders(academy, soon)
    assert [row["learner_id"] for row in looked] == ["app"]
    joined(academy, "web", "app", soon)
    assert reminders._write(academy, looked) == 0
    assert write_due(academy, soon) == 1
    assert [row.learner_id for row in notices(academy, NoticeKind.REMINDER_DAY)] == ["web"]
    assert audit(academy, soon) == []


@pytest.mark.parametrize(("first", "second"), [("web", "app"), ("app", "web")])
def test_whoever_is_named_first_the_same_comes_of_it(academy: Engine, now: datetime, first: str, second: str) -> None:
    add_learners(academy, now, "ann")
    ask(academy, now, "web", "app", "ann")
    joined(academy, first, second, now)
    assert seats(academy) == {"cobots": {"web": "enrolled", "ann": "offered"}}
