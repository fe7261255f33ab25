"""Forgetting somebody while they enrol, agree and are forgotten again: no seat is lost, no row stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import Engine, update
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel, select

from knowledge import own_data
from knowledge.audit import audit
from knowledge.clock import utc_now
from knowledge.database import open_database, reading, writing
from knowledge.people import forget
from knowledge.seat.enrolling import enrol
from knowledge.tables import Conversation, Learner, Offering
from tests.knowledge.seat.no_locks import plain_transaction
from tests.knowledge.seat.racing import Deed, broken, race
from tests.knowledge.seat.seats import add_learners, add_offering, ask, crowd, seats


def ids(engine: Engine, table: type[SQLModel]) -> set[str]:
    """The ids in a table."""
    with reading(engine) as session:
        return {row.id for row in session.scalars(select(table))}


def test_forgetting_while_they_enrol_and_agree_leaves_nothing_and_frees_every_seat(
    databases: Engine, now: datetime
) -> None:
    add_offering(databases, utc_now(), maximum=5)
    add_offering(databases, utc_now(), "meten", maximum=1)
    leaving, staying = crowd(databases, now, 5, "gaat"), crowd(databases, now, 5, "blijft")
    ask(databases, now, *leaving, *staying)
    with writing(databases) as session:
        session.execute(update(Learner).values(consent_at=None))
    told = race(
        databases,
        [
            *(Deed(what, id, "meten") for id in leaving for what in ("enrol", "forget", "consent", "forget")),
            *(Deed("enrol", id, "meten") for id in staying),
        ],
    )
    assert broken(databases, told) == set()
    assert seats(databases)["cobots"] == dict.fromkeys(staying, "enrolled")
    assert sorted(seats(databases)["meten"].values()) == ["enrolled"] + ["waiting"] * 4
    assert ids(databases, Learner) == set(staying)
    assert ids(databases, Conversation) == {f"talk-{id}" for id in staying}


def test_a_talk_is_locked_before_its_learner_as_by_who_agrees(
    databases: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round, forgetting and agreeing at once would wait for each other."""
    if databases.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")
    add_learners(databases, now, "ann")

    def look_at_the_talk(_session: object, _key: str) -> None:
        with databases.connect() as other:
            other.execute(select(Conversation).with_for_update(nowait=True))

    monkeypatch.setattr(own_data, "locked_learner", look_at_the_talk)
    with pytest.raises(OperationalError, match="could not obtain lock"):
        forget(databases, "talk-ann", now)


def test_without_the_locks_a_seat_is_lost_with_who_is_forgotten(
    databases: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_offering(databases, now)
    add_offering(databases, now, "meten", maximum=1)
    add_learners(databases, now, "ann", "bob")
    enrol(databases, "ann", ["cobots"], now)
    elsewhere = open_database(databases.url.render_as_string(hide_password=False))

    def enrol_meanwhile() -> None:
        enrol(elsewhere, "ann", ["meten"], now)
        enrol(elsewhere, "bob", ["meten"], now)

    take_out_the_locks_of_forgetting(monkeypatch, enrol_meanwhile)
    if databases.dialect.name == "sqlite":
        with pytest.raises(OperationalError, match="database is locked"):
            forget(databases, "talk-ann", now)
    else:
        forget(databases, "talk-ann", now)
        assert [one.promise for one in audit(databases, now)] == ["the waiting list moves"]
    elsewhere.dispose()


def take_out_the_locks_of_forgetting(monkeypatch: pytest.MonkeyPatch, once_seen: Callable[[], None]) -> None:
    """No learner and no offering is locked, and ``once_seen`` happens when it was seen what somebody has."""

    def seen(session: own_data.Session, key: str) -> Offering | None:
        once_seen()
        return session.get(Offering, key)

    monkeypatch.setattr(own_data, "writing", plain_transaction)
    monkeypatch.setattr(own_data, "locked_learner", lambda session, key: session.get(Learner, key))
    monkeypatch.setattr(own_data, "locked_offering", seen)
