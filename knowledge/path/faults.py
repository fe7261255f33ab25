"""What is wrong with a choice of columns: sessions that overlap, weeks too full, an order that can't be or that
goes against the phases of the line.

The solver starts without most of these rules; what is found here becomes rows of its next round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from knowledge.path.columns import Column, Item
from knowledge.path.order import Order, Unready
from knowledge.path.request import Request
from knowledge.path.shape import StepKind


@dataclass(frozen=True)
class Disorder:
    """Two items of which the first belongs to an earlier phase of the line, and when that one starts."""

    first: str
    second: str
    moment: float


@dataclass(frozen=True)
class Faults:
    """Moments at which sessions overlap, weeks until which there are too many hours, what isn't ready, and
    stations that come before one of an earlier phase."""

    moments: frozenset[float]
    weeks: frozenset[float]
    unready: Unready | None
    disorder: frozenset[Disorder] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.moments or self.weeks or self.unready or self.disorder)


def find_faults(chosen: Sequence[Column], items: Mapping[str, Item], request: Request) -> Faults:
    """Everything that is wrong with this choice; false when it can be done as it stands."""
    return Faults(
        moments=frozenset(overlaps(chosen)),
        weeks=frozenset(overfull(chosen, request)),
        unready=Order(chosen, items, request.known).unready,
        disorder=frozenset(out_of_order(chosen, items, request)),
    )


def overlaps(chosen: Sequence[Column]) -> list[float]:
    """The moments at which a session begins while another is going on."""
    dated = sorted((column for column in chosen if column.dated), key=lambda column: column.starts)
    ends = list(accumulate((column.ends for column in dated), max))
    return [later.starts for later, until in zip(dated[1:], ends, strict=False) if later.starts < until]


def out_of_order(chosen: Sequence[Column], items: Mapping[str, Item], request: Request) -> list[Disorder]:
    """Stations of the line that begin before one of an earlier phase does; without a date there is no order."""
    dated = [
        (column, request.phases[items[column.item].thing.id]) for column in chosen if _ordered(column, items, request)
    ]
    return [
        Disorder(one.item, other.item, one.starts)
        for one, phase in dated
        for other, later in dated
        if phase < later and other.starts < one.starts
    ]


def _ordered(column: Column, items: Mapping[str, Item], request: Request) -> bool:
    item = items[column.item]
    return column.dated and item.kind == StepKind.MODULE and item.thing.id in request.phases


def overfull(chosen: Sequence[Column], request: Request) -> list[float]:
    """The weeks until which there are more hours of sessions than the hours a week allow."""
    if request.profile.hours_per_week is None:
        return []
    hours: dict[float, float] = defaultdict(float)
    for column in chosen:
        if column.dated:
            hours[column.week] += column.hours
    weeks = sorted(hours)
    return [w for w, total in zip(weeks, accumulate(hours[w] for w in weeks), strict=True) if total > request.span(w)]


def without_faults(chosen: Sequence[Column], items: Mapping[str, Item], request: Request) -> list[Column]:
    """What can be kept of a choice, from early to late; not the best that could be kept."""
    kept: list[Column] = []
    for column in sorted(chosen, key=lambda column: column.starts):
        more = [*kept, column]
        if not overlaps(more) and not overfull(more, request) and not out_of_order(more, items, request):
            kept.append(column)
    while unready := Order(kept, items, request.known).unready:
        kept.remove(unready.column)
    return kept
