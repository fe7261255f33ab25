"""A refusal as an answer: its sentence, what it is about by name, and buttons for what can be done instead."""

from __future__ import annotations

from typing import Any

from actions.talk import Button, Talk, button
from knowledge.errors import Refusal
from knowledge.seat.looking import seats_of

BACK_ON_THE_LIST = ("utter_offer_lapsed",)
TO_MY_SEATS = ("utter_offer_taken", "utter_not_enrolled", "utter_not_begun")
STAYS = ("utter_not_begun",)
"""Who has their seat needs no other date."""


def refuse(talk: Talk, refusal: Refusal) -> None:
    """Says why something cannot be. A refusal that names a ``module`` offers its other dates."""
    values: dict[str, Any] = {**_about(talk, refusal), **refusal.values}
    talk.say(refusal.response, buttons=_instead(talk, refusal), **values)


def _about(talk: Talk, refusal: Refusal) -> dict[str, object]:
    """The name of the station, and the place in line that the person keeps, in words."""
    module = talk.catalogue.modules.get(_module(talk, refusal) or "")
    mine = seats_of(talk.academy.engine, talk.person.learner_id, talk.now) if refusal.values.get("offering") else []
    place = next((seat.position for seat in mine if seat.offering.id == refusal.values["offering"]), None)
    return {"name": module.name if module else "dit station", "place": f", op plek {place}" if place else ""}


def _instead(talk: Talk, refusal: Refusal) -> list[Button]:
    buttons = []
    module, offering = _module(talk, refusal), refusal.values.get("offering")
    if refusal.response in BACK_ON_THE_LIST and offering:
        buttons.append(button("Zet me weer op de lijst", "enrol", offering=offering))
    if module and refusal.response not in STAYS:
        buttons.append(button("Andere datum zoeken", "enrol", module=module))
    if refusal.response in TO_MY_SEATS:
        buttons.append(button("Mijn inschrijvingen", "my_enrolments"))
    return buttons


def _module(talk: Talk, refusal: Refusal) -> str | None:
    """The module that a refusal names, or that the offering that it names is of."""
    offering = refusal.values.get("offering")
    sessions = talk.catalogue.sessions if offering else []
    module = refusal.values.get("module") or next((s.module for s in sessions if s.id == offering), None)
    return str(module) if module in talk.catalogue.modules else None
