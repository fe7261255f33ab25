"""An id leads to its talk, or to the one that this became part of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.database import open_database, reading, writing
from knowledge.doors import talks
from knowledge.doors.talks import doors_to, family, locked_family, locked_talk, talk_of
from knowledge.tables import Conversation
from tests.knowledge.doors.two_doors import column, joined, open_door


@pytest.fixture
def doors(databases: Engine, now: datetime) -> Engine:
    """Three talks, the first the oldest."""
    for n, id in enumerate(("oud", "nieuw", "nieuwst")):
        open_door(databases, now + timedelta(minutes=n), id)
    return databases


def leads_to(engine: Engine, id: str) -> str | None:
    with reading(engine) as session:
        talk = talk_of(session, id)
        return talk.id if talk else None


def test_an_id_leads_to_its_own_talk_and_an_unknown_one_nowhere(doors: Engine) -> None:
    assert [leads_to(doors, id) for id in ("oud", "nergens")] == ["oud", None]


def test_the_id_of_a_talk_that_was_joined_leads_on_in_one_step_however_often_they_are_joined(
    doors: Engine, now: datetime
) -> None:
    joined(doors, "nieuwst", "nieuw", now)
    assert [leads_to(doors, id) for id in ("oud", "nieuw", "nieuwst")] == ["oud", "nieuw", "nieuw"]
    joined(doors, "nieuwst", "oud", now)
    assert [leads_to(doors, id) for id in ("oud", "nieuw", "nieuwst")] == ["oud", "oud", "oud"]
    assert column(doors, Conversation, "id", "continued_as") == [("nieuw", "oud"), ("nieuwst", "oud"), ("oud", None)]


def test_all_ids_that_lead_to_a_talk_are_found_from_each_of_them(doors: Engine, now: datetime) -> None:
    joined(doors, "nieuw", "nieuwst", now)
    with reading(doors) as session:
        found = [doors_to(session, id) for id in ("nieuw", "nieuwst", "oud", "nergens")]
    assert found == [["nieuw", "nieuwst"], ["nieuw", "nieuwst"], ["oud"], []]


def test_a_family_is_every_talk_of_the_learner_and_every_id_that_leads_there(doors: Engine, now: datetime) -> None:
    open_door(doors, now, "van ann", "ann")
    open_door(doors, now, "ook van ann", "ann")
    joined(doors, "nieuw", "van ann", now)
    with reading(doors) as session:
        assert family(session, "nieuw") == ["nieuw", "ook van ann", "van ann"]
        assert family(session, "ook van ann", "oud") == ["nieuw", "ook van ann", "oud", "van ann"]
        assert family(session, "nergens") == []


def test_a_locked_talk_is_the_one_that_an_id_leads_to(doors: Engine, now: datetime) -> None:
    joined(doors, "nieuw", "oud", now)
    with writing(doors) as session:
        found = [locked_talk(session, id) for id in ("nieuw", "oud", "nergens")]
        assert [talk.id if talk else None for talk in found] == ["oud", "oud", None]
        assert [talk.id for talk in locked_family(session, "nieuw")] == ["nieuw", "oud"]


@contextmanager
def once_before_the_lock(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, do: Callable[[Engine], object]
) -> Iterator[None]:
    """Does something elsewhere after it was seen who belongs together, and before they are locked."""
    elsewhere = open_database(engine.url.render_as_string(hide_password=False))
    original, times = talks.family, []

    def seen(session: talks.Session, *ids: str) -> list[str]:
        found = original(session, *ids)
        if not times:
            times.append(1)
            do(elsewhere)
        return found

    monkeypatch.setattr(talks, "family", seen)
    yield
    assert times == [1]
    elsewhere.dispose()


def test_a_talk_that_is_joined_while_its_lock_is_waited_for_is_seen_with_the_one_it_became(
    doors: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    if doors.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")
    with (
        once_before_the_lock(doors, monkeypatch, lambda elsewhere: joined(elsewhere, "nieuw", "oud", now)),
        writing(doors) as session,
    ):
        assert [(talk.id, talk.continued_as) for talk in locked_family(session, "nieuw")] == [
            ("nieuw", "oud"),
            ("oud", None),
        ]


def test_what_was_locked_in_vain_is_let_go(doors: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the order of the locks would not hold, and two could wait for each other."""
    if doors.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")
    locked: list[set[str]] = []
    original = talks.family

    def seen(session: talks.Session, *ids: str) -> list[str]:
        found = original(session, *ids)
        locked.append({"nieuw", "nieuwst", "oud"} - free(doors))
        if len(locked) == 1:
            monkeypatch.setattr(talks, "family", original)
            joined(doors, "nieuwst", "nieuw", now)
            monkeypatch.setattr(talks, "family", seen)
        return found

    monkeypatch.setattr(talks, "family", seen)
    with writing(doors) as session:
        locked_family(session, "nieuwst")
    assert locked == [set(), {"nieuwst"}, set(), {"nieuw", "nieuwst"}]


def free(engine: Engine) -> set[str]:
    """The talks that nobody has locked."""
    with engine.connect() as other:
        return set(other.execute(select(col(Conversation.id)).with_for_update(skip_locked=True)).scalars())
