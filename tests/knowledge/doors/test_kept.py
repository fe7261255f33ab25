"""Who came in by two doors gets all that is kept of both, and when they are forgotten nothing of either is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, inspect

from knowledge.audit import audit
from knowledge.database import open_database
from knowledge.doors import talks
from knowledge.doors.codes import make_code, use_code
from knowledge.people import export, forget
from knowledge.tables import Conversation, Learner, PostedMessage, TelegramMessage
from tests.knowledge.doors.two_doors import add, button, chat, column, joined, open_door, refused, typed
from tests.knowledge.seat.seats import add_learners, add_offering, ask, notices, seats
from tests.knowledge.talks import every_row

CHAT = 4711471147114711
WHEN = "2026-11-24T09:00:00Z"


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """An offering of one seat, and bob, who has a chat too."""
    add_offering(databases, now, maximum=1)
    open_door(databases, now, "bobs", "bob")
    add(databases, chat(now, 8, "bobs"))
    return databases


def jan_by_two_doors(engine: Engine, now: datetime) -> None:
    """Jan's talk on the website goes on, that on Telegram leads there; every table of the doors has a row of him."""
    open_door(engine, now, "web-geheim", "jan")
    open_door(engine, now + timedelta(minutes=1), "app-geheim", channel="telegram")
    add(engine, chat(now, CHAT, "app-geheim", stopped_at=now), button(now, "knop", "app-geheim"))
    add(engine, *typed(now, "app-geheim", naam_1="Jan Jansen"))
    use_code(engine, "app-geheim", make_code(engine, "web-geheim", now), now)
    make_code(engine, "web-geheim", now)
    refused(lambda: use_code(engine, "app-geheim", "K7MP-2X9Q", now))
    ask(engine, now, "jan")
    taken = notices(engine)[-1]
    message = {"text": "Je hebt een plek", "buttons": [], "cards": []}
    add(engine, TelegramMessage(chat_id=CHAT, message_id=1, notice_id=taken.id))
    add(engine, PostedMessage(conversation_id="web-geheim", notice_id=taken.id, posted_at=now, body=message))


@pytest.mark.parametrize("door", ["web-geheim", "app-geheim"])
def test_forgetting_at_either_door_leaves_the_database_as_if_they_had_never_been(
    academy: Engine, now: datetime, door: str
) -> None:
    before = every_row(academy)
    jan_by_two_doors(academy, now)
    changed = {name for name, rows in every_row(academy).items() if rows != before[name]}
    assert changed >= {"conversation", "telegram_chat", "telegram_message", "link_code", "link_try", "button"}
    assert forget(academy, door, now) == 1
    assert every_row(academy) == before
    assert str(CHAT) not in repr(every_row(academy))


def test_every_table_that_refers_to_a_talk_or_a_chat_is_erased_with_it(academy: Engine) -> None:
    """By the keys of the database itself, so that a new table cannot be left out."""
    looked = inspect(academy)
    found = {
        table
        for table in looked.get_table_names()
        for key in looked.get_foreign_keys(table)
        if key["referred_table"] in ("conversation", "telegram_chat")
    }
    assert found == {
        "answered_message",
        "button",
        "conversation",
        "link_code",
        "link_try",
        "personal_datum",
        "posted_message",
        "telegram_chat",
        "telegram_message",
    }


def test_the_seat_of_who_is_forgotten_goes_on(academy: Engine, now: datetime) -> None:
    jan_by_two_doors(academy, now)
    add_learners(academy, now, "ann")
    ask(academy, now, "ann")
    forget(academy, "app-geheim", now)
    assert seats(academy) == {"cobots": {"ann": "offered"}}
    assert audit(academy, now) == []


def test_the_export_tells_of_the_chat_and_of_both_talks_and_lets_nobody_in(academy: Engine, now: datetime) -> None:
    jan_by_two_doors(academy, now)
    given = export(academy, "app-geheim")
    assert export(academy, "web-geheim") == given
    assert given["telegram"] == {
        "linked": True,
        "chat_id": CHAT,
        "seen_at": WHEN,
        "blocked_at": None,
        "stopped_at": WHEN,
        "keyboard": None,
        "told": 1,
    }
    web, app = given["conversations"]  # type: ignore[misc]  # plain data of any shape
    counted = ("channel", "buttons", "answers", "posted", "codes", "codes_tried")
    assert [{name: talk[name] for name in counted} for talk in (web, app)] == [
        {"channel": "website", "buttons": 1, "answers": 0, "posted": 1, "codes": 1, "codes_tried": 1},
        {"channel": "telegram", "buttons": 0, "answers": 0, "posted": 0, "codes": 0, "codes_tried": 0},
    ]
    assert [one["value"] for one in web["typed"]] == ["Jan Jansen"]
    assert [word for word in ("geheim", "bob", column(academy, Learner, "id")[0]) if word in repr(given)] == []


def test_who_is_forgotten_while_their_doors_become_one_is_forgotten_at_both(
    academy: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    if academy.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")
    before = every_row(academy)
    open_door(academy, now, "web", "jan")
    open_door(academy, now + timedelta(minutes=1), "app")
    meanwhile(academy, monkeypatch, lambda elsewhere: joined(elsewhere, "web", "app", now))
    forget(academy, "app", now)
    assert column(academy, Conversation, "id") == ["bobs"]
    assert every_row(academy) == before


def meanwhile(engine: Engine, monkeypatch: pytest.MonkeyPatch, do: Callable[[Engine], object]) -> None:
    """The first time that it was seen who belongs together, something happens elsewhere before they are locked."""
    original = talks.family

    def seen(session: talks.Session, *ids: str) -> list[str]:
        found = original(session, *ids)
        monkeypatch.setattr(talks, "family", original)
        elsewhere = open_database(engine.url.render_as_string(hide_password=False))
        do(elsewhere)
        elsewhere.dispose()
        return found

    monkeypatch.setattr(talks, "family", seen)
