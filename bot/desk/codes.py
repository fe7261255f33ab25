"""Codes that make two doors lead to one person: made in one talk, said in the other, and joined after one question."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from bot.answers import Message
from bot.composing import Draft, DraftButton
from bot.desk.orders import JOIN, order_of
from bot.links import LINK, Links, start_of
from knowledge.database import reading
from knowledge.doors.codes import look_at_code, make_code, use_code
from knowledge.doors.unlinking import telegram_of, unlink_telegram
from knowledge.errors import CodeRefused
from knowledge.telling.wishes import Way

ASK = (
    "Deze code is gemaakt in een gesprek {where}. Koppel ik dat aan dit gesprek, dan ben je daar en hier dezelfde "
    "persoon: je plekken, je pad en je berichten zie je op beide plekken.\n\n"
    "Doe dit alleen als je de code net zelf hebt gevraagd."
)
TWO_PEOPLE = "\n\nLet op: de twee gesprekken hebben een andere naam of een ander e-mailadres. Zijn ze allebei van jou?"
WHERE = {"telegram": "op Telegram", "website": "op de website"}
JOINED = "Gelukt: dit gesprek en het andere zijn nu één. Zeg 'ontkoppel' als je dat niet meer wilt."
REFUSED = {
    "unknown": "Deze code klopt niet, of is al gebruikt of verlopen. Vraag in het andere gesprek een nieuwe.",
    "own": "Deze code is van dit gesprek zelf. Typ hem in het andere: op de website, of in Telegram.",
    "too many": "Er zijn hier te veel codes geprobeerd. Probeer het over een uur nog eens.",
}
HERE = "Typ deze code in het gesprek op de website ({url}/gesprek). Hij geldt 10 minuten, en één keer:\n\n{code}"
THERE = (
    "Open Telegram met deze link, of stuur daar de code aan @{name}. Hij geldt 10 minuten, en één keer:\n\n"
    "{link}\n\n{code}"
)
NO_TELEGRAM = "Telegram staat hier niet aan. Je kunt op de website verder: daar blijft dit gesprek staan."
LINKED_ALREADY = "Dit gesprek is al gekoppeld met Telegram. Zeg 'ontkoppel' als je dat niet meer wilt."
UNLINKED = "Telegram is losgekoppeld. Daar weet ik nu niet meer wie je bent; je plekken staan nog hier."
UNLINKED_HERE = (
    "Deze chat is losgekoppeld: ik weet hier niet meer wie je bent. Je plekken staan nog in het gesprek op de website."
)
ALONE = "Dit gesprek is nergens aan gekoppeld. Met 'koppel' krijg je een code."


def ask_to_join(engine: Engine, conversation: str, code: str, now: datetime) -> Draft:
    """Whether to join the talk of a code, as a question: a link can come from anybody, so it does nothing by itself."""
    try:
        offered = look_at_code(engine, conversation, code, now)
    except CodeRefused as error:
        return Draft(REFUSED[error.why])
    asked = ASK.format(where=WHERE.get(offered.channel, WHERE["website"])) + (TWO_PEOPLE if offered.two_people else "")
    return Draft(asked, [DraftButton("Ja, koppel", order_of(JOIN, code)), DraftButton("Nee", "/deny")])


def join_doors(engine: Engine, conversation: str, code: str, now: datetime) -> Draft:
    """Joins this talk and the one of the code."""
    try:
        use_code(engine, conversation, code, now)
    except CodeRefused as error:
        return Draft(REFUSED[error.why])
    return Draft(JOINED, [DraftButton("Mijn inschrijvingen", "/my_enrolments")])


def give_code(engine: Engine, conversation: str, channel: str, links: Links, now: datetime) -> Message:
    """A code for the other door. It is a secret, so neither Rasa nor our store of answers sees it."""
    if links.bot_name is None:
        return Message(text=NO_TELEGRAM)
    if channel == Way.TELEGRAM:
        return Message(text=HERE.format(url=links.url, code=make_code(engine, conversation, now)))
    with reading(engine) as session:
        if telegram_of(session, conversation_id=conversation) is not None:
            return Message(text=LINKED_ALREADY)
    code = make_code(engine, conversation, now)
    link = links.telegram(start_of(LINK, code))
    return Message(text=THERE.format(name=links.bot_name, link=link, code=code))


def undo(engine: Engine, conversation: str, channel: str, now: datetime) -> Message:
    """Lets Telegram go, from whichever door it was asked."""
    if not unlink_telegram(engine, conversation, now):
        return Message(text=ALONE)
    return Message(text=UNLINKED_HERE if channel == Way.TELEGRAM else UNLINKED)
