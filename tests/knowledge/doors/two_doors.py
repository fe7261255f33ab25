"""Two talks of one person, and how what came of them is to be read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import SQLModel, col

from knowledge.database import reading, writing
from knowledge.doors.joining import Joined, join
from knowledge.errors import CodeRefused
from knowledge.tables import Button, Conversation, Learner, PersonalDatum, TelegramChat


def open_door(
    engine: Engine, now: datetime, id: str, learner: str | None = None, *, channel: str = "website", **fields: object
) -> str:
    """A talk, with this learner (made when not there, with consent) or with a stranger; gives its id."""
    with writing(engine) as session:
        if learner and session.get(Learner, learner) is None:
            session.add(Learner(id=learner, created_at=now, consent_at=now))
            session.flush()
        row = {"id": id, "learner_id": learner, "channel": channel, "created_at": now, "seen_at": now}
        session.add(Conversation(**(row | fields)))
    return id


def add(engine: Engine, *rows: SQLModel) -> None:
    """Adds rows, each after the one before it."""
    with writing(engine) as session:
        for row in rows:
            session.add(row)
            session.flush()


def chat(now: datetime, number: int, talk: str | None, minutes: int = 0, **fields: object) -> TelegramChat:
    """A chat on Telegram in which they were so many minutes from now."""
    return TelegramChat(chat_id=number, conversation_id=talk, seen_at=now + timedelta(minutes=minutes), **fields)


def button(now: datetime, token: str, talk: str, title: str = "Ja", payload: str = "/affirm") -> Button:
    return Button(token=token, conversation_id=talk, title=title, payload=payload, issued_at=now)


def typed(now: datetime, talk: str, **values: str) -> list[PersonalDatum]:
    """What was typed in a talk: ``mail_1="jan@bedrijf.nl"`` is ``[mail-1]``."""
    kinds = {"mail": "email", "naam": "name", "tel": "phone"}
    return [
        PersonalDatum(
            conversation_id=talk,
            reference=f"[{name.replace('_', '-')}]",
            kind=kinds[name.partition("_")[0]],
            value=value,
            kept_at=now + timedelta(seconds=n),
        )
        for n, (name, value) in enumerate(values.items())
    ]


def joined(engine: Engine, one: str, other: str, now: datetime) -> Joined:
    """Joins two talks in a transaction of its own."""
    with writing(engine) as session:
        return join(session, one, other, now)


def column(engine: Engine, table: type[Any], *names: str) -> list[Any]:
    """These columns of every row of a table, in the order of the first."""
    with reading(engine) as session:
        rows = session.execute(select(*(col(getattr(table, name)) for name in names))).all()
    found = [row[0] if len(names) == 1 else tuple(row) for row in rows]
    return sorted(found, key=repr)


def one(engine: Engine, table: type[Any], key: Any) -> Any:
    """A row by its key."""
    with reading(engine) as session:
        return session.get(table, key)


def refused(deed: Callable[[], object]) -> str:
    """Why a code was refused."""
    try:
        deed()
    except CodeRefused as found:
        return found.why
    raise AssertionError("it was not refused")
