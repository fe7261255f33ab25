"""The catalogue as arrays, so that every line can be weighed at once. Made once for each version.

L lines, M modules, S skills, R roles, T transitions; levels are ranks 0 (none) to 3 (expert).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from knowledge.catalogue.snapshot import Catalogue, distance
from knowledge.vocabulary import WORK_FORMS_OF, Daypart, Level, WorkForm

REACH = 45.0
"""Kilometres as the crow flies within which a session counts as one that somebody can go to."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class AdviceIndex:
    """Arrays over one catalogue.

    Attributes:
        skill_weight: (S,) how much a skill tells roles apart: ln((R + 1) / (roles that ask it + 1)),
            at least 0.1; a skill that every role shares weighs least.
        teaches: (L, S) the highest level that a line teaches of each skill.
        stations: (L, M) one row a line, each station 1 / number of stations, so that
            ``stations @ per_module`` is a share of stations.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lines = list(catalogue.lines)
        self.modules = {id: n for n, id in enumerate(catalogue.modules)}
        self.skills = {id: n for n, id in enumerate(catalogue.skills)}
        self.roles = {id: n for n, id in enumerate(catalogue.roles)}
        self.role_needs = self._levels(role.skills for role in catalogue.roles.values())
        self.transition_needs = self._levels(one.skills for one in catalogue.transitions.values())
        asked = (self.role_needs > 0).sum(axis=0)
        self.skill_weight = np.maximum(0.1, np.array([log((len(self.roles) + 1) / (n + 1)) for n in asked]))
        module_teaches = self._levels(module.teaches for module in catalogue.modules.values())
        rows = [[self.modules[s.module] for s in line.stations] for line in catalogue.lines.values()]
        self.teaches = np.array([module_teaches[row].max(axis=0) for row in rows]).reshape(len(rows), len(self.skills))
        self.stations = self._shares(rows)
        self.hours = np.array([catalogue.line_hours(line) for line in catalogue.lines.values()])

    def _levels(self, profiles: Iterable[Mapping[str, Level]]) -> Floats:
        rows = []
        for profile in profiles:
            row = np.zeros(len(self.skills))
            for skill, level in profile.items():
                row[self.skills[skill]] = level.rank
            rows.append(row)
        return np.array(rows).reshape(len(rows), len(self.skills))

    def _shares(self, rows: list[list[int]]) -> csr_matrix:
        values = [1 / len(row) for row in rows for _ in row]
        columns = [column for row in rows for column in row]
        ends = np.cumsum([0, *(len(row) for row in rows)])
        return csr_matrix((values, columns, ends), shape=(len(rows), len(self.modules)))

    def known(self, known: Mapping[str, Level]) -> Floats:
        """(S,) the level somebody has of each skill."""
        return self._levels([known])[0]

    @lru_cache(maxsize=512)  # noqa: B019  # an index lives as long as its catalogue
    def target_roles(self, role: str) -> Bools:
        """(L,) which lines are made for a target group that this role belongs to."""
        groups = {g.id for g in self.catalogue.target_groups.values() if role in g.roles}
        return np.array([line.target_group in groups for line in self.catalogue.lines.values()], dtype=bool)

    def covered(self, needs: Floats) -> Floats:
        """(L,) which part, by weight, of these needed levels (S,) each line teaches; 0 without needs."""
        weight = self.skill_weight * (needs > 0)
        total = weight.sum()
        if total == 0:
            return np.zeros(len(self.lines))
        part = np.minimum(self.teaches, needs) / np.maximum(needs, 1)
        covered: Floats = part @ weight / total
        return covered

    def stations_on(self, wanted: Floats) -> Floats:
        """(L,) the share of stations that teach these skills (S,), a mean over the skills by their weight."""
        return self._part_of(self._taught_on, wanted)

    def on_course(self, wanted: Floats) -> Floats:
        """(L,) which part, by weight, of these skills (S,) the direction that a line goes in asks for."""
        return self._part_of(self._asked_by, wanted)

    @cached_property
    def _taught_on(self) -> Floats:
        """(L, S) the share of a line's stations that teach each skill."""
        modules = self._levels(module.teaches for module in self.catalogue.modules.values())
        return np.asarray(self.stations @ (modules > 0).astype(float))

    @cached_property
    def _asked_by(self) -> Floats:
        """(L, S) 1 for the skills that the direction of a line asks for; 0 for a line without one."""
        ways = {way: needs > 0 for way, needs in zip(self.catalogue.transitions, self.transition_needs, strict=True)}
        none = np.zeros(len(self.skills), dtype=bool)
        rows = [ways.get(line.transition or "", none) for line in self.catalogue.lines.values()]
        return np.array(rows, dtype=float).reshape(len(rows), len(self.skills))

    def _part_of(self, shares: Floats, wanted: Floats) -> Floats:
        """(L,) the mean of shares (L, S) over the skills wanted, by their weight; 0 when none is."""
        weight = self.skill_weight * (wanted > 0)
        total = weight.sum()
        return shares @ weight / total if total else np.zeros(len(self.lines))

    @cached_property
    def _online(self) -> Bools:
        """(M,) which modules can be followed online or at one's own pace."""
        online = np.zeros(len(self.modules), dtype=bool)
        for session in self.catalogue.sessions:
            online[self.modules[session.module]] |= session.online
        return online

    def share(self, per_module: Any) -> Floats:
        """(L,) the mean over its stations of a value per module (M,)."""
        return np.asarray(self.stations @ per_module.astype(float))

    @lru_cache(maxsize=2048)  # noqa: B019  # an index lives as long as its catalogue
    def held(self, dayparts: frozenset[Daypart], days: frozenset[int], place: str | None) -> Floats:
        """(L,) the share of stations with a session at such a time: in these parts of the week, on these days,
        and, with a place, online or within ``REACH``. At one's own pace is always such a time.
        """
        rows, daypart, day, town, online = self._sessions
        wanted = np.isin(daypart, [n for n, one in enumerate(Daypart) if one in dayparts]) & np.isin(day, list(days))
        if place is not None:
            here, places = self.catalogue.places[place], self.catalogue.places
            near = np.array([*(distance(here, places[one]) <= REACH for one in self._towns[0]), False])
            wanted &= (online > 0) | near[town]
        fits = np.zeros(len(self.modules), dtype=bool)
        fits[rows[wanted | (daypart < 0)]] = True
        return self.share(fits)

    @cached_property
    def _sessions(self) -> tuple[NDArray[np.int64], ...]:
        """Of each session its module, part of the week (-1 without a date), weekday, town (-1: none), online (0, 1)."""
        towns = {town: n for n, town in enumerate(self._towns[0])}
        order = {daypart: n for n, daypart in enumerate(Daypart)}
        rows = [
            (
                self.modules[s.module],
                -1 if s.daypart is None else order[s.daypart],
                -1 if s.day is None else s.day,
                towns.get(s.town or "", -1),
                int(s.online),
            )
            for s in self.catalogue.sessions
        ]
        return tuple(np.array(rows, dtype=np.int64).reshape(len(rows), 5).T)

    @cached_property
    def online(self) -> Floats:
        """(L,) the share of stations that can be followed online."""
        return self.share(self._online)

    def forms(self, wished: Iterable[WorkForm]) -> Floats:
        """(L,) the share of stations that serve one of these ways of learning."""
        wanted = set(wished)
        columns = [n for n, form in enumerate(WorkForm) if form in wanted]
        return self.share(self._served[:, columns].any(axis=1))

    @cached_property
    def _served(self) -> Bools:
        """(M, forms) which ways of learning each module serves."""
        modules = self.catalogue.modules.values()
        return np.array([[form in WORK_FORMS_OF[m.type] for form in WorkForm] for m in modules], dtype=bool)

    @cached_property
    def transfer(self) -> Floats:
        """(L,) the share of stations that stand on another line too."""
        return self.share(np.array([len(lines) > 1 for lines in self.catalogue.lines_of.values()], dtype=bool))

    @cached_property
    def _towns(self) -> tuple[list[str], Bools, Bools]:
        """Towns with sessions, per module where it is held (M, towns), and which need no travel (M,)."""
        towns = sorted({s.town for s in self.catalogue.sessions if s.town})
        number = {town: n for n, town in enumerate(towns)}
        held = np.zeros((len(self.modules), len(towns)), dtype=bool)
        for session in self.catalogue.sessions:
            if session.town:
                held[self.modules[session.module], number[session.town]] = True
        return towns, held, self._online

    @lru_cache(maxsize=512)  # noqa: B019  # an index lives as long as its catalogue
    def kilometres(self, place: str) -> Floats:
        """(L,) the mean distance to the nearest session of each station, in km as the crow flies.

        Online counts as no distance, a module that is held nowhere as 200 km.
        """
        towns, held, online = self._towns
        here = self.catalogue.places[place]
        away = np.array([distance(here, self.catalogue.places[town]) for town in towns])
        nearest = np.where(held, away, 200.0).min(axis=1, initial=200.0)
        return self.share(np.where(online, 0.0, nearest))


_held: dict[int, AdviceIndex] = {}


def index_of(catalogue: Catalogue) -> AdviceIndex:
    """The arrays of a catalogue, made at its first use and kept while it is the newest."""
    held = _held.get(id(catalogue))
    if held is None or held.catalogue is not catalogue:
        held = AdviceIndex(catalogue)
        _held.clear()
        _held[id(catalogue)] = held
    return held
