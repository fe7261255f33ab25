"""No more messages in a chat that nobody asked for, and messages again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from bot.composing import Draft, DraftButton
from bot.desk.orders import RESUME, order_of
from knowledge.doors.unlinking import pause_telegram
from knowledge.people import known

STOPPED = (
    "Goed, ik stuur je hier niets meer uit mezelf. Je plekken houd je. {by_mail}\n\n"
    "Typ je iets, dan antwoord ik gewoon."
)
BY_MAIL = "Is er iets met een plek, dan mail ik je."
NO_MAIL = "Let op: ik heb geen e-mailadres van je. Gaat iets niet door, dan kan ik je dat dus niet laten weten."
RESUMED = "Fijn, ik stuur je hier weer bericht over je plekken."


def pause(engine: Engine, conversation: str, now: datetime) -> Draft:
    """Stops what we send of our own accord to the chat of this talk; seats and talk stay as they are."""
    pause_telegram(engine, conversation, now)
    by_mail = BY_MAIL if known(engine, conversation).email else NO_MAIL
    buttons = [
        DraftButton("Stuur toch weer berichten", order_of(RESUME, "")),
        DraftButton("Wis mijn gegevens", "/delete_data"),
    ]
    return Draft(STOPPED.format(by_mail=by_mail), buttons)


def resume(engine: Engine, conversation: str) -> Draft:
    """Sends messages to the chat of this talk again."""
    pause_telegram(engine, conversation, None)
    return Draft(RESUMED)
