"""Issues the buttons of a letter: what goes out is a token, what it means stays here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe

from sqlmodel import Session

from bot.answers import ShownButton
from bot.composing import DraftButton
from knowledge.tables import Button

TOKEN_BYTES = 16
"""128 bits: such a token is a secret by itself, as a link in a mail has nothing else."""


def issue(session: Session, conversation: str, buttons: Sequence[DraftButton], now: datetime) -> list[ShownButton]:
    """Adds the buttons to a talk, in the caller's transaction."""
    rows = [
        Button(
            token=token_urlsafe(TOKEN_BYTES),
            conversation_id=conversation,
            title=button.title,
            payload=button.payload,
            issued_at=now,
        )
        for button in buttons
    ]
    session.add_all(rows)
    return [ShownButton(title=row.title, token=row.token) for row in rows]
