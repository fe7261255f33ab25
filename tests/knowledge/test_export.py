"""Who asks for their data gets all that is kept of them, and nothing of anybody else."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.people import export
from knowledge.tables import AnsweredMessage
from tests.knowledge.seat.seats import add_learners, add_offering, ask
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
