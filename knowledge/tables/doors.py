"""The doors by which one person comes in: their chat on Telegram, and the codes that make two doors one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey
from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime


class TelegramChat(SQLModel, table=True):
    """Somebody's chat with the bot on Telegram, and the talk that it is the door to."""

    __tablename__ = "telegram_chat"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    """Telegram's number of the chat; of a private chat it is that of the person."""
    conversation_id: str | None = Field(
        default=None, foreign_key="conversation.id", ondelete="SET NULL", index=True, unique=True
    )
    seen_at: datetime = Field(sa_type=UtcDateTime)
    """When they last wrote or pressed something, UTC."""
    blocked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when Telegram refuses our messages because they blocked the bot, UTC."""
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when they want no message here that they didn't ask for, UTC."""
    keyboard: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    """The number of our last message whose buttons answer the last question; they go when the talk goes on."""


class TelegramUpdate(SQLModel, table=True):
    """Something that happened on Telegram, kept before Telegram is told that we have it.

    Its body is there until it was handled; its number stays for a while, so that the same one delivered twice is known.
    """

    __tablename__ = "telegram_update"

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    received_at: datetime = Field(sa_type=UtcDateTime)
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON, nullable=True))
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class TelegramMessage(SQLModel, table=True):
    """A message on Telegram that told a notice, so that a reply to it is known to be about that."""

    __tablename__ = "telegram_message"

    chat_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("telegram_chat.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        )
    )
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    notice_id: int = Field(foreign_key="notice.id", index=True, ondelete="CASCADE")


class LinkCode(SQLModel, table=True):
    """A code, given out in one talk, that makes another door lead to the same person; only its hash is kept."""

    __tablename__ = "link_code"

    digest: str = Field(primary_key=True)
    """The SHA-256 of the code, in hexadecimal signs."""
    conversation_id: str = Field(foreign_key="conversation.id", index=True, ondelete="CASCADE")
    made_at: datetime = Field(sa_type=UtcDateTime)
    valid_until: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class LinkTry(SQLModel, table=True):
    """A code that was tried in a talk and that was none; after a few of these no more are taken for a while."""

    __tablename__ = "link_try"

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True, ondelete="CASCADE")
    tried_at: datetime = Field(sa_type=UtcDateTime)


class CompanyInvitation(SQLModel, table=True):
    """A company's invitation to its people: a code for a link. Who opened it is not kept."""

    __tablename__ = "company_invitation"

    code: str = Field(primary_key=True)
    company: str
    """The name of the company, as its people read it."""
    line_id: str | None = None
    """The line that it invites to; None for the question what somebody wants."""
    made_at: datetime = Field(sa_type=UtcDateTime)
    valid_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
