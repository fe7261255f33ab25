"""The learning outcomes of version 6: every skill at every level."""

from __future__ import annotations

from uuid import UUID

from bot.web.ooapi.asked import Asked
from bot.web.ooapi.desk import Desk, has
from bot.web.ooapi.ids import Kind, outcome_id
from bot.web.ooapi.paging import page
from bot.web.ooapi.v6 import outcome
from bot.web.ooapi.words import Facts
from knowledge.vocabulary import Level


def outcomes(desk: Desk, asked: Asked) -> Facts:
    """In the order of the catalogue; ``q`` is sought in the skill's name and id and in what the level means."""
    found = [
        (skill, level)
        for skill in desk.view.now().skills.values()
        for level in Level
        if has(asked.q, skill.name, outcome_id(skill.id, level), getattr(skill.levels, level))
    ]
    return page(found, asked, lambda some: [outcome(*one) for one in some])


def one_outcome(desk: Desk, id: UUID) -> Facts:
    """Raises UnknownThing."""
    catalogue = desk.view.now()
    skill, _, level = desk.ids.find(catalogue, Kind.OUTCOME, id).rpartition("/")
    return outcome(catalogue.skills[skill], Level(level))
