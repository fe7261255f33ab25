"""What each way of doing an item costs a person: learning, the journey, the wishes it goes against.

Cost = hours of learning + hours of travelling + the weights of ``knowledge.path.weights``, in seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from knowledge.catalogue.content import FollowUp
from knowledge.catalogue.snapshot import Session
from knowledge.path.columns import Column, Item, undominated, week_of
from knowledge.path.request import Request
from knowledge.path.weights import DAY, DETOUR, EURO, LATER, OFF_LINE, SECONDS, SPEED
from knowledge.path.wishes import Against, follow_up_against, module_against, session_against


class Pricing:
    """Makes the columns of items for one request; remembers how far each town is."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._travelled: dict[str, float] = {}
        line = request.catalogue.line(request.line) if request.line else None
        self._on_line = {station.module for station in line.stations} if line else set()
        self._after_line = set(line.follow_ups) if line else set()

    def columns(self, item: Item) -> list[Column]:
        """Every way to do this item that is possible for this person, from cheap to dear."""
        if isinstance(item.thing, FollowUp):
            return [self._follow_up(item, item.thing)]
        base = list(module_against(item.thing, self._request.profile, self._request.catalogue))
        detour = self._detour(item.thing.id in self._on_line)
        sessions = self._request.catalogue.sessions_of.get(item.thing.id, [])
        possible = [session for session in sessions if self._request.possible(session)]
        return undominated([self._session(item, session, base, detour) for session in possible])

    def _session(self, item: Item, session: Session, base: list[Against], detour: float) -> Column:
        against = [*base, *session_against(session, self._request.profile)]
        extra = detour + EURO * session.cost + (0.0 if session.online else self._travel(session.town))
        if session.starts_at is None or session.ends_at is None:
            return Column(item.key, _cost(item, extra, against), item.hours, session=session, why=_why(against))
        starts, ends = self._request.seconds(session.starts_at), self._request.seconds(session.ends_at)
        cost = _cost(item, extra + LATER * week_of(starts), against)
        return Column(item.key, cost, item.hours, starts, ends, session, _why(against))

    def _follow_up(self, item: Item, follow_up: FollowUp) -> Column:
        against = list(follow_up_against(follow_up, self._request.profile))
        extra = self._detour(follow_up.id in self._after_line)
        if not follow_up.online:
            extra += ceil(item.hours / DAY) * self._travel(follow_up.place)
        return Column(item.key, _cost(item, extra, against), item.hours, why=_why(against))

    def _detour(self, on_line: bool) -> float:
        return OFF_LINE if self._request.line and not on_line else 0.0

    def _travel(self, town: str | None) -> float:
        """Hours there and back; none when it isn't known from where or to where."""
        home = self._request.profile.place
        if home is None or town is None:
            return 0.0
        if town not in self._travelled:
            kilometres = self._request.catalogue.kilometres(home, town)
            self._travelled[town] = 2 * kilometres * DETOUR / SPEED
        return self._travelled[town]


def _cost(item: Item, extra: float, against: Iterable[Against]) -> int:
    return round(SECONDS * (item.hours + extra + sum(hours for _, hours in against)))


def _why(against: Iterable[Against]) -> tuple[str, ...]:
    return tuple(word for word, hours in against if hours)
