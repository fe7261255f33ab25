"""Somebody with everything that we can keep of a person, for the tests of their own data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, MetaData, select

from knowledge.database import writing
from knowledge.people import give_consent, keep_contact
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.tables import AnsweredMessage, Button, Conversation, PersonalDatum


def begin(engine: Engine, now: datetime, talk: str, learner: str | None = None, **typed: str) -> str:
    """A conversation in which this was typed, each value as ``[kind-1]``; gives its id."""
    with writing(engine) as session:
        session.add(Conversation(id=talk, learner_id=learner, created_at=now, seen_at=now, expects="name"))
        session.flush()
        session.add_all(
            PersonalDatum(conversation_id=talk, reference=f"[{kind}-1]", kind=kind, value=value, kept_at=now)
            for kind, value in typed.items()
        )
    return talk


def everything_of_jan(engine: Engine, now: datetime, *offerings: str) -> str:
    """Jan gives consent and contact in one talk, has another, enrols on all and leaves the last; his id."""
    begin(engine, now, "geheim-1", name="Jan Jansen", email="jan@bedrijf.nl", phone="0612345678")
    id = give_consent(engine, "geheim-1", now)
    keep_contact(engine, "geheim-1", ["[name-1]", "[email-1]", "[phone-1]"], now)
    begin(engine, now, "geheim-2", id, name="Janneman")
    for talk in ("geheim-1", "geheim-2"):
        with writing(engine) as session:
            session.add(
                Button(
                    token=f"sleutel-{talk}",
                    conversation_id=talk,
                    title=f"Ja, {talk[-1]}",
                    payload="/affirm",
                    issued_at=now,
                )
            )
            session.add(
                AnsweredMessage(
                    conversation_id=talk,
                    message_id=f"bericht-{talk}",
                    answered_at=now,
                    answer=[{"text": f"Dag Jan, {talk[-1]}"}],
                )
            )
    enrol(engine, id, offerings, now, line_id="lijn-1")
    leave(engine, id, offerings[-1], now)
    return id


def every_row(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All that is in the database, asked of the database itself: the rows of each table, in a fixed order."""
    found = MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in found.tables.items()
        }
