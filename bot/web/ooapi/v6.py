"""How version 6 says it: moments, states and the waiting list, and ids apart from the things themselves."""

from __future__ import annotations

from bot.web.ooapi import plain
from bot.web.ooapi.dialect import Dialect, Expand
from bot.web.ooapi.ids import Kind, outcome_id, uuid_of
from bot.web.ooapi.organisations import THE_ROOT, Organisation, organisations_of
from bot.web.ooapi.words import Around, Facts, Seats, code, filled, is_online, moment, said
from knowledge.catalogue.content import Line, Module, Skill
from knowledge.seat.giving import is_first_come, is_given_out
from knowledge.tables import Offering
from knowledge.vocabulary import DUTCH, Level, OfferingState

TYPES = {"root": "root", "academy": "academy", "school": "school"}
"""Every other partner has a word of our own, which this version allows with ``x-`` before it."""

ON_SITE, ONLINE = "presential", "online"

STATES = {
    OfferingState.OPEN: {"state": "active", "rosteringState": "tentative"},
    OfferingState.CONFIRMED: {"state": "active", "rosteringState": "definitive"},
    OfferingState.CANCELLED: {"state": "cancelled"},
    OfferingState.HELD: {"state": "inactive", "rosteringState": "definitive"},
}
FEWEST = 5
"""Who wait are counted out loud from this many; fewer is nobody's business. Nobody at all may be said."""


def organisation_type(kind: str) -> str:
    return TYPES.get(kind, f"x-{kind}")


def organisation(around: Around, one: Organisation, expand: Expand = ()) -> Facts:
    facts = _bare(one)
    if one != THE_ROOT:
        parent = {"parent": _bare(THE_ROOT)} if "parent" in expand else {}
        return facts | {"parentId": facts["rootId"]} | parent
    below = [other for other in organisations_of(around.catalogue).values() if other != one]
    children = {"children": [_bare(other) for other in below]} if "children" in expand else {}
    return facts | {"childIds": [uuid_of(Kind.ORGANISATION, other.id) for other in below]} | children


def programme(around: Around, line: Line, expand: Expand = ()) -> Facts:
    owner = line.academies[0] if line.academies else None
    return plain.programme(around.catalogue, line) | {
        "programmeId": uuid_of(Kind.PROGRAMME, line.id),
        "programmeType": "track",
        **_taught(around.catalogue.line_hours(line)),
        **(_organised(around, owner, expand) if owner else {}),
    }


def course(around: Around, module: Module, expand: Expand = ()) -> Facts:
    catalogue = around.catalogue
    lines = catalogue.lines_of.get(module.id, [])
    whole = {"programmes": [programme(around, catalogue.lines[id]) for id in lines]} if "programmes" in expand else {}
    return plain.course(catalogue, module) | {
        "courseId": uuid_of(Kind.COURSE, module.id),
        **_taught(module.hours),
        "modesOfDelivery": [ONLINE if is_online(module) else ON_SITE],
        "learningOutcomeIds": [uuid_of(Kind.OUTCOME, outcome_id(*one)) for one in module.teaches.items()],
        "programmeIds": [uuid_of(Kind.PROGRAMME, id) for id in lines],
        **whole,
        **_organised(around, module.owner, expand),
    }


def offering(around: Around, row: Offering, seats: Seats, expand: Expand = ()) -> Facts:
    module = around.catalogue.modules.get(row.module_id)
    return plain.offering(around, row, seats, "total_costs") | {
        "courseOfferingId": uuid_of(Kind.OFFERING, row.id),
        **STATES[row.state],
        "teachingLanguages": ["nl"],
        "modesOfDelivery": [ONLINE if row.online else ON_SITE],
        "startDateTime": moment(row.starts_at),
        "endDateTime": moment(row.ends_at),
        **({"enrolmentPeriods": [_enrolling(around, row, seats)]} if is_given_out(row, around.now) else {}),
        "courseId": uuid_of(Kind.COURSE, row.module_id),
        **({"course": course(around, module)} if module and "course" in expand else {}),
        **_organised(around, row.academy_id, expand),
    }


def outcome(skill: Skill, level: Level) -> Facts:
    """A skill at a level: what a module teaches."""
    id = outcome_id(skill.id, level)
    return {
        "learningOutcomeId": uuid_of(Kind.OUTCOME, id),
        "primaryCode": code(id),
        "abbreviation": id,
        "name": said(f"{skill.name} ({DUTCH[level]})"),
        "description": said(getattr(skill.levels, level.value)),
        "ext": {"skill": skill.id, "level": level.value, "example": skill.example},
    }


def _taught(hours: float) -> Facts:
    return {"teachingLanguages": ["nl"], "studyLoad": [{"studyLoadUnit": "hour", "value": hours}]}


def _enrolling(around: Around, row: Offering, seats: Seats) -> Facts:
    """Until it begins; there is a queue until shortly before, when the first yes gets a seat."""
    waiting = seats.waiting if seats.waiting == 0 or seats.waiting >= FEWEST else None
    return {
        "startDateTime": moment(around.loaded_at),
        "endDateTime": moment(row.starts_at),
        "queueEnabled": not is_first_come(row.starts_at, around.now),
        **filled(queuedNumberStudents=waiting),
    }


def _organised(around: Around, id: str, expand: Expand) -> Facts:
    known = organisations_of(around.catalogue).get(id) if "organisation" in expand else None
    return {"organisationId": uuid_of(Kind.ORGANISATION, id), **({"organisation": _bare(known)} if known else {})}


def _bare(one: Organisation) -> Facts:
    return plain.organisation(one) | {
        "organisationId": uuid_of(Kind.ORGANISATION, one.id),
        "organisationType": organisation_type(one.kind),
        "rootId": uuid_of(Kind.ORGANISATION, THE_ROOT.id),
    }


V6 = Dialect(
    states=tuple(STATES),
    online=ONLINE,
    on_site=ON_SITE,
    organisation_type=organisation_type,
    organisation=organisation,
    programme=programme,
    course=course,
    offering=offering,
)
