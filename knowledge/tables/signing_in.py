"""Signing in on the website without a password: links in mails, and the browsers that are signed in.

Of both only a digest is kept: the SHA-256, in hexadecimal signs, of a secret that one mail or one browser has.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime


class SignInLink(SQLModel, table=True):
    """A link that was mailed to somebody; it opens once, and not for long."""

    __tablename__ = "sign_in_link"

    digest: str = Field(primary_key=True)
    learner_id: str = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    made_at: datetime = Field(sa_type=UtcDateTime)
    valid_until: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class WebSession(SQLModel, table=True):
    """A browser in which somebody is signed in."""

    __tablename__ = "web_session"

    digest: str = Field(primary_key=True)
    learner_id: str = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    address: str
    """The SHA-256 of the address that the link went to: when the learner gets another one, this ends."""
    made_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    """When it was last used, UTC, give or take an hour."""
    valid_until: datetime = Field(sa_type=UtcDateTime)
