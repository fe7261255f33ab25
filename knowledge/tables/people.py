"""Learners and their seats."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime, Word
from knowledge.vocabulary import EnrolmentState


class Learner(SQLModel, table=True):
    """Somebody who learns; pseudonymous (no name, no address) until they enrol with consent."""

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    consent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    email_refused: str | None = None
    """The address that a mail server refused for good; while it is still ``email``, another way is taken."""
    wishes: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """How they want to be told, in the shape of ``knowledge.telling.wishes``; what is left out is as usual."""
    calendar_key: str | None = Field(default=None, unique=True)
    """The secret in the address of their calendar feed; None until they ask for one."""


class Enrolment(SQLModel, table=True):
    """One learner on one offering; asking twice is this same row."""

    __table_args__ = (
        UniqueConstraint("learner_id", "offering_id"),
        Index("ix_enrolment_offering_state", "offering_id", "state"),
        Index("ix_enrolment_held_until", "held_until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    learner_id: str = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    offering_id: str = Field(foreign_key="offering.id")
    state: EnrolmentState = Field(sa_column=Column(Word(EnrolmentState), nullable=False))
    line_id: str | None = None
    asked_at: datetime = Field(sa_type=UtcDateTime)
    """When they asked, UTC: the order of the waiting list among equal priority (then ``id``)."""
    priority: int = 0
    """Who lost a seat on this module through no doing of their own goes before others on its waiting lists."""
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Until when an offered seat is held, UTC."""
    seated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when they are enrolled, UTC."""
    cost: float | None = None
    """Euros, as it was shown and agreed."""
    paid_by: str = ""
    """Who pays, as it was shown and agreed."""
    coming_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When they said that they come, UTC."""
    sequence: int = 0
    """The SEQUENCE of its calendar invitation (RFC 5545): higher with every change of what it says."""
    learning_question: str | None = None
    own_case: str | None = None
    shared_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When they agreed that the trainer gets their question and case, UTC."""
    leave_reason: str | None = None
    feedback: str | None = None


class EnrolmentChange(SQLModel, table=True):
    """One change of an enrolment: who, when, from what to what, and why. Only ever added to."""

    __tablename__ = "enrolment_change"

    id: int | None = Field(default=None, primary_key=True)
    enrolment_id: int = Field(foreign_key="enrolment.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    before: EnrolmentState | None = Field(default=None, sa_column=Column(Word(EnrolmentState)))
    after: EnrolmentState = Field(sa_column=Column(Word(EnrolmentState), nullable=False))
    who: str
    why: str
