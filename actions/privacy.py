"""What we know of somebody: told, sent and erased, in the talk itself."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.clarify import Clarify
from actions.seats import my_seats
from actions.talk import Talk, button
from knowledge.doors.unlinking import has_telegram
from knowledge.people import forget, references, wishes_of, withdraw_contact
from knowledge.saying import say_number
from knowledge.seat.looking import Seat
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import DUTCH


class WhatDoYouKnow(NavigatorAction):
    """Tells what is kept: the answers of this talk, and name and address after consent."""

    called = "action_what_do_you_know"
    also = ("what_do_you_know",)
    aside = True

    def answer(self, talk: Talk) -> None:
        kept = list(references(talk.academy.engine, talk.conversation).values())
        mine = my_seats(talk)
        kept += _wished_and_brought(talk, mine)
        seats = len(mine)
        know = [
            button("Stuur mijn gegevens", "export_data"),
            button("Wis mijn gegevens", "delete_data"),
            button("Wie kan dit zien?", "privacy_question"),
        ]
        talk.say(
            "utter_what_we_know",
            told=_told(talk),
            kept=", ".join(kept) if kept else "niets waaraan je te herkennen bent",
            seats="1 inschrijving" if seats == 1 else f"{seats or 'geen'} inschrijvingen",
            buttons=[] if talk.open_question else know,
        )


def _wished_and_brought(talk: Talk, seats: list[Seat]) -> list[str]:
    """Whether they are on Telegram too, whether there are wishes about messages, and how many stations somebody brings
    something of their own to.
    """
    wishes = wishes_of(talk.academy.engine, talk.conversation)
    brought = sum(bool(one.enrolment.own_case or one.enrolment.learning_question) for one in seats)
    stations = "een station" if brought == 1 else f"{brought} stations"
    return [
        *(["dat je ook via Telegram praat"] if has_telegram(talk.academy.engine, talk.conversation) else []),
        *(["hoe je herinnerd wilt worden"] if wishes != ReminderWishes() else []),
        *([f"je eigen klus of vraag bij {stations}"] if brought else []),
    ]


def _told(talk: Talk) -> str:
    profile, catalogue = talk.profile, talk.catalogue
    parts = [
        catalogue.roles[profile.role].name.lower() if profile.role else "",
        f"je wilt {catalogue.roles[profile.towards].name.lower()} worden" if profile.towards else "",
        ", ".join(catalogue.skills[g].name.lower() for g in profile.goals),
        ", ".join(f"geen {catalogue.skills[g].name.lower()}" for g in profile.not_goals),
        catalogue.transitions[profile.transition].name if profile.transition else "",
        catalogue.places[profile.place].name if profile.place else "",
        ", ".join(DUTCH[d] for d in profile.dayparts),
        ", ".join(DUTCH[f] for f in profile.forms),
        f"{say_number(profile.hours_per_week)} uur per week" if profile.hours_per_week else "",
    ]
    return "; ".join(part for part in parts if part) or "nog niets"


class ExportData(NavigatorAction):
    """Has the front door give everything that is kept; this talk must not hold it."""

    called = "action_export_data"
    also = ("export_data",)
    aside = True

    def answer(self, talk: Talk) -> None:
        talk.say("utter_export")
        talk.tell_door(export=talk.profile.model_dump(mode="json", exclude_defaults=True))


SURE = 0.6
"""Below this confidence erasing is not even proposed: "te ver weg" is no wish to be forgotten."""


class DeleteData(NavigatorAction):
    """Erases the person, their seats and the talk, after one question whether it is sure."""

    called = "action_delete_data"
    also = ("delete_data",)

    def answer(self, talk: Talk) -> None:
        if talk.open_question == "delete" and talk.intent == "affirm":
            withdraw_contact(talk.academy.engine, talk.conversation)
            forget(talk.academy.engine, talk.conversation, talk.now)
            talk.close_question()
            talk.say("utter_deleted")
            talk.tell_door(forget=True)
        elif talk.open_question == "delete" and talk.intent == "deny":
            talk.close_question()
            talk.say("utter_delete_dropped")
        elif talk.confidence < SURE:
            Clarify().answer(talk)
        else:
            if talk.open_question != "delete":
                talk.begin_anew("delete")
            yes_no = [button("Ja, wis alles", "affirm"), button("Nee, laat maar staan", "deny")]
            seats = my_seats(talk)
            also = f" Ook je inschrijvingen ({len(seats)}) gaan dan weg." if seats else ""
            talk.insist("delete", topic="delete", also=also, buttons=yes_no)
