"""Which line belongs next to which: the order of the lines over the whole map, from top to bottom.

Lines that share stations belong together: the best order is the one in which the marks of the stations, if all
lines ran straight, would be least high (a linear arrangement of least cut, exact for as many lines as
``sorting`` takes exactly).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from knowledge.drawing.sorting import EXACT

Group = frozenset[int]


def arrange(number: int, groups: Sequence[Group]) -> list[int]:
    """The best order of ``number`` lines, of which each group shares a station."""
    shared = [sum(1 << line for line in group) for group in groups if len(group) > 1]
    return _exact(number, shared) if number <= EXACT else _climbed(number, shared)


def _cut(before: int, shared: Sequence[int]) -> int:
    """How many groups lie on both sides of a cut below the set of lines ``before``."""
    return sum(1 for group in shared if 0 != group & before != group)


def _exact(number: int, shared: Sequence[int]) -> list[int]:
    size = 1 << number
    best, last = [0] * size, [0] * size
    for lines in range(1, size):
        ways = [(best[lines & ~(1 << line)], line) for line in range(number) if lines >> line & 1]
        value, last[lines] = min(ways)
        best[lines] = value + _cut(lines, shared)
    order: list[int] = []
    rest = size - 1
    while rest:
        order.append(last[rest])
        rest &= ~(1 << order[-1])
    return order[::-1]


def _climbed(number: int, shared: Sequence[int]) -> list[int]:
    """The best that moving one line at a time finds from a few beginnings."""
    draw = Random(1)  # noqa: S311  # the same map must be drawn the same way
    starts = [list(range(number)), *(draw.sample(range(number), number) for _ in range(3))]
    return min((_moved(start, shared) for start in starts), key=lambda order: _price(order, shared))


def _moved(order: list[int], shared: Sequence[int]) -> list[int]:
    least, won = _price(order, shared), True
    while won:
        won = False
        for line in list(order):
            rest = [other for other in order if other != line]
            tries = [[*rest[:n], line, *rest[n:]] for n in range(len(order))]
            found = min(tries, key=lambda tried: _price(tried, shared))
            if _price(found, shared) < least:
                order, least, won = found, _price(found, shared), True
    return order


def _price(order: Sequence[int], shared: Sequence[int]) -> int:
    before, total = 0, 0
    for line in order:
        before |= 1 << line
        total += _cut(before, shared)
    return total
