"""The order of the strands in every column, and how often lines cross in it."""

from __future__ import annotations

from knowledge.drawing.strands import Strands

Orders = list[list[int]]
"""The strands of each column, from top to bottom."""


def count_crossings(strands: Strands, orders: Orders) -> int:
    """How often lines cross between columns."""
    return sum(price_at(strands, orders, column) for column in range(strands.columns))


def price_at(strands: Strands, orders: Orders, column: int) -> int:
    """How often lines cross between a column and the next, and where lines turn round beside the column."""
    order = orders[column]
    total = 0
    if column + 1 < strands.columns:
        place = {strand: n for n, strand in enumerate(orders[column + 1])}
        going = [place[strand] for strand in order if strand in place]
        total = sum(one > other for n, one in enumerate(going) for other in going[n:])
    for turn in strands.turns_at(column):
        first, last = sorted((order.index(turn.one), order.index(turn.other)))
        after = turn.column + (1 if turn.right else -1)
        total += sum(strands.all[strand].alive(after) for strand in order[first + 1 : last])
    return total
