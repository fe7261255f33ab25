"""How version 5 says it: one language, days without hours, and an id or the whole thing in the same place."""

from __future__ import annotations

from datetime import timedelta

from bot.web.ooapi import plain
from bot.web.ooapi.dialect import Dialect, Expand
from bot.web.ooapi.ids import Kind, uuid_of
from bot.web.ooapi.organisations import THE_ROOT, Organisation, organisations_of
from bot.web.ooapi.words import Around, Facts, Seats, filled, is_online, said, skill_at_level
from knowledge.catalogue.content import Line, Module
from knowledge.clock import to_local
from knowledge.seat.giving import is_given_out
from knowledge.tables import Offering
from knowledge.vocabulary import OfferingState

TYPES = {"root": "root", "academy": "academy", "school": "school"}
"""Every other partner is an ``institute``: the list is closed."""

ON_SITE, ONLINE = "situated", "online"


def organisation_type(kind: str) -> str:
    return TYPES.get(kind, "institute")


def organisation(around: Around, one: Organisation, expand: Expand = ()) -> Facts:
    facts = plain.organisation(one) | {
        "organizationId": uuid_of(Kind.ORGANISATION, one.id),
        "organizationType": organisation_type(one.kind),
    }
    if one != THE_ROOT:
        return facts | {"parent": _organisation(around, THE_ROOT.id, "parent" in expand)}
    below = [id for id in organisations_of(around.catalogue) if id != one.id]
    return facts | {"children": [_organisation(around, id, "children" in expand) for id in below]}


def programme(around: Around, line: Line, expand: Expand = ()) -> Facts:
    owner = line.academies[0] if line.academies else None
    return plain.programme(around.catalogue, line) | {
        "programId": uuid_of(Kind.PROGRAMME, line.id),
        "programType": "track",
        "teachingLanguage": "nld",
        "studyLoad": {"studyLoadUnit": "hour", "value": around.catalogue.line_hours(line)},
        **filled(organization=owner and _organisation(around, owner, "organization" in expand)),
    }


def course(around: Around, module: Module, expand: Expand = ()) -> Facts:
    catalogue = around.catalogue
    lines = catalogue.lines_of.get(module.id, [])
    whole = "programs" in expand
    return plain.course(catalogue, module) | {
        "courseId": uuid_of(Kind.COURSE, module.id),
        "teachingLanguage": "nld",
        "studyLoad": {"studyLoadUnit": "hour", "value": module.hours},
        "modeOfDelivery": [ONLINE if is_online(module) else ON_SITE],
        "learningOutcomes": [said(skill_at_level(catalogue, *one)) for one in module.teaches.items()],
        "programs": [programme(around, catalogue.lines[id]) if whole else uuid_of(Kind.PROGRAMME, id) for id in lines],
        "organization": _organisation(around, module.owner, "organization" in expand),
    }


def offering(around: Around, row: Offering, seats: Seats, expand: Expand = ()) -> Facts:
    module = around.catalogue.modules.get(row.module_id)
    whole = module and "course" in expand
    return plain.offering(around, row, seats, "total costs") | {
        "offeringId": uuid_of(Kind.OFFERING, row.id),
        "offeringType": "course",
        "teachingLanguage": "nld",
        "modeOfDelivery": [ONLINE if row.online else ON_SITE],
        **_days(around, row),
        "course": course(around, module) if module and whole else uuid_of(Kind.COURSE, row.module_id),
        "organization": _organisation(around, row.academy_id, "organization" in expand),
    }


def _days(around: Around, row: Offering) -> Facts:
    """The days in the Netherlands. At one's own pace: from today for as long as the dates are planned ahead."""
    if row.starts_at is None or row.ends_at is None:
        today = to_local(around.now).date()
        first, last = today.isoformat(), (today + timedelta(weeks=around.weeks)).isoformat()
        entry = {"flexibleEntryPeriodStart": first, "flexibleEntryPeriodEnd": last}
        return {"startDate": first, "endDate": last, **entry}
    first, last = (to_local(at).date().isoformat() for at in (row.starts_at, row.ends_at))
    return {
        "startDate": first,
        "endDate": last,
        **({"enrollEndDate": first} if is_given_out(row, around.now) else {}),
    }


def _organisation(around: Around, id: str, whole: bool) -> Facts | str:
    known = organisations_of(around.catalogue).get(id) if whole else None
    if known is None:
        return uuid_of(Kind.ORGANISATION, id)
    return plain.organisation(known) | {
        "organizationId": uuid_of(Kind.ORGANISATION, known.id),
        "organizationType": organisation_type(known.kind),
    }


V5 = Dialect(
    states=(OfferingState.OPEN, OfferingState.CONFIRMED, OfferingState.HELD),
    online=ONLINE,
    on_site=ON_SITE,
    organisation_type=organisation_type,
    organisation=organisation,
    programme=programme,
    course=course,
    offering=offering,
)
"""It has no word for an offering that is called off, so that is not told at all."""
