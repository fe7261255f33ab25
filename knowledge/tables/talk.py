"""The talk, as far as it is ours to keep: who a conversation is with, its buttons, what was masked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime


class Conversation(SQLModel, table=True):
    """One talk. Its id is a secret of at least 128 bits: who knows it, is in the talk.

    ``expects`` names what the last question asked for (``"name"``, ``"email"``, ``"consent"`` …), so that the
    front door knows what to mask.
    """

    id: str = Field(primary_key=True)
    learner_id: str | None = Field(default=None, foreign_key="learner.id", ondelete="SET NULL", index=True)
    channel: str = "website"
    created_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expects: str | None = None
    present_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the open page of this talk last asked for messages, UTC."""
    continued_as: str | None = Field(default=None, foreign_key="conversation.id", ondelete="CASCADE", index=True)
    """The talk that this one became part of when two doors were made one; its id still leads there."""


class Button(SQLModel, table=True):
    """A button that was shown: the token that went out, and what it means, which never leaves."""

    token: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True, ondelete="CASCADE")
    title: str
    payload: str
    issued_at: datetime = Field(sa_type=UtcDateTime)


class PersonalDatum(SQLModel, table=True):
    """A name, mail address or telephone number that a person typed; Rasa saw only ``reference``."""

    __tablename__ = "personal_datum"

    conversation_id: str = Field(foreign_key="conversation.id", primary_key=True, ondelete="CASCADE")
    reference: str = Field(primary_key=True)
    kind: str
    value: str
    kept_at: datetime = Field(sa_type=UtcDateTime)


class AnsweredMessage(SQLModel, table=True):
    """A message that was answered, with its answer, so that the same one delivered twice gets the same."""

    __tablename__ = "answered_message"

    conversation_id: str = Field(foreign_key="conversation.id", primary_key=True, ondelete="CASCADE")
    message_id: str = Field(primary_key=True)
    answered_at: datetime = Field(sa_type=UtcDateTime)
    answer: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))


class PostedMessage(SQLModel, table=True):
    """A message that we put in a talk ourselves; it waits there until the page shows it.

    ``body`` is a message as an answer has it (text, buttons, cards); ``notice_id`` what it tells.
    """

    __tablename__ = "posted_message"

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True, ondelete="CASCADE")
    notice_id: int | None = Field(default=None, foreign_key="notice.id", unique=True, ondelete="CASCADE")
    posted_at: datetime = Field(sa_type=UtcDateTime)
    fetched_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
