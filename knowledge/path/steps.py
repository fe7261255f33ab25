"""Chosen columns as steps in order: what each brings, what it goes against, and how many weeks it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, inf

from knowledge.catalogue.content import FollowUp, Module
from knowledge.path.columns import Column, Item
from knowledge.path.order import Order
from knowledge.path.request import Request
from knowledge.path.shape import Skipped, Step
from knowledge.path.target import level_of, skill_gap


def steps_of(chosen: Sequence[Column], items: Mapping[str, Item], request: Request) -> list[Step]:
    """The steps in order: sessions by date; what has no date as soon as what it expects has been brought.

    Only a course or training that nothing waits for comes last: modules are where one starts.
    """
    order = Order(_in_line(chosen, items, request), items, request.known).done
    last = [column for column in order if _can_wait(items[column.item], [items[c.item] for c in order])]
    return list(_steps([column for column in order if column not in last] + last, items, request))


def weeks_of(chosen: Sequence[Column], request: Request) -> int:
    """Weeks until all is done: until the last session, and no fewer than the hours a week allow."""
    weeks = max((column.week for column in chosen if column.dated), default=0.0)
    if request.profile.hours_per_week:
        weeks = max(weeks, sum(column.hours for column in chosen) / request.profile.hours_per_week)
    return max(ceil(weeks), 1 if chosen else 0)


def skipped_of(request: Request) -> Iterator[Skipped]:
    """The stations of the line that teach something, but only what is known already."""
    line = request.catalogue.line(request.line) if request.line else None
    for station in line.stations if line else ():
        module = request.catalogue.module(station.module)
        if module.teaches and not skill_gap(request.profile.known, module.teaches):
            yield Skipped(module=module.id, name=module.name, skip=station.skip)


def _in_line(chosen: Sequence[Column], items: Mapping[str, Item], request: Request) -> list[Column]:
    """The stations of the line in their order, then the rest as it was."""
    line = request.catalogue.line(request.line) if request.line else None
    place = {station.module: number for number, station in enumerate(line.stations)} if line else {}
    things = {column: items[column.item].thing for column in chosen}
    return sorted(chosen, key=lambda it: place.get(things[it].id, inf) if isinstance(things[it], Module) else inf)


def _can_wait(item: Item, chosen: Sequence[Item]) -> bool:
    expected = {need for other in chosen for need in other.lacks.items()}
    return isinstance(item.thing, FollowUp) and not any(item.brings(*need) for need in expected)


def _steps(order: Sequence[Column], items: Mapping[str, Item], request: Request) -> Iterator[Step]:
    have = dict(request.known)
    for column in order:
        item = items[column.item]
        new = {skill: rank for skill, rank in item.teaches.items() if rank > have.get(skill, 0)}
        have.update(new)
        yield Step(
            kind=item.kind,
            name=item.thing.name,
            module=item.thing.id if isinstance(item.thing, Module) else None,
            follow_up=item.thing.id if isinstance(item.thing, FollowUp) else None,
            session=column.session,
            hours=item.hours,
            skills={skill: level_of(rank) for skill, rank in new.items()},
            why=column.why,
            assumes=dict(item.assumes),
        )
