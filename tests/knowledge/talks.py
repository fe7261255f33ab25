"""Somebody with everything that we can keep of a person, for the tests of their own data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, MetaData, select
from sqlmodel import col

from knowledge.database import writing
from knowledge.people import give_consent, keep_contact
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.tables import (
    AnsweredMessage,
    Button,
    Conversation,
    Enrolment,
    Learner,
    Notice,
    PersonalDatum,
    PostedMessage,
)


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
    say_everything(engine, now, id)
    return id


def say_everything(engine: Engine, now: datetime, learner_id: str) -> None:
    """Jan says how he wants to be told and has a calendar, a message waits in his talk, his address was refused."""
    with writing(engine) as session:
        learner = session.get_one(Learner, learner_id)
        learner.wishes = {"shift": "night", "way": "telegram"}
        learner.calendar_key, learner.email_refused = "agenda-geheim", learner.email
        first = session.scalars(
            select(Notice).where(col(Notice.learner_id) == learner_id).order_by(col(Notice.id))
        ).first()
        assert first is not None
        message = {"text": "Je hebt een plek, Jan", "buttons": [], "cards": []}
        session.add(PostedMessage(conversation_id="geheim-2", notice_id=first.id, posted_at=now, body=message))
        mine = session.scalars(
            select(Enrolment).where(col(Enrolment.learner_id) == learner_id).order_by(col(Enrolment.id))
        ).all()
        mine[0].learning_question, mine[0].own_case, mine[0].shared_at = "Hoe las ik sneller?", "onze robot", now
        mine[-1].leave_reason, mine[-1].feedback = "ik ben ziek", "was goed"


def every_row(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All that is in the database, asked of the database itself: the rows of each table, in a fixed order."""
    found = MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in found.tables.items()
        }
