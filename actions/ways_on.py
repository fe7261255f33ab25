"""What somebody can do next: an answer that asks nothing and shows no button gets some, so that no talk runs dead."""

from __future__ import annotations

from actions.advising import advised_buttons
from actions.talk import Button, Talk, button
from knowledge.seat.looking import seats_of

SAYS_HOW = ("affirm", "deny", "set_reminders", "privacy_question", "switch_language", "export_data", "human_handoff")
"""What says itself how to go on, or asks something."""

START_BUTTONS = (
    button("Zoek een lijn voor mij", "find_line"),
    button("Toon de metrokaart", "show_map"),
    button("Ik ben van HR", "hr_where_to_start"),
)


def give_a_way_on(talk: Talk) -> None:
    """Adds buttons to what was said last, when there is none and no question is open."""
    messages = [one for one in talk.dispatcher.messages if one.get("response") or one.get("text")]
    if not messages or talk.open_question or talk.intent in SAYS_HOW:
        return
    if not any(one["buttons"] for one in messages):
        messages[-1]["buttons"] = ways_on(talk)


def ways_on(talk: Talk) -> list[Button]:
    """What fits what the talk is about: one's own seat, a station, a line, a company, or nothing yet."""
    station, line = talk.slot("station"), talk.slot("line")
    if talk.slot("topic") == "company":
        return [button("Is er subsidie?", "hr_funding"), button("Toon de metrokaart", "show_map")]
    mine = seats_of(talk.academy.engine, talk.person.learner_id, talk.now) if station else []
    if station in {seat.offering.module_id for seat in mine}:
        return [button("Mijn inschrijvingen", "my_enrolments"), button("Mijn volgende station", "next_station")]
    if station:
        return [
            button("Schrijf me in", "enrol", module=station),
            button("Wanneer is het?", "ask_dates", module=station),
        ]
    return advised_buttons(line) if line else list(START_BUTTONS)
