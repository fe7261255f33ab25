"""Learners and their seats."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Column, Index, UniqueConstraint
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


class Enrolment(SQLModel, table=True):
    """One learner on one offering; asking twice is this same row."""

    __table_args__ = (
        UniqueConstraint("learner_id", "offering_id"),
        Index("ix_enrolment_offering_state", "offering_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    learner_id: str = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    offering_id: str = Field(foreign_key="offering.id")
    state: EnrolmentState = Field(sa_column=Column(Word(EnrolmentState), nullable=False))
    line_id: str | None = None
    asked_at: datetime = Field(sa_type=UtcDateTime)
    """When they asked, UTC: the order of the waiting list (then ``id``)."""
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    learning_question: str | None = None


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
