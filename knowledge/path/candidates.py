"""Which items can play a part in a path at all: an exact and quick first choice.

An item plays a part when it brings a skill of the gap at the wanted level, or one that such an item expects,
and so on; anything else would only add cost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from knowledge.catalogue.content import FollowUp, Module
from knowledge.path.columns import Item
from knowledge.path.pricing import Pricing
from knowledge.path.prune import without_impossible
from knowledge.path.request import Request
from knowledge.path.shape import StepKind
from knowledge.path.target import level_of, rank
from knowledge.vocabulary import FollowUpKind

STEP_KINDS = {FollowUpKind.COURSE: StepKind.COURSE, FollowUpKind.TRAINING: StepKind.TRAINING}


def find_candidates(request: Request) -> dict[str, Item]:
    """The items that can play a part, by key, with their columns from cheap to dear."""
    teachers, pricing = _teachers(request), Pricing(request)
    found: dict[str, Item] = {}
    asked = list(request.gap.items())
    seen = set(asked)
    for skill, wanted in asked:
        for thing in teachers.get(skill, ()):
            item = found.get(key_of(thing)) or _item(thing, request.known)
            if item.key in found or not item.brings(skill, wanted):
                continue
            item.columns = pricing.columns(item)
            if item.columns:
                found[item.key] = item
                new = [need for need in item.lacks.items() if need not in seen]
                seen.update(new)
                asked.extend(new)
    _assume_untaught_basics(found, request)
    return without_impossible(found)


def key_of(thing: Module | FollowUp) -> str:
    """A key that tells a module and a follow-up of the same id apart."""
    return f"{type(thing).__name__}:{thing.id}"


def _teachers(request: Request) -> dict[str, list[Module | FollowUp]]:
    teachers: dict[str, list[Module | FollowUp]] = defaultdict(list)
    for thing in _things(request):
        for skill in thing.teaches:
            teachers[skill].append(thing)
    return teachers


def _things(request: Request) -> Iterator[Module | FollowUp]:
    yield from request.catalogue.modules.values()
    for follow_up in request.catalogue.follow_ups.values():
        if follow_up.kind in STEP_KINDS and follow_up.hours:
            yield follow_up


def _item(thing: Module | FollowUp, known: Mapping[str, int]) -> Item:
    expects = {skill: rank(level) for skill, level in thing.expects.items()}
    return Item(
        key=key_of(thing),
        kind=StepKind.MODULE if isinstance(thing, Module) else STEP_KINDS[thing.kind],
        thing=thing,
        hours=thing.hours or 0.0,
        teaches={skill: rank(level) for skill, level in thing.teaches.items()},
        lacks={skill: wanted for skill, wanted in expects.items() if wanted > known.get(skill, 0)},
    )


def _assume_untaught_basics(items: Mapping[str, Item], request: Request) -> None:
    """A basic skill that nobody teaches is asked about at the door; it is no reason to leave a module out."""
    for item in items.values():
        for skill, wanted in list(item.lacks.items()):
            others = (other for other in items.values() if other is not item)
            if request.catalogue.skills[skill].basic and not any(it.brings(skill, wanted) for it in others):
                item.assumes[skill] = level_of(item.lacks.pop(skill))
