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
START = "2026-12-08T09:00:00Z"
SEAT = {
    "line_id": "lijn-1",
    "asked_at": WHEN,
    "priority": 0,
    "held_until": None,
    "seated_at": WHEN,
    "cost": 75.0,
    "paid_by": "je werkgever",
    "coming_at": None,
}
SAID = {
    "learning_question": "Hoe las ik sneller?",
    "own_case": "onze robot",
    "shared_at": WHEN,
    "leave_reason": None,
    "feedback": None,
}
SAID_AT_LAST = dict.fromkeys(SAID) | {"leave_reason": "ik ben ziek", "feedback": "was goed"}
MESSAGE = {
    "starts_at": START,
    "facts": {},
    "created_at": WHEN,
    "due_at": WHEN,
    "useful_until": START,
    "urgent": True,
    "state": "due",
    "why": "",
    "claimed_until": None,
    "attempts": 0,
    "refusals": [],
    "way": None,
    "sent_at": None,
    "quiet": "",
    "answered_at": None,
}


NO_CHAT = {
    "linked": False,
    "chat_id": None,
    "seen_at": None,
    "blocked_at": None,
    "stopped_at": None,
    "keyboard": None,
    "told": 0,
}


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """Three offerings of two seats, and Piet, who has a talk and a seat."""
    for id in ("cobots", "meten", "lassen"):
        add_offering(databases, now, id)
    add_learners(databases, now, "piet")
    begin(databases, now, "piets", "piet", name="Piet Pietersen")
    ask(databases, now, "piet")
    return databases


def talk_of_jan(*typed: tuple[str, str], posted: int) -> dict[str, object]:
    return {
        "channel": "website",
        "created_at": WHEN,
        "seen_at": WHEN,
        "expects": "name",
        "typed": [{"reference": f"[{kind}-1]", "kind": kind, "value": value, "kept_at": WHEN} for kind, value in typed],
        "buttons": 1,
        "answers": 1,
        "present_at": None,
        "posted": posted,
        "codes": 0,
        "codes_tried": 0,
    }


def test_the_export_holds_everything(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    given = export(academy, "geheim-2")
    enrolments = given.pop("enrolments")
    moves = given.pop("changes")
    messages = given.pop("messages")
    assert given == {
        "name": "Jan Jansen",
        "email": "jan@bedrijf.nl",
        "phone": "0612345678",
        "consent": True,
        "consent_at": WHEN,
        "created_at": WHEN,
        "email_refused": "jan@bedrijf.nl",
        "wishes": {"shift": "night", "way": "telegram"},
        "signed_in": [],
        "sign_in_links": [],
        "conversations": [
            talk_of_jan(("email", "jan@bedrijf.nl"), ("name", "Jan Jansen"), ("phone", "0612345678"), posted=0),
            talk_of_jan(("name", "Janneman"), posted=1),
        ],
        "telegram": NO_CHAT,
    }
    assert [{key: one[key] for key in one if key != "id"} for one in enrolments] == [
        {"offering_id": "meten", "state": "enrolled", "sequence": 1, **SEAT, **SAID},
        {"offering_id": "lassen", "state": "cancelled", "sequence": 2, **SEAT, **SAID_AT_LAST},
    ]
    assert [{key: one[key] for key in one if key not in ("id", "enrolment_id")} for one in messages] == [
        {"kind": "seat_taken", "sequence": 1, **MESSAGE},
        {"kind": "seat_taken", "sequence": 1, **MESSAGE},
        {"kind": "seat_left", "sequence": 2, **MESSAGE},
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
    ours = ("button", "answered_message", "posted_message")
    after = {table: rows for table, rows in every_row(academy).items() if table not in ours}
    added = [row for table, rows in after.items() for row in rows if row not in before[table]]
    words = {value for row in added for value in row if isinstance(value, str)}
    keys = {word for word in words if word.startswith(("seat_taken:", "seat_left:"))}
    assert len(keys) == 3
    assert {word for word in words if word not in given} == {id, "geheim-1", "geheim-2", "agenda-geheim", *keys}


def test_the_export_holds_nothing_of_anybody_else(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    given = repr(export(academy, "geheim-1"))
    assert [word for word in ("piet", "Piet", "cobots") if word in given] == []


def test_the_export_of_a_stranger_holds_only_their_talk(academy: Engine, now: datetime) -> None:
    begin(academy, now, "nieuw", name="Kim")
    given = export(academy, "nieuw")
    (talk,) = given.pop("conversations")
    assert (talk["typed"][0]["value"], talk["buttons"], talk["answers"]) == ("Kim", 0, 0)
    nothing = dict.fromkeys(("name", "email", "phone", "consent_at", "created_at", "email_refused", "wishes"))
    lists: dict[str, object] = {key: [] for key in ("enrolments", "changes", "messages", "signed_in", "sign_in_links")}
    assert given == {**nothing, "consent": False, **lists, "telegram": NO_CHAT}
    assert export(academy, "nergens") == {**given, "conversations": []}


def test_an_export_does_not_grow_by_the_exports_before_it(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    first = export(academy, "geheim-1")
    with writing(academy) as session:
        session.get(AnsweredMessage, ("geheim-1", "bericht-geheim-1")).answer = [{"text": repr(first)}]
    assert export(academy, "geheim-1") == first
