"""What one run does: how much of everything, and the moments at which something is killed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

TURNS_OF_A_TALK = 6
"""Hello, which line, which date, consent, address and name; who leaves again takes two more."""

EVERY_FIFTH = 5
"""Every so many kills of the bot, the actions are killed with it."""

MOST_OF_RASA = 3
"""So often at most Rasa is killed too: it takes long to come back."""

AT_A_MAIL = 1 / 3
"""The part of the kills that wait for a mail to be taken, so that many hit the instant before it is signed off."""

WITHIN, WITHIN_OF_A_MAIL = 0.4, 0.02
"""Seconds within which a kill follows its moment; that of a mail is over in a few thousandths."""


@dataclass(frozen=True)
class Plan:
    """How much is done. ``lease`` and ``tick`` are settings of the bot, ``limit`` is for the whole run; seconds.

    Without ``turns`` nobody talks: then only the bot runs, and no trained model is needed.
    """

    turns: int = 2000
    kills: int = 200
    messages: int = 500
    seed: int = 1
    at_once: int = 4
    lease: float = 10.0
    tick: float = 0.5
    limit: float = 3600.0

    @property
    def talks(self) -> int:
        """How many people talk."""
        return round(self.turns / TURNS_OF_A_TALK)

    @property
    def parts(self) -> tuple[str, ...]:
        """What runs, in the order in which it is started."""
        return ("rasa", "actions", "bot") if self.talks else ("bot",)


@dataclass(frozen=True)
class Moment:
    """When to kill what: at a ``point`` of the run (0 to 1), so many seconds later, or after the next mail."""

    point: float
    delay: float
    at_a_mail: bool
    parts: tuple[str, ...]


def draw_moments(plan: Plan) -> list[Moment]:
    """The moments of a run in their order, the same for the same seed."""
    draw = Random(plan.seed)
    points = sorted(draw.random() for _ in range(plan.kills))
    often = min(MOST_OF_RASA, plan.kills // EVERY_FIFTH)
    of_rasa = {(number + 1) * plan.kills // (often + 1) for number in range(often)}
    return [_moment(draw, plan, number, point, number in of_rasa) for number, point in enumerate(points)]


def _moment(draw: Random, plan: Plan, number: int, point: float, of_rasa: bool) -> Moment:
    at_a_mail = draw.random() < AT_A_MAIL
    delay = draw.uniform(0, WITHIN_OF_A_MAIL if at_a_mail else WITHIN)
    killed = {"bot": True, "actions": number % EVERY_FIFTH == EVERY_FIFTH - 1, "rasa": of_rasa}
    return Moment(point, delay, at_a_mail, tuple(part for part in plan.parts if killed[part]))
