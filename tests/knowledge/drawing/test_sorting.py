"""The best order of things with a price for each pair, and of lines that share stations."""

from __future__ import annotations

from itertools import permutations
from random import Random

import numpy as np

from knowledge.drawing import rows, sorting


def price(order: list[int], cost: np.ndarray) -> float:
    return float(sum(cost[one, other] for n, one in enumerate(order) for other in order[n + 1 :]))


def test_the_order_of_a_few_things_is_the_best_of_all() -> None:
    for seed in range(6):
        cost = np.random.default_rng(seed).integers(0, 9, (6, 6)).astype(float)
        best = min(price(list(order), cost) for order in permutations(range(6)))
        assert price(sorting.best_order(cost), cost) == best


def test_the_order_of_many_things_cannot_be_bettered_by_moving_one() -> None:
    cost = np.random.default_rng(1).integers(0, 9, (14, 14)).astype(float)
    found = sorting.best_order(cost)
    assert sorted(found) == list(range(14))
    for one in found:
        rest = [other for other in found if other != one]
        assert all(price([*rest[:n], one, *rest[n:]], cost) >= price(found, cost) for n in range(14))


def test_nothing_and_one_thing_have_an_order() -> None:
    assert sorting.best_order(np.zeros((0, 0))) == []
    assert sorting.best_order(np.zeros((1, 1))) == [0]


def height(order: list[int], groups: list[frozenset[int]]) -> int:
    return sum(max(order.index(line) for line in own) - min(order.index(line) for line in own) for own in groups)


def test_lines_that_share_stations_get_neighbouring_rows() -> None:
    for seed in range(4):
        draw = Random(seed)
        groups = [frozenset(draw.sample(range(6), draw.randint(2, 3))) for _ in range(6)]
        best = min(height(list(order), groups) for order in permutations(range(6)))
        assert height(rows.arrange(6, groups), groups) == best


def test_many_lines_in_a_chain_are_put_in_its_order() -> None:
    chain = [frozenset((n, n + 1)) for n in range(12)]
    assert height(rows.arrange(13, chain), chain) <= 2 * len(chain)
