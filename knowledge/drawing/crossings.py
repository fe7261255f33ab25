"""An order of the strands in every column in which lines cross little.

The strands at a station stand side by side, so a column is an order of stations and single strands. Column after
column gets the order that is best between its two neighbours (exact, see ``sorting``), to and fro until nothing
is won.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.drawing.orders import Orders, count_crossings
from knowledge.drawing.rows import Group, arrange
from knowledge.drawing.sorting import best_order
from knowledge.drawing.strands import Strands

SWEEPS = 6
"""How often the columns are gone through at most."""

CROSSING, OUT_OF_ROW = 1000.0, 1.0


def few_crossings(strands: Strands, lines: int) -> Orders:
    """Good orders, to be improved. ``lines`` is the number of lines, empty ones too."""
    groups: list[Group] = [frozenset(strands.all[n].line for n in own) for own in strands.marks.values()]
    return _swept(strands, _ranks(strands, arrange(lines, groups)))


def _ranks(strands: Strands, rows: Sequence[int]) -> list[int]:
    """The place of each strand when all keep to the rows of their lines."""
    rank = [0] * len(strands.all)
    for n, strand in enumerate(strand for line in rows for strand in strands.of[line]):
        rank[strand] = n
    return rank


def _swept(strands: Strands, ranks: Sequence[int]) -> Orders:
    orders: Orders = [[] for _ in range(strands.columns)]
    for column in range(strands.columns):
        orders[column] = _ordered(strands, ranks, orders, column, [column - 1])
    best, least = [list(order) for order in orders], count_crossings(strands, orders)
    for sweep in range(SWEEPS):
        columns = range(strands.columns)
        for column in columns if sweep % 2 else reversed(columns):
            orders[column] = _ordered(strands, ranks, orders, column, [column - 1, column + 1])
        price = count_crossings(strands, orders)
        if price >= least and sweep > 1:
            break
        if price < least:
            best, least = [list(order) for order in orders], price
    return best


def _ordered(strands: Strands, ranks: Sequence[int], orders: Orders, column: int, beside: Iterable[int]) -> list[int]:
    """The best order of one column between others that stay."""
    alive = strands.at(column)
    price = _prices(strands, ranks, orders, column, beside, alive)
    at = {strand: n for n, strand in enumerate(alive)}
    blocks = [[at[n] for n in own] for _, own in strands.marks_at(column)]
    stopping = {n for block in blocks for n in block}
    blocks += [[n] for n in range(len(alive)) if n not in stopping]
    belongs = np.zeros((len(blocks), len(alive)))
    for number, block in enumerate(blocks):
        belongs[number, block] = 1
    order = best_order(belongs @ price @ belongs.T)
    inside = [[block[n] for n in best_order(price[block][:, block])] if len(block) > 1 else block for block in blocks]
    return [alive[n] for block in order for n in inside[block]]


def _prices(
    strands: Strands,
    ranks: Sequence[int],
    orders: Orders,
    column: int,
    beside: Iterable[int],
    alive: Sequence[int],
) -> np.ndarray:
    """What it costs when one strand stands above another."""
    price = np.zeros((len(alive), len(alive)))
    rank = np.array([ranks[strand] for strand in alive])
    price += OUT_OF_ROW * (rank[:, None] > rank[None, :])
    for other in beside:
        there = {strand: n for n, strand in enumerate(orders[other])} if 0 <= other < strands.columns else {}
        place = np.array([there.get(strand, np.nan) for strand in alive])
        price += CROSSING * (place[:, None] > place[None, :])
    present = {strand: n for n, strand in enumerate(orders[column])}
    for turn in strands.turns_at(column):
        if present:
            _add_turn(price, strands, turn.right, (turn.one, turn.other), present, alive)
    np.fill_diagonal(price, 0)
    return price


def _add_turn(
    price: np.ndarray,
    strands: Strands,
    right: bool,
    turn: tuple[int, int],
    present: dict[int, int],
    alive: Sequence[int],
) -> None:
    """A strand between the two ends of a turn is crossed, if it goes on; the other end is taken as it stands."""
    column = strands.all[turn[0]].last if right else strands.all[turn[0]].first
    for end, partner in (turn, turn[::-1]):
        for n, strand in enumerate(alive):
            if strand in turn or not strands.all[strand].alive(column + (1 if right else -1)):
                continue
            at = alive.index(end)
            if present[partner] < present[strand]:
                price[n, at] += CROSSING
            else:
                price[at, n] += CROSSING
