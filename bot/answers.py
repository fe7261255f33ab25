"""The answer to a message, in the shape that every channel dresses."""

from __future__ import annotations

from pydantic import BaseModel, Field

from knowledge.cards import Card


class ShownButton(BaseModel):
    """A button: what it says, and the token to send when it is pressed (at most 64 bytes)."""

    title: str
    token: str


class Message(BaseModel):
    """One message of an answer. ``text`` is plain Dutch; it may be empty when there are cards."""

    text: str = ""
    buttons: list[ShownButton] = []
    cards: list[Card] = []


class Answer(BaseModel):
    """An answer. ``conversation`` goes with the next message; it is null when none could be begun."""

    conversation: str | None = Field(description="Send this id along with the next message.")
    messages: list[Message]
