"""Reminders set by talking: which ones, when not, and by which way; what then holds is said back."""

from __future__ import annotations

import re
from typing import Any

from actions.base import NavigatorAction
from actions.detours import instead
from actions.talk import Button, Talk, button
from knowledge.linking.reminding import read_reminder_wishes, say_wishes
from knowledge.people import change_wishes, way_here, wishes_of
from knowledge.telling.wishes import ReminderWishes

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
    r"|\b(mijn|de|het) (gegevens|bewijs|certificaat|factuur|badge|lijn)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?\s*$|^\W*(en |maar |hoi |hallo |dus )*(kan|kun|kunnen|krijg\w*|stu(u|r)\w*( jullie| je| jij)|wanneer|hoe|wat"
    r"|welke?|waar|is|zijn|mag|moet|ontvang|komt)\b",
    re.IGNORECASE,
)
"""Who asks what holds, and orders nothing."""

FEW_WORDS = 2
"""As short as this, "herinneringen instellen" is a question too."""


def sets_reminders(talk: Talk) -> bool:
    """Words about messages that change a wish, whatever the model took them for."""
    if talk.intent in OTHER_MATTERS or talk.slot("topic") in ("delete", "restart"):
        return False
    if not MESSAGES.search(talk.text) or OF_SOMETHING_ELSE.search(talk.text):
        return False
    now = wishes_of(talk.academy.engine, talk.conversation)
    return read_reminder_wishes(talk.text, now) not in (None, now)


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
        buttons = [] if talk.open_question else _changes(after)
        talk.say(response, wishes=say_wishes(after), buttons=buttons)


def _only_asks(talk: Talk) -> bool:
    return bool(ASKS.search(talk.text)) or len(talk.text.split()) <= FEW_WORDS


def _wanted(talk: Talk, now: ReminderWishes) -> ReminderWishes | None:
    """The wishes as a button or the words change them; None when they say nothing of it."""
    if talk.text.startswith("/"):
        changes = _pressed(talk)
        return now.model_copy(update=changes) if changes else None
    return read_reminder_wishes(talk.text, now, way_here(talk.academy.engine, talk.conversation))


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
