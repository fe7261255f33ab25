"""What we know of somebody: told, sent and erased, in the talk itself."""

from __future__ import annotations

import json

from actions.base import NavigatorAction
from actions.seats import my_seats
from actions.talk import Talk, button
from knowledge.people import export, forget, withdraw_contact
from knowledge.vocabulary import DUTCH


class WhatDoYouKnow(NavigatorAction):
    """Tells what is kept: the answers of this talk, and name and address after consent."""

    called = "action_what_do_you_know"
    aside = True

    def answer(self, talk: Talk) -> None:
        person = talk.person
        kept = [part for part in (person.name, person.email, person.phone) if part]
        talk.say(
            "utter_what_we_know",
            told=_told(talk),
            kept=", ".join(kept) if kept else "niets waaraan je te herkennen bent",
            seats=len(my_seats(talk)),
            buttons=[]
            if talk.open_question
            else [button("Stuur mijn gegevens", "export_data"), button("Wis mijn gegevens", "delete_data")],
        )


def _told(talk: Talk) -> str:
    profile, catalogue = talk.profile, talk.catalogue
    parts = [
        catalogue.roles[profile.role].name.lower() if profile.role else "",
        ", ".join(catalogue.skills[g].name.lower() for g in profile.goals),
        catalogue.transitions[profile.transition].name if profile.transition else "",
        catalogue.places[profile.place].name if profile.place else "",
        ", ".join(DUTCH[d] for d in profile.dayparts),
        ", ".join(DUTCH[f] for f in profile.forms),
        f"{profile.hours_per_week:g} uur per week" if profile.hours_per_week else "",
    ]
    return "; ".join(part for part in parts if part) or "nog niets"


class ExportData(NavigatorAction):
    """Gives everything that is kept, right here in the talk, as text that can be copied."""

    called = "action_export_data"
    aside = True

    def answer(self, talk: Talk) -> None:
        kept = export(talk.academy.engine, talk.conversation)
        kept["answers"] = talk.profile.model_dump(mode="json", exclude_defaults=True)
        talk.say("utter_export")
        talk.dispatcher.utter_message(text=json.dumps(kept, ensure_ascii=False, indent=1))


class DeleteData(NavigatorAction):
    """Erases the person, their seats and the talk, after one question whether it is sure."""

    called = "action_delete_data"

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
        else:
            talk.close_question("delete")
            yes_no = [button("Ja, wis alles", "affirm"), button("Nee, laat maar staan", "deny")]
            talk.ask("delete", topic="delete", seats=len(my_seats(talk)), buttons=yes_no)
