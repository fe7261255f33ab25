"""What the front door keeps of a talk: one transaction before Rasa is asked and one after.

Both are plain functions that wait for the database, to be run in a thread.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from pydantic import TypeAdapter
from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col

from bot.answers import Message, ShownButton
from bot.composing import Composed, Draft
from bot.desk.orders import CODE, order_of
from bot.incoming import Incoming
from bot.masking import ASKED, Datum, mask, unmask
from knowledge.database import reading, writing
from knowledge.doors.codes import read_code
from knowledge.doors.talks import talk_of
from knowledge.errors import UnknownThing
from knowledge.tables import AnsweredMessage, Button, Conversation, Learner, PersonalDatum

DATABASE_ERRORS = (SQLAlchemyError, sqlite3.Error, OSError)
"""What a database that is down, locked or broken raises."""

DOUBLE_CLICK = timedelta(seconds=10)
"""A button pressed again within this time is the same press; later it is meant anew."""

_MESSAGES = TypeAdapter(list[Message])


@dataclass(frozen=True, slots=True)
class Begun:
    """The start of a turn: what was typed, masked; or the order that it is, and the button that this came from; or the
    answer that was given before. An order is never anything that was typed.

    ``conversation`` is the talk in which the turn runs; who sent the message may hold another id that leads there.
    """

    conversation: str
    message: str = ""
    order: str | None = None
    pressed: ShownButton | None = None
    answered: list[Message] | None = None


def begin_turn(engine: Engine, message: Incoming, now: datetime) -> Begun:
    """Finds the conversation (or begins one), the button's meaning, and masks what was typed.

    Only a new talk and personal data to keep are written; all else is one look.

    Raises:
        UnknownThing: for a conversation that does not exist, or a button of another one.
    """
    if message.conversation is None:
        typed, order = mask(message.text or "").text, _ordered(message)
        return Begun(begin_talk(engine, message.channel, now), typed, order=order)
    with reading(engine) as session:
        conversation = talk_of(session, message.conversation)
        if conversation is None:
            raise UnknownThing("conversation", message.conversation)
        kept = _kept(session, conversation.id)
        answered = _answered(session, conversation.id, message, now)
        if answered is not None:
            return Begun(conversation.id, answered=[_shown(one, kept) for one in answered])
        if message.button is not None:
            button = _button(session, conversation.id, message.button)
            pressed = ShownButton(title=unmask(button.title, kept), token=button.token)
            return Begun(conversation.id, order=button.payload, pressed=pressed)
        if (order := _ordered(message)) is not None:
            return Begun(conversation.id, order=order)
        masked = mask(message.text or "", expects=conversation.expects, kept=kept)
        keeps = conversation.expects in ASKED or _agreed(session, conversation)
    new = [datum for datum in masked.data if datum not in kept]
    if keeps and new:
        _keep(engine, conversation.id, new, now)
    return Begun(conversation.id, masked.text)


def _ordered(message: Incoming) -> str | None:
    """The order that a message is, or what the desk does with a code that was typed: Rasa sees no code."""
    code = read_code(message.text or "")
    return order_of(CODE, code) if code else message.order


def begin_talk(engine: Engine, channel: str, now: datetime) -> str:
    """Begins a talk; its id is a secret of 192 bits."""
    talk = new_talk(channel, now)
    id = talk.id
    with writing(engine) as session:
        session.add(talk)
    return id


def new_talk(channel: str, now: datetime) -> Conversation:
    """A talk that nobody is in yet."""
    return Conversation(id=token_urlsafe(24), channel=channel, created_at=now, seen_at=now)


def _keep(engine: Engine, id: str, data: Sequence[Datum], now: datetime) -> None:
    with writing(engine) as session:
        for datum in data:
            session.add(
                PersonalDatum(
                    conversation_id=id,
                    reference=datum.reference,
                    kind=datum.kind,
                    value=datum.value,
                    kept_at=now,
                )
            )


def _answered(session: Session, id: str, message: Incoming, now: datetime) -> list[Message] | None:
    row = session.get(AnsweredMessage, (id, message.message_key)) if message.message_key else None
    if row is None and message.button_key:
        row = session.get(AnsweredMessage, (id, message.button_key))
        row = row if row and now - row.answered_at <= DOUBLE_CLICK else None
    return _MESSAGES.validate_python(row.answer) if row else None


def _button(session: Session, id: str, token: str) -> Button:
    button = session.get(Button, token)
    talk = talk_of(session, button.conversation_id) if button else None
    if button is None or talk is None or talk.id != id:
        raise UnknownThing("button", token)
    return button


def _agreed(session: Session, conversation: Conversation) -> bool:
    learner = session.get(Learner, conversation.learner_id) if conversation.learner_id else None
    return learner is not None and learner.consent_at is not None


def _kept(session: Session, id: str) -> list[Datum]:
    rows = session.scalars(select(PersonalDatum).where(col(PersonalDatum.conversation_id) == id))
    return [Datum(row.reference, row.kind, row.value) for row in rows]


def end_turn(
    engine: Engine, conversation_id: str, composed: Composed, answers: Incoming, now: datetime
) -> list[Message]:
    """Issues the buttons, notes what the answer expects, and keeps the answer for a message sent twice.

    References are kept as they are; only what is shown to the person has the values in their place.
    """
    with writing(engine) as session:
        conversation_id = _note(session, conversation_id, composed.expects, answers.channel, now)
        messages = [_issued(session, conversation_id, draft, now) for draft in composed.drafts]
        for key in filter(None, (answers.message_key, answers.button_key)):
            session.merge(
                AnsweredMessage(
                    conversation_id=conversation_id,
                    message_id=key,
                    answered_at=now,
                    answer=_MESSAGES.dump_python(messages, mode="json"),
                )
            )
        kept = _kept(session, conversation_id)
    return [_shown(message, kept) for message in messages]


def _note(session: Session, id: str, expects: str | None, channel: str, now: datetime) -> str:
    """What the next message must know; a talk that was forgotten meanwhile begins anew. Gives the id of the talk."""
    conversation = talk_of(session, id)
    if conversation is None:
        conversation = Conversation(id=id, channel=channel, created_at=now, seen_at=now)
        session.add(conversation)
    conversation.expects, conversation.seen_at = expects, now
    session.flush()
    return conversation.id


def _issued(session: Session, id: str, draft: Draft, now: datetime) -> Message:
    buttons = [
        Button(
            token=token_urlsafe(9),
            conversation_id=id,
            title=button.title,
            payload=button.payload,
            issued_at=now,
        )
        for button in draft.buttons
    ]
    session.add_all(buttons)
    shown = [ShownButton(title=button.title, token=button.token) for button in buttons]
    return Message(text=draft.text, buttons=shown, cards=draft.cards)


def _shown(message: Message, kept: Sequence[Datum]) -> Message:
    buttons = [ShownButton(title=unmask(button.title, kept), token=button.token) for button in message.buttons]
    return Message(text=unmask(message.text, kept), buttons=buttons, cards=message.cards)
