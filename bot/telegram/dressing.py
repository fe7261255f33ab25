"""Turns an answer into as few messages of Telegram as hold it, in its own order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers import Message
from bot.telegram.cards import say_card
from bot.telegram.keyboard import Rows, rows
from bot.telegram.markup import CAPTION, MESSAGE, escape, is_blank, visible_length
from bot.telegram.splitting import split
from knowledge.cards import Card, LineCard, MapCard, OfferingCard, PathCard
from knowledge.clock import utc_now

CHOOSE = "Kies maar:"
"""What stands above buttons that came without words: Telegram wants a text."""


@dataclass(frozen=True)
class Piece:
    """One message of Telegram: HTML of at most 4096 visible units, never without something to see.

    ``buttons`` are the rows of its inline keyboard. ``card`` is a line, a path or a map to be shown as a picture, with
    ``html`` beneath it when that fits a caption (1024), else after it.
    """

    html: str
    buttons: Rows = ()
    card: Card | None = None


def pieces(message: Message, *, now: datetime | None = None) -> list[Piece]:
    """One message of an answer; its buttons hang under the last piece. ``now`` is the present moment unless given."""
    return pieces_of([message], now=now)


def pieces_of(answer_messages: Sequence[Message], *, now: datetime | None = None) -> list[Piece]:
    """A whole answer; what reads as one piece becomes one piece, but never past buttons or to a second picture."""
    now = now or utc_now()
    blocks = (block for message in answer_messages for block in _blocks(message, now))
    return [piece if piece.html else replace(piece, html=_words_for(piece)) for piece in _joined(blocks)]


def _blocks(message: Message, now: datetime) -> Iterator[Piece]:
    """Each part of a message on its own: of its text, its cards and its buttons. Only the last has buttons."""
    said = "" if is_blank(message.text) else message.text
    yield from (Piece(html) for html in split(escape(said), MESSAGE))
    dated = _by_date(message.cards, said)
    for card in message.cards:
        picture = card if isinstance(card, LineCard | PathCard | MapCard) else None
        by_date = isinstance(card, OfferingCard) and card.module in dated
        first, *others = split(say_card(card, said=said, now=now, by_date=by_date), MESSAGE) or [""]
        if first or picture:
            yield Piece(first, card=picture)
        yield from (Piece(html) for html in others)
    if message.buttons:
        yield Piece("", rows(message.buttons))


def _by_date(cards: Iterable[Card], said: str) -> set[str]:
    """The modules of which a list of offerings has several: their name needs to stand there only once."""
    offerings = [card for card in cards if isinstance(card, OfferingCard)]
    count = Counter(card.module for card in offerings)
    return {card.module for card in offerings if count[card.module] > 1 and card.name in said}


def _joined(blocks: Iterable[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for block in blocks:
        if found and (one := _as_one(found[-1], block)):
            found[-1] = one
        else:
            found.append(block)
    return found


def _as_one(first: Piece, second: Piece) -> Piece | None:
    """Two blocks as one piece; None when they can't be."""
    if first.buttons or (first.card and second.card):
        return None
    html = "\n\n".join(part for part in (first.html, second.html) if part)
    picture = first if first.card else second
    beneath = picture.card is not None and 0 < visible_length(picture.html) <= CAPTION
    if first.html and second.html and visible_length(html) > (CAPTION if beneath else MESSAGE):
        return None
    return Piece(html, second.buttons, first.card or second.card)


def _words_for(piece: Piece) -> str:
    """For a picture or for buttons without any words of their own."""
    return split(say_card(piece.card), CAPTION)[0] if piece.card else CHOOSE
