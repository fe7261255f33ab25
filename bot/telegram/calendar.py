"""A seat in somebody's own calendar: a button under it, and the file that the button gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from bot.answers import Message
from bot.composing import DraftButton
from bot.desk.orders import CALENDAR, order_of
from bot.telegram.words import CALENDAR as TITLE
from bot.telling.enclosing import house_of
from bot.telling.issuing import issue
from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import writing
from knowledge.people import known
from knowledge.seat.looking import seats_of
from knowledge.settings import Settings
from knowledge.telling.calendar import feed
from knowledge.vocabulary import EnrolmentState


def with_calendar(
    engine: Engine, conversation: str | None, messages: Sequence[Message], now: datetime
) -> list[Message]:
    """The messages of an answer; under each that shows seats with a date is a button for the calendar."""
    if conversation is None or not any(_dated(message) for message in messages):
        return list(messages)
    with writing(engine) as session:
        return [_with_button(session, conversation, message, now) for message in messages]


def _with_button(session: Session, conversation: str, message: Message, now: datetime) -> Message:
    dated = _dated(message)
    if not dated:
        return message
    button = DraftButton(TITLE, order_of(CALENDAR, ",".join(dated)))
    return message.model_copy(update={"buttons": [*message.buttons, *issue(session, conversation, [button], now)]})


def _dated(message: Message) -> list[str]:
    """The offerings in a message that the person has a seat on, at a moment that a calendar can hold."""
    cards = [card for card in message.cards if isinstance(card, OfferingCard)]
    return [card.id for card in cards if card.state == EnrolmentState.ENROLLED and card.starts_at is not None]


def calendar_file(
    engine: Engine, conversation: str, offerings: Iterable[str], catalogue: Catalogue, settings: Settings, now: datetime
) -> bytes | None:
    """These seats of the person as a calendar (RFC 5545); None when none of them is theirs any more."""
    learner_id = known(engine, conversation).learner_id
    wanted = set(offerings)
    seats = seats_of(engine, learner_id, now) if learner_id else []
    mine = [seat for seat in seats if seat.offering.id in wanted and seat.enrolment.state == EnrolmentState.ENROLLED]
    return feed(mine, catalogue, house_of(settings), now) if mine else None
