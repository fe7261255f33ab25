"""Reminders set by talking: which ones, when not, and by which way; what then holds is said back."""

from __future__ import annotations

import re
from typing import Any

from actions.base import NavigatorAction
from actions.detours import instead
from actions.doors import MAKE
from actions.talk import Button, Talk, button
from knowledge.doors.unlinking import has_telegram, pause_telegram
from knowledge.linking.reminding import read_reminder_wishes, say_wishes
from knowledge.people import change_wishes, way_here, wishes_of
from knowledge.telling.wishes import ReminderWishes, Way

MOMENTS = ("week", "day", "hours")
ON, OFF, ALL = "on", "off", "all"
SWITCHES = ("weekend", "nudges")
"""Wishes that a button puts on or off by their own name; ``reminders`` is a moment, ``all`` or ``off``."""

MESSAGES = re.compile(
    r"\b(her+in+er\w*|bericht(je|jes|en)?|(app|sms|bel|mail|stuur|por|sein|tik) (me|mij|ons)\b"
    r"|(app|bel|sms|mail) (dus |dan |maar |alsjeblieft |aub )*(niet|nooit|alleen)|appje\w*|appen|piepje\w*|sms\w*"
    r"|seintje\w*|melding(en)?|notificatie\w*|reminders?|verwittig\w*|waarschuw\w*|porren|porretje|bel(len)?)\b",
    re.IGNORECASE,
)
"""Something of this is in what is about messages; who says when they can learn has none of it."""

OTHER_MATTERS = (
    *("export_data", "delete_data", "give_contact", "human_handoff", "privacy_question", "what_do_you_know"),
    *("hr_invite", "hr_where_to_start", "hr_team_overview", "hr_funding", "switch_language", "waiting_list_position"),
)
"""What can be asked with words of messages in it: "mail me mijn gegevens", "bel me even"."""

OF_SOMETHING_ELSE = re.compile(
    r"\bals er (weer |nog )?(een )?(plek|plaats|plekje)"
    r"|\b(mijn|de|het) (gegevens|bewijs|certificaat|factuur|badge|lijn)\b"
    r"|\b(ont|los)?koppel\w*|\b\w*codes?\b|\bverbind\w*|\bverbonden\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?\s*$|^\W*(en |maar |hoi |hallo |dus )*(kan|kun|kunnen|krijg\w*|stu(u|r)\w*( jullie| je| jij)|wanneer|hoe|wat"
    r"|welke?|waar|is|zijn|mag|moet|ontvang|komt)\b",
    re.IGNORECASE,
)
"""Who asks what holds, and orders nothing."""

GO_ON_THERE = button("Verder op de website", "link_door")

FEW_WORDS = 2
"""As short as this, "herinneringen instellen" is a question too."""


def sets_reminders(talk: Talk) -> bool:
    """Words about messages that change a wish, whatever the model took them for."""
    if talk.intent in OTHER_MATTERS or talk.slot("topic") in ("delete", "restart"):
        return False
    if not MESSAGES.search(talk.text) or OF_SOMETHING_ELSE.search(talk.text):
        return False
    now = wishes_of(talk.academy.engine, talk.conversation)
    return _said(talk, now) not in (None, now)


@instead(sets_reminders, first=True)
class SetReminders(NavigatorAction):
    """Keeps what is wished of reminders, and says what holds."""

    called = "action_set_reminders"
    also = ("set_reminders",)
    aside = True

    def answer(self, talk: Talk) -> None:
        before = wishes_of(talk.academy.engine, talk.conversation)
        wanted = _wanted(talk, before)
        if wanted is None:
            response = "utter_reminders_hold" if _only_asks(talk) else "utter_reminders_unclear"
        else:
            response = "utter_reminders_hold" if wanted == before and _only_asks(talk) else "utter_reminders_set"
        after = before
        if wanted is not None and wanted != before:
            engine, conversation = talk.academy.engine, talk.conversation
            after = change_wishes(engine, conversation, lambda now: _wanted(talk, now) or now, talk.now)
        if wanted is not None and wanted.way == Way.TELEGRAM:
            pause_telegram(talk.academy.engine, talk.conversation, None)
        buttons = [] if talk.open_question else _changes(after)
        if not (no_chat := _lacks_telegram(talk, before)) or after != before:
            talk.say(response, wishes=say_wishes(_as_it_is(talk, after)), buttons=buttons)
        if no_chat:
            talk.say("utter_telegram_first", buttons=buttons if after == before else [])
            talk.tell_door(link=MAKE)
        elif after.way != before.way and _only_elsewhere(talk, after):
            talk.say("utter_read_on_the_website", buttons=[] if talk.open_question else [GO_ON_THERE])


def _lacks_telegram(talk: Talk, now: ReminderWishes) -> bool:
    """Whether messages are wanted on Telegram in so many words, while there is no chat to send them to."""
    said = _said(talk, now.model_copy(update={"way": None}))
    return said is not None and said.way == Way.TELEGRAM and not has_telegram(talk.academy.engine, talk.conversation)


def _only_elsewhere(talk: Talk, wishes: ReminderWishes) -> bool:
    """Whether somebody on Telegram has only the website left to read messages on."""
    return wishes.way == Way.WEBSITE and _here(talk) == Way.TELEGRAM and talk.person.email is None


def _as_it_is(talk: Talk, wishes: ReminderWishes) -> ReminderWishes:
    """The wishes without a way that leads nowhere: nobody is told that it does."""
    leads = wishes.way != Way.TELEGRAM or has_telegram(talk.academy.engine, talk.conversation)
    return wishes if leads else wishes.model_copy(update={"way": None})


def _only_asks(talk: Talk) -> bool:
    return bool(ASKS.search(talk.text)) or len(talk.text.split()) <= FEW_WORDS


def _wanted(talk: Talk, now: ReminderWishes) -> ReminderWishes | None:
    """The wishes as a button or the words change them; None when they say nothing of it."""
    if talk.text.startswith("/"):
        changes = _pressed(talk)
        return now.model_copy(update=changes) if changes else None
    said = _said(talk, now)
    return None if said is None else _as_it_is(talk, said)


def _said(talk: Talk, now: ReminderWishes) -> ReminderWishes | None:
    """The wishes as the words change them, whether or not there is a chat on Telegram; a button has no words."""
    return None if talk.text.startswith("/") else read_reminder_wishes(talk.text, now, _here(talk), _ways(talk))


def _here(talk: Talk) -> Way:
    """The door by which this message came; two doors can lead to one talk."""
    return next((way for way in Way if way == talk.channel), way_here(talk.academy.engine, talk.conversation))


def _ways(talk: Talk) -> list[Way]:
    """The ways that lead to the person, the best first."""
    telegram = has_telegram(talk.academy.engine, talk.conversation)
    known = {Way.TELEGRAM: telegram, Way.EMAIL: talk.person.email is not None, Way.WEBSITE: True}
    return [way for way, leads in known.items() if leads]


def _pressed(talk: Talk) -> dict[str, Any]:
    """What a button changes."""
    changes: dict[str, Any] = {name: talk.named(name) == ON for name in SWITCHES if talk.named(name) in (ON, OFF)}
    which = talk.named("reminders")
    if which in (ALL, OFF):
        changes |= dict.fromkeys((*MOMENTS, "nudges"), which == ALL)
    elif which in MOMENTS:
        changes |= {moment: moment == which for moment in MOMENTS}
    return changes


def _changes(wishes: ReminderWishes) -> list[Button]:
    """The usual changes, as far as they would change something."""
    moments = (wishes.week, wishes.day, wishes.hours)
    only_a_day = moments == (False, True, False)
    return [
        *([] if only_a_day else [button("Alleen een dag van tevoren", "set_reminders", reminders="day")]),
        *([button("Niet in het weekend", "set_reminders", weekend=OFF)] if wishes.weekend else []),
        *([button("Geen berichten", "set_reminders", reminders=OFF)] if wishes.any_reminder else []),
        *([] if all(moments) else [button("Alle berichten", "set_reminders", reminders=ALL)]),
    ]
