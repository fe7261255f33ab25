"""Dresses things of the catalogue in the shapes that go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.web.shapes import (
    LineDetail,
    LineInList,
    ModuleDetail,
    Named,
    OfferingInList,
    SkillAtLevel,
    StationOnLine,
)
from knowledge.catalogue.content import Line, Module, Station, Thing
from knowledge.catalogue.snapshot import Catalogue
from knowledge.seat.looking import offering_card
from knowledge.tables import Offering
from knowledge.vocabulary import Level


def line_in_list(catalogue: Catalogue, line: Line) -> LineInList:
    return LineInList(
        id=line.id,
        name=line.name,
        colour=line.colour,
        goal=line.goal,
        hours=catalogue.line_hours(line),
        station_count=len(line.stations),
        target_group=_named(catalogue.target_groups, line.target_group),
        transition=_maybe(catalogue.transitions, line.transition),
        academies=_all(catalogue.academies, line.academies),
        recognition=_maybe(catalogue.recognitions, line.recognition),
        example=line.example,
    )


def line_detail(catalogue: Catalogue, line: Line) -> LineDetail:
    return LineDetail(
        **dict(line_in_list(catalogue, line)),
        stations=[_station(catalogue, line, station) for station in line.stations],
        follow_ups=_all(catalogue.follow_ups, line.follow_ups),
    )


def _station(catalogue: Catalogue, line: Line, station: Station) -> StationOnLine:
    module = catalogue.module(station.module)
    others = [id for id in catalogue.lines_of[module.id] if id != line.id]
    return StationOnLine(
        module=module.id,
        name=module.name,
        type=module.type,
        hours=module.hours,
        summary=module.summary,
        phase=station.phase,
        skip=station.skip,
        also_on=_all(catalogue.lines, others),
    )


def module_detail(catalogue: Catalogue, module: Module) -> ModuleDetail:
    return ModuleDetail(
        id=module.id,
        name=module.name,
        type=module.type,
        hours=module.hours,
        new=module.new,
        summary=module.summary,
        bring=module.bring,
        teaches=_skills(catalogue, module.teaches),
        expects=_skills(catalogue, module.expects),
        owner=_owner(catalogue, module.owner),
        partners=_all(catalogue.partners, module.partners),
        recognition=_maybe(catalogue.recognitions, module.recognition),
        lines=_all(catalogue.lines, catalogue.lines_of[module.id]),
        example=module.example,
    )


def offering_in_list(catalogue: Catalogue, offering: Offering, left: int, needed: int) -> OfferingInList:
    card = offering_card(catalogue, offering, left=left)
    return OfferingInList(
        id=offering.id,
        module=_named(catalogue.modules, offering.module_id),
        academy=_named(catalogue.academies, offering.academy_id),
        starts_at=offering.starts_at,
        ends_at=offering.ends_at,
        when=card.when,
        place=card.place,
        online=offering.online,
        minimum=offering.minimum,
        maximum=offering.maximum,
        seats_left=left,
        needed=needed,
        decide_at=offering.decide_at,
        state=offering.state,
        cost=offering.cost,
        paid_by=offering.paid_by,
        bring=offering.bring,
        owner=_owner(catalogue, offering.owner) if offering.owner else None,
        partners=_all(catalogue.partners, offering.partners),
    )


def _skills(catalogue: Catalogue, skills: Mapping[str, Level]) -> list[SkillAtLevel]:
    return [SkillAtLevel(id=id, name=_named(catalogue.skills, id).name, level=level) for id, level in skills.items()]


def _owner(catalogue: Catalogue, id: str) -> Named:
    """An academy or one of its partners."""
    return _named(catalogue.academies if id in catalogue.academies else catalogue.partners, id)


def _named(things: Mapping[str, Thing], id: str) -> Named:
    """The thing's name; its id again when it has left the catalogue meanwhile."""
    thing = things.get(id)
    return Named(id=id, name=thing.name if thing else id)


def _maybe(things: Mapping[str, Thing], id: str | None) -> Named | None:
    return _named(things, id) if id else None


def _all(things: Mapping[str, Thing], ids: Iterable[str]) -> list[Named]:
    return [_named(things, id) for id in ids]
