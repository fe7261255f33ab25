"""What is told to people without being asked: a row for each message makes a second one impossible."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime, Word
from knowledge.vocabulary import NoticeKind, NoticeState


class Notice(SQLModel, table=True):
    """One message to one learner about one enrolment.

    ``key`` says what it tells, so that the same thing is never told twice. It is written in the transaction
    that made it true, or when a look at the database finds it due; ``knowledge.telling.outbox`` says how it goes out.
    """

    __table_args__ = (
        Index("ix_notice_state_due", "state", "due_at"),
        Index("ix_notice_enrolment_kind", "enrolment_id", "kind"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: NoticeKind = Field(sa_column=Column(Word(NoticeKind), nullable=False))
    learner_id: str = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    enrolment_id: int = Field(foreign_key="enrolment.id", ondelete="CASCADE")
    sequence: int = 0
    """The calendar SEQUENCE that it tells of."""
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The start of the station as it tells it, UTC."""
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """What was true when it was written and cannot be looked up later, such as the old time; plain data."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    """Not before this moment, UTC."""
    useful_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """After this moment it is no longer sent, UTC."""
    urgent: bool = False
    """Whether it may go out in quiet hours: the answer to what somebody just did, or too late otherwise."""
    state: NoticeState = Field(default=NoticeState.DUE, sa_column=Column(Word(NoticeState), nullable=False))
    why: str = ""
    """Why it was dropped, or failed."""
    claimed_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Until when one process sends it and others leave it alone, UTC."""
    attempts: int = 0
    refusals: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """The ways that refused it for good: ``{"way", "at", "why"}``."""
    way: str | None = None
    """The way that it went."""
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    quiet: str = ""
    """The quiet hours that held for the person when it was sent, such as ``21:00-08:00``."""
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the person answered it with a button or in words, UTC."""
