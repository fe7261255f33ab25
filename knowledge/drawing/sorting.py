"""The best order of a few things, when every pair has a price for standing one before the other.

Up to ``EXACT`` things by dynamic programming over sets (Held and Karp), so that the order is optimal; more by
moving one at a time as long as that helps.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

EXACT = 10


def best_order(cost: np.ndarray) -> list[int]:
    """The order with the least sum of ``cost[i, j]`` over all i that stand before j."""
    number = len(cost)
    return _exact(cost) if number <= EXACT else _sifted(cost)


def _exact(cost: np.ndarray) -> list[int]:
    number = len(cost)
    size = 1 << number
    added = np.zeros((number, size))  # what j costs behind the set
    for i in range(number):
        added[:, 1 << i : 2 << i] = added[:, : 1 << i] + cost[i][:, None]
    best = np.full(size, np.inf)
    best[0] = 0
    last = np.zeros(size, dtype=int)
    for these in _sets(number):
        for j in range(number):
            free = these[(these >> j) & 1 == 0]
            value, there = best[free] + added[j, free], free | (1 << j)
            better = value < best[there] - 1e-9
            best[there[better]] = value[better]
            last[there[better]] = j
    order: list[int] = []
    rest = size - 1
    while rest:
        order.append(int(last[rest]))
        rest &= ~(1 << order[-1])
    return order[::-1]


@lru_cache
def _sets(number: int) -> list[np.ndarray]:
    """The sets of fewer than ``number`` things as bits, by how many they hold."""
    sets = np.arange(1 << number)
    counts = sum(((sets >> n) & 1 for n in range(number)), np.zeros_like(sets))
    return [sets[counts == count] for count in range(number)]


def _sifted(cost: np.ndarray) -> list[int]:
    order = np.arange(len(cost))
    won = True
    while won:
        won = False
        for one in range(len(cost)):
            at = int(np.flatnonzero(order == one)[0])
            rest = np.delete(order, at)
            before = np.concatenate(([0], np.cumsum(cost[rest, one])))
            after = np.concatenate((np.cumsum(cost[one, rest][::-1])[::-1], [0]))
            price = before + after
            to = int(np.argmin(price))
            if price[to] < price[at] - 1e-9:
                order, won = np.insert(rest, to, one), True
    return [int(one) for one in order]
