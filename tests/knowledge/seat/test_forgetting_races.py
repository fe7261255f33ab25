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
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_learner, locked_offering
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
    assert seats(databases)["cobots"] == dict.fromkeys(staying, "offered")
    first, *others = sorted(seats(databases)["meten"].values())
    assert first in ("enrolled", "offered")
    assert others == ["waiting"] * 4
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


def forgetting_while_they_are_offered_a_seat(
    engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch, *, locks: Callable[..., object]
) -> None:
    """cas is being forgotten and is about to lock "cobots", when ann leaves it and so offers cas her seat."""
    add_offering(engine, now, maximum=1)
    add_learners(engine, now, "ann", "cas", "dia")
    ask(engine, now, "ann", "cas", "dia")
    impatient = {"options": f"{engine.url.query.get('options')} -c lock_timeout=1000"}
    elsewhere = open_database(engine.url.update_query_dict(impatient).render_as_string(hide_password=False))

    def meanwhile(session: own_data.Session, key: str) -> Offering:
        leave(elsewhere, "ann", "cobots", now)
        return locked_offering(session, key)

    monkeypatch.setattr(own_data, "locked_learner", locks)
    monkeypatch.setattr(own_data, "locked_offering", meanwhile)
    try:
        forget(engine, "talk-cas", now)
    finally:
        elsewhere.dispose()


def test_who_is_forgotten_can_be_offered_a_seat_meanwhile_and_it_goes_on_to_the_next(
    databases: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message refers to its learner: who offers the seat must not wait for who waits for the offering."""
    if databases.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")
    forgetting_while_they_are_offered_a_seat(databases, now, monkeypatch, locks=locked_learner)
    assert seats(databases) == {"cobots": {"ann": "cancelled", "dia": "offered"}}
    assert audit(databases, now) == []


def test_with_too_strong_a_lock_on_who_is_forgotten_they_wait_for_each_other(
    databases: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    if databases.dialect.name == "sqlite":
        pytest.skip("SQLite has one lock for all")

    def strong(session: own_data.Session, key: str) -> Learner | None:
        return session.get(Learner, key, with_for_update=True)

    with pytest.raises(OperationalError, match="lock timeout"):
        forgetting_while_they_are_offered_a_seat(databases, now, monkeypatch, locks=strong)


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
