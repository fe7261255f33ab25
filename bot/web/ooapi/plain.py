"""What both versions of the standard say alike of each thing, with in ``ext`` what they have no word for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.web.ooapi.ids import Kind, uuid_of
from bot.web.ooapi.organisations import Organisation
from bot.web.ooapi.words import Around, Facts, Seats, code, duration, filled, moment, said, skill_at_level
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Catalogue
from knowledge.saying import euros
from knowledge.seat.giving import is_given_out
from knowledge.tables import Offering
from knowledge.vocabulary import DUTCH


def organisation(one: Organisation) -> Facts:
    return {
        "primaryCode": code(one.id),
        "name": said(one.name),
        "shortName": one.id,
        **filled(
            description=one.description and said(one.description),
            addresses=[{"addressType": "visit", "city": one.city}] if one.city else None,
        ),
        "ext": {"kind": one.kind, "example": one.example, **filled(region=one.region)},
    }


def programme(catalogue: Catalogue, line: Line) -> Facts:
    return {
        **_education(line.id, line.name, line.goal),
        "duration": duration(catalogue.line_hours(line)),
        **_recognised(catalogue, line.recognition),
        "ext": {
            "colour": line.colour,
            "targetGroup": _name(catalogue.target_groups, line.target_group),
            **filled(transition=line.transition and _name(catalogue.transitions, line.transition)),
            "academies": [uuid_of(Kind.ORGANISATION, id) for id in line.academies],
            "stations": [
                {"courseId": uuid_of(Kind.COURSE, one.module), "phase": one.phase.value, "skip": one.skip.value}
                for one in line.stations
            ],
            "followUps": [_name(catalogue.follow_ups, id) for id in line.follow_ups],
            "example": line.example,
        },
    }


def course(catalogue: Catalogue, module: Module) -> Facts:
    expects = ", ".join(skill_at_level(catalogue, *one) for one in module.expects.items())
    return {
        **_education(module.id, module.name, module.summary),
        "duration": duration(module.hours),
        **_recognised(catalogue, module.recognition),
        **filled(
            admissionRequirements=expects and said(f"Je kunt al: {expects}."),
            resources=[module.bring] if module.bring else None,
        ),
        "ext": {
            "moduleType": module.type.value,
            "moduleTypeName": DUTCH[module.type],
            "new": module.new,
            "partners": [uuid_of(Kind.ORGANISATION, id) for id in module.partners],
            "example": module.example,
        },
    }


def offering(around: Around, row: Offering, seats: Seats, cost_type: str) -> Facts:
    """``enrolledNumberStudents`` are the seats that are gone, as long as seats are given out."""
    module = around.catalogue.modules.get(row.module_id)
    open_ = is_given_out(row, around.now)
    return {
        **_named(row.id, module.name if module else row.module_id),
        "description": said(module.summary if module else row.module_id),
        "minNumberStudents": row.minimum,
        "maxNumberStudents": row.maximum,
        **({"enrolledNumberStudents": row.maximum - seats.left} if open_ else {}),
        "resultExpected": False,
        **filled(addresses=_where(around.catalogue, row)),
        "priceInformation": [_price(row.cost, cost_type)],
        "ext": {
            "state": row.state.value,
            "selfPaced": row.starts_at is None,
            **({"seatsLeft": seats.left, "stillNeeded": seats.needed} if open_ else {}),
            **filled(
                decideAt=moment(row.decide_at),
                paidBy=row.paid_by,
                bring=row.bring,
                owner=row.owner and uuid_of(Kind.ORGANISATION, row.owner),
            ),
            "partners": [uuid_of(Kind.ORGANISATION, id) for id in row.partners],
        },
    }


def _named(id: str, name: str) -> Facts:
    return {"primaryCode": code(id), "abbreviation": id, "name": said(name)}


def _education(id: str, name: str, description: str) -> Facts:
    return {**_named(id, name), "description": said(description), "level": "undefined"}


def _recognised(catalogue: Catalogue, id: str | None) -> Facts:
    known = catalogue.recognitions.get(id) if id else None
    return {"qualificationRequirements": said(f"{known.name}: {known.description}")} if known else {}


def _name(things: Mapping[str, Any], id: str) -> str:
    return things[id].name if id in things else id


def _where(catalogue: Catalogue, row: Offering) -> list[Facts] | None:
    if not row.place:
        return None
    town = catalogue.places.get(row.town) if row.town else None
    return [{"addressType": "teaching", "additional": said(row.place), **filled(city=town and town.name)}]


def _price(cost: float, cost_type: str) -> Facts:
    return {"costType": cost_type, "amount": f"{cost:.2f}", "currency": "EUR", "displayAmount": said(euros(cost))}
