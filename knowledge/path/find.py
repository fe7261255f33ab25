"""The door of this package: the path that closes a gap at the least cost, with its proof."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.path.candidates import find_candidates
from knowledge.path.request import Request
from knowledge.path.shape import DevelopmentPath
from knowledge.path.solver import Search
from knowledge.path.steps import skipped_of, steps_of, weeks_of
from knowledge.path.target import level_of
from knowledge.path.weights import SECONDS
from knowledge.vocabulary import Level


def find_path(
    catalogue: Catalogue,
    profile: Profile,
    target: Mapping[str, Level],
    now: datetime,
    *,
    line: str | None = None,
    full: Collection[str] = (),
    taken: Sequence[tuple[datetime, datetime]] = (),
    time_limit: float = 5.0,
) -> DevelopmentPath:
    """The sessions, courses and trainings that bring somebody from what they know to the target.

    It misses as few skills as can be, and then costs as little as can be (see ``weights`` and ``solver``).
    The same question always gets the same answer, unless time runs out.

    Args:
        now: sessions begin after this moment.
        line: the line whose stations are preferred. Raises UnknownThing.
        full: ids of offerings without a free seat; they are left out.
        taken: periods in which the person has something else.
        time_limit: seconds; afterwards what can be kept of the last attempt is given, unproved.
    """
    request = Request(catalogue, profile, target, now, line, frozenset(full), tuple(taken))
    items = find_candidates(request)
    solution = Search(request, items).run(time_limit)
    brought = {need for need in request.gap.items() if any(items[c.item].brings(*need) for c in solution.chosen)}
    return DevelopmentPath(
        steps=tuple(steps_of(solution.chosen, items, request)),
        missing={skill: level_of(rank) for skill, rank in request.gap.items() if (skill, rank) not in brought},
        skipped=tuple(skipped_of(request)),
        hours=sum(column.hours for column in solution.chosen),
        weeks=weeks_of(solution.chosen, request),
        cost=sum(column.cost for column in solution.chosen) / SECONDS,
        proved_optimal=solution.proved,
        gap=solution.gap,
    )
