"""All the people, a few at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from tests.torture.house import House
from tests.torture.line import Line, Stuck, Talked
from tests.torture.pace import Pace
from tests.torture.person import Person, Talker


def talk_all(house: House, pace: Pace, people: Sequence[Person], at_once: int, seed: int) -> list[Talked]:
    """Their talks, in the order of the people; one that got stuck has nothing in ``over``."""
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(lambda who: talk(house, pace, who, Random(f"{seed}-{who.number}")), people))


def talk(house: House, pace: Pace, who: Person, draw: Random) -> Talked:
    """One talk from hello to a seat, a place in line, or goodbye; then one of its messages comes once more."""
    talked = Talked(who.number, who.name)
    line = Line(house, pace, talked, draw)
    try:
        if not pace.is_over:
            talked.over = Talker(who, line, draw).talk()
            line.repeat_one()
    except Stuck as stuck:
        talked.over = ""
        talked.transcript.append(f"! {stuck}")
    except Exception:
        pace.stop()  # a fault of ours; the others need not go on
        raise
    finally:
        line.close()
        pace.talk_over(who.number)
    return talked
