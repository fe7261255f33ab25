"""What is asked of the solver, in one value, and where it is measured from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import as_utc
from knowledge.path.target import rank, skill_gap
from knowledge.path.weights import LEEWAY, SHORTEST_SPAN
from knowledge.vocabulary import Level, Phase


@dataclass(frozen=True, eq=False)
class Request:
    """A person's question for a path; see ``find_path`` for the fields."""

    catalogue: Catalogue
    profile: Profile
    target: Mapping[str, Level]
    now: datetime
    line: str | None
    full: Collection[str]
    taken: Sequence[tuple[datetime, datetime]]

    @cached_property
    def gap(self) -> dict[str, int]:
        """The skills to bring, with the rank of the wanted level."""
        return {skill: rank(level) for skill, level in skill_gap(self.profile.known, self.target).items()}

    @cached_property
    def known(self) -> dict[str, int]:
        """What somebody can do, for what modules expect. Who works in a role has the basics of it as a beginner,
        also when they didn't say so; that doesn't take them out of the gap.
        """
        role = self.catalogue.roles.get(self.profile.role or "")
        basics = [skill for skill in role.skills if self.catalogue.skills[skill].basic] if role else []
        said = {skill: rank(level) for skill, level in self.profile.known.items()}
        return dict.fromkeys(basics, rank(Level.BEGINNER)) | said

    @cached_property
    def busy(self) -> list[tuple[float, float]]:
        """The taken periods, in seconds from now."""
        return [(self.seconds(start), self.seconds(end)) for start, end in self.taken]

    @cached_property
    def phases(self) -> dict[str, int]:
        """The place of the phase of each station of the line, by module: later ones are not done first."""
        if self.line is None:
            return {}
        order = list(Phase)
        return {station.module: order.index(station.phase) for station in self.catalogue.line(self.line).stations}

    def seconds(self, moment: datetime) -> float:
        """Seconds from now until a moment."""
        return (as_utc(moment) - as_utc(self.now)).total_seconds()

    def possible(self, session: Session) -> bool:
        """Whether there is a seat and it lies ahead, in time that is free."""
        if session.id in self.full:
            return False
        if session.starts_at is None or session.ends_at is None:
            return True
        start, end = self.seconds(session.starts_at), self.seconds(session.ends_at)
        return start > 0 and not any(start < until and begins < end for begins, until in self.busy)

    def span(self, week: float) -> float:
        """The hours of dated sessions that fit between now and the end of a week."""
        return max(SHORTEST_SPAN, (self.profile.hours_per_week or 0.0) * week) + LEEWAY
