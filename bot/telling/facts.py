"""What the words of a letter can name. All of it is looked up; what is not known is empty, and nothing is made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.telling.changes import changes
from bot.telling.saying import first_low, say_cost, say_moment, say_skills, say_soon, sentence
from knowledge.cards import OfferingCard
from knowledge.catalogue.content import Station
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import as_utc, say_day, say_short, to_local
from knowledge.seat.looking import offering_card
from knowledge.settings import Settings
from knowledge.tables import Offering
from knowledge.telling.story import Story
from knowledge.vocabulary import OfferingState


def facts_of(story: Story, catalogue: Catalogue, settings: Settings, now: datetime) -> dict[str, Any]:
    """The names that a template has.

    ``name``, ``offering``, ``module``: of the module and its ids; ``called``: its name within a sentence. ``when``,
    ``where``, ``when_where``, ``day``, ``start_time``, ``soon`` ("morgen"): as people say it. ``bring``, ``expects``,
    ``cost``. ``before``, ``next`` and ``next_module``: the stations around it on the person's line. ``position`` in
    line. ``held``, ``decide``: until when. ``needed``: how many are still missing. ``why``: a whole sentence.
    ``changes``: sentences. ``runs``: other dates, each as a title (``di 8 dec 13:00 Zwolle``) and an id. ``dated``,
    ``undecided`` and ``coming`` are true or false. ``contact``: a mail address.
    """
    card = offering_card(catalogue, story.offering)
    told = story.notice.facts
    return {
        **_what_and_where(story, catalogue, card, now),
        **_on_the_line(story, catalogue),
        "position": story.position,
        "held": say_moment(story.enrolment.held_until),
        "decide": say_moment(_decides_at(story)),
        "undecided": story.offering.state == OfferingState.OPEN and _later(story.offering.decide_at, now),
        "needed": told.get("needed"),
        "why": sentence(str(told.get("why") or "")),
        "changes": changes(told.get("changed") or {}, story.offering, catalogue),
        "runs": [(_run(offering, catalogue), offering.id) for offering in story.runs],
        "coming": story.enrolment.coming_at is not None,
        "contact": _contact(story, catalogue, settings),
    }


def _what_and_where(story: Story, catalogue: Catalogue, card: OfferingCard, now: datetime) -> dict[str, Any]:
    offering, enrolment, starts_at = story.offering, story.enrolment, story.offering.starts_at
    module = catalogue.modules.get(offering.module_id)
    cost = (offering.cost, offering.paid_by) if enrolment.cost is None else (enrolment.cost, enrolment.paid_by)
    return {
        "name": card.name,
        "called": _quoted(card.name),
        "offering": offering.id,
        "module": offering.module_id,
        "when": card.when,
        "where": card.place,
        "when_where": ", ".join(part for part in (card.when, card.place) if part),
        "dated": starts_at is not None,
        "day": say_day(starts_at) if starts_at else "",
        "start_time": f"{to_local(starts_at):%H:%M}" if starts_at else "",
        "soon": say_soon(starts_at, now) if starts_at else "",
        "bring": first_low(offering.bring or (module.bring if module else "")).rstrip(". "),
        "expects": say_skills(module.expects, catalogue) if module else "",
        "cost": say_cost(*cost),
    }


def _on_the_line(story: Story, catalogue: Catalogue) -> dict[str, Any]:
    """The stations right before and after this one, on the line that the person follows."""
    line = catalogue.lines.get(story.enrolment.line_id or "")
    modules = [station.module for station in line.stations] if line else []
    before = after = None
    if line and story.offering.module_id in modules:
        place = modules.index(story.offering.module_id)
        before = line.stations[place - 1] if place else None
        after = line.stations[place + 1] if place + 1 < len(modules) else None
    return {
        "before": _name(before, catalogue.modules),
        "next": _name(after, catalogue.modules),
        "next_module": after.module if after else "",
    }


def _name(station: Station | None, modules: Mapping[str, Any]) -> str:
    return _quoted(str(modules[station.module].name)) if station else ""


def _quoted(name: str) -> str:
    return f"‘{name}’"


def _decides_at(story: Story) -> datetime | None:
    told = story.notice.facts.get("decide_at")
    return as_utc(datetime.fromisoformat(told)) if told else story.offering.decide_at


def _later(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment > now


def _contact(story: Story, catalogue: Catalogue, settings: Settings) -> str:
    academy = catalogue.academies.get(story.offering.academy_id)
    return academy.email if academy else settings.contact


def _run(offering: Offering, catalogue: Catalogue) -> str:
    when = say_short(offering.starts_at) if offering.starts_at else "in je eigen tempo"
    town = catalogue.places.get(offering.town or "")
    return f"{when} {'online' if offering.online else town.name if town else offering.place}".strip()
