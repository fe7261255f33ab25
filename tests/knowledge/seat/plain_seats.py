"""Seats as simply as they can be told, without a database: two lists an offering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OVER, NOT_ENROLLED = "utter_offering_over", "utter_not_enrolled"


class PlainSeats:
    """Who sits and who waits, by offering; what a person is told is a state or the name of a response."""

    def __init__(self, maximum: Mapping[str, int]) -> None:
        self.maximum = maximum
        self.begun: set[str] = set()
        self.seats: dict[str, list[str]] = {id: [] for id in maximum}
        self.line: dict[str, list[str]] = {id: [] for id in maximum}
        self.left_before: dict[str, set[str]] = {id: set() for id in maximum}

    def has(self, person: str, offering: str) -> bool:
        return person in self.seats[offering] + self.line[offering]

    def enrol(self, person: str, offerings: Sequence[str]) -> list[str] | str:
        """All or nothing, each once."""
        each = list(dict.fromkeys(offerings))
        if any(id in self.begun and not self.has(person, id) for id in each):
            return OVER
        return [self._enrol(person, id) for id in each]

    def _enrol(self, person: str, offering: str) -> str:
        seats, line = self.seats[offering], self.line[offering]
        if not self.has(person, offering):
            self.left_before[offering].discard(person)
            free = len(seats) < self.maximum[offering] and not line
            (seats if free else line).append(person)
        return "enrolled" if person in seats else "waiting"

    def leave(self, person: str, offering: str) -> str:
        if not self.has(person, offering):
            return "cancelled" if person in self.left_before[offering] else NOT_ENROLLED
        if offering in self.begun:
            return OVER
        self._take_out(person, offering)
        self.left_before[offering].add(person)
        return "cancelled"

    def _take_out(self, person: str, offering: str) -> None:
        for where in (self.seats[offering], self.line[offering]):
            if person in where:
                where.remove(person)
        free = 0 if offering in self.begun else self.maximum[offering] - len(self.seats[offering])
        moved, self.line[offering] = self.line[offering][:free], self.line[offering][free:]
        self.seats[offering] += moved

    def forget(self, person: str) -> int:
        """How many offerings they were ever on."""
        count = 0
        for id in self.maximum:
            count += self.has(person, id) or person in self.left_before[id]
            self._take_out(person, id)
            self.left_before[id].discard(person)
        return count

    def places(self) -> dict[tuple[str, str], int]:
        """Everybody's place in line by person and offering; 0 with a seat."""
        sit = {(person, id): 0 for id, seats in self.seats.items() for person in seats}
        wait = {(person, id): n for id, line in self.line.items() for n, person in enumerate(line, start=1)}
        return sit | wait

    def left(self) -> dict[str, int]:
        """The free seats; none when somebody waits."""
        return {id: 0 if self.line[id] else n - len(self.seats[id]) for id, n in self.maximum.items()}
