"""What somebody may ask about their own data does what it says."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.database import writing
from knowledge.people import export, forget, give_consent, known
from knowledge.seat.enrolling import enrol
from knowledge.tables import AnsweredMessage
from knowledge.vocabulary import OfferingState
from tests.knowledge.seat.seats import add_learners, add_offering, ask, change_offering, changes, seats
from tests.knowledge.talks import begin, every_row, everything_of_jan

WHEN = "2026-11-24T09:00:00Z"


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """Three offerings of two seats, and Piet, who has a talk and a seat."""
    for id in ("cobots", "meten", "lassen"):
        add_offering(databases, now, id)
    add_learners(databases, now, "piet")
    begin(databases, now, "piets", "piet", name="Piet Pietersen")
    ask(databases, now, "piet")
    return databases


def talk_of_jan(*typed: tuple[str, str]) -> dict[str, object]:
    return {
        "channel": "website",
        "created_at": WHEN,
        "seen_at": WHEN,
        "expects": "name",
        "typed": [{"reference": f"[{kind}-1]", "kind": kind, "value": value, "kept_at": WHEN} for kind, value in typed],
        "buttons": 1,
        "answers": 1,
    }


def test_the_export_holds_everything(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    given = export(academy, "geheim-2")
    enrolments = given.pop("enrolments")
    moves = given.pop("changes")
    assert given == {
        "name": "Jan Jansen",
        "email": "jan@bedrijf.nl",
        "phone": "0612345678",
        "consent": True,
        "consent_at": WHEN,
        "created_at": WHEN,
        "conversations": [
            talk_of_jan(("email", "jan@bedrijf.nl"), ("name", "Jan Jansen"), ("phone", "0612345678")),
            talk_of_jan(("name", "Janneman")),
        ],
    }
    seat = {"line_id": "lijn-1", "asked_at": WHEN, "held_until": None, "learning_question": None}
    assert [{key: one[key] for key in one if key != "id"} for one in enrolments] == [
        {"offering_id": "meten", "state": "enrolled", **seat},
        {"offering_id": "lassen", "state": "cancelled", **seat},
    ]
    assert [(one["at"], one["before"], one["after"], one["who"], one["why"]) for one in moves] == [
        (WHEN, None, "enrolled", "learner", "asked for a seat"),
        (WHEN, None, "enrolled", "learner", "asked for a seat"),
        (WHEN, "enrolled", "cancelled", "learner", "left"),
    ]


def test_nothing_is_missing_from_the_export_but_keys_and_what_we_said_ourselves(academy: Engine, now: datetime) -> None:
    before = every_row(academy)
    id = everything_of_jan(academy, now, "meten", "lassen")
    given = repr(export(academy, "geheim-1"))
    ours = ("button", "answered_message")
    after = {table: rows for table, rows in every_row(academy).items() if table not in ours}
    added = [row for table, rows in after.items() for row in rows if row not in before[table]]
    words = {value for row in added for value in row if isinstance(value, str)}
    assert {word for word in words if word not in given} == {id, "geheim-1", "geheim-2"}


def test_the_export_holds_nothing_of_anybody_else(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    given = repr(export(academy, "geheim-1"))
    assert [word for word in ("piet", "Piet", "cobots") if word in given] == []


def test_the_export_of_a_stranger_holds_only_their_talk(academy: Engine, now: datetime) -> None:
    begin(academy, now, "nieuw", name="Kim")
    given = export(academy, "nieuw")
    (talk,) = given.pop("conversations")
    assert (talk["typed"][0]["value"], talk["buttons"], talk["answers"]) == ("Kim", 0, 0)
    nothing = dict.fromkeys(("name", "email", "phone", "consent_at", "created_at"))
    assert given == {**nothing, "consent": False, "enrolments": [], "changes": []}
    assert export(academy, "nergens") == {**given, "conversations": []}


def test_an_export_does_not_grow_by_the_exports_before_it(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    first = export(academy, "geheim-1")
    with writing(academy) as session:
        session.get(AnsweredMessage, ("geheim-1", "bericht-geheim-1")).answer = [{"text": repr(first)}]
    assert export(academy, "geheim-1") == first


def test_forgetting_leaves_the_database_as_if_they_had_never_been(academy: Engine, now: datetime) -> None:
    before = every_row(academy)
    everything_of_jan(academy, now, "meten", "lassen")
    assert {name for name, rows in every_row(academy).items() if rows != before[name]} == {
        "answered_message",
        "button",
        "conversation",
        "enrolment",
        "enrolment_change",
        "learner",
        "personal_datum",
    }
    assert forget(academy, "geheim-2", now) == 2
    assert every_row(academy) == before


def test_forgetting_twice_is_the_same_as_once(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    forget(academy, "geheim-1", now)
    before = every_row(academy)
    assert [forget(academy, talk, now) for talk in ("geheim-1", "geheim-2", "nergens")] == [0, 0, 0]
    assert every_row(academy) == before


def test_forgetting_a_stranger_erases_their_talk(academy: Engine, now: datetime) -> None:
    before = every_row(academy)
    begin(academy, now, "nieuw", name="Kim")
    assert forget(academy, "nieuw", now) == 0
    assert every_row(academy) == before


def test_freed_seats_go_to_who_waits(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "cobots", "lassen", "meten")
    add_learners(academy, now, "ann", "bob")
    ask(academy, now + timedelta(hours=1), "ann", "bob")
    ask(academy, now, "bob", "ann", offering="lassen")
    assert seats(academy)["cobots"]["ann"] == "waiting"
    forget(academy, "geheim-1", now)
    assert seats(academy) == {
        "cobots": {"piet": "enrolled", "ann": "enrolled", "bob": "waiting"},
        "lassen": {"bob": "enrolled", "ann": "enrolled"},
    }
    assert changes(academy)[-2:] == [
        ("ann", "waiting", "enrolled", "navigator"),
        ("ann", "waiting", "enrolled", "navigator"),
    ]
    assert audit(academy, now) == []


@pytest.mark.parametrize(("days", "state"), [(15, OfferingState.OPEN), (0, OfferingState.CANCELLED)])
def test_what_has_begun_or_was_cancelled_gives_no_seats_to_who_waits(
    academy: Engine, now: datetime, days: int, state: OfferingState
) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "ann", "bob")
    change_offering(academy, "cobots", state=state)
    later = now + timedelta(days=days)
    forget(academy, "talk-piet", later)
    assert seats(academy) == {"cobots": {"ann": "enrolled", "bob": "waiting"}}
    assert audit(academy, later) == []


def test_who_comes_back_after_being_forgotten_is_somebody_new(academy: Engine, now: datetime) -> None:
    was = everything_of_jan(academy, now, "meten", "lassen")
    forget(academy, "geheim-1", now)
    begin(academy, now, "geheim-1")
    assert known(academy, "geheim-1").learner_id is None
    id = give_consent(academy, "geheim-1", now)
    assert id != was
    assert enrol(academy, id, ["meten"], now)[0].state.value == "enrolled"
