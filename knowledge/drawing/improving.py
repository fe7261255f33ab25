"""Wins crossings that no column can win by itself: one strand, with whatever shares its stations, is moved over a
few columns at once, and stays there when that is no worse and no less straight."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from knowledge.drawing.orders import Orders, price_at
from knowledge.drawing.strands import Strands

PATIENCE = 4000
"""After how many moves that win nothing it is enough."""

Marks = Sequence[tuple[str, tuple[int, ...]]]


def improve(strands: Strands, orders: Orders) -> Orders:
    """Orders with no more crossings than these."""
    if len(strands.all) < 2:
        return orders
    marks = [strands.marks_at(column) for column in range(strands.columns)]
    draw = Random(1)  # noqa: S311  # the same map must be drawn the same way
    best, tired = list(orders), 0
    prices = [price_at(strands, best, column) for column in range(strands.columns)]
    while any(prices) and tired < PATIENCE:
        tired += 1
        kicks = _kick(strands, draw)
        if not kicks:
            continue
        tried = list(best)
        for column, one, other, below in kicks:
            tried[column] = _moved(best[column], marks[column], one, other, below)
        near = range(max(0, kicks[0][0] - 1), kicks[-1][0] + 1)
        changed = [price_at(strands, tried, column) for column in near]
        won = sum(prices[column] for column in near) - sum(changed)
        if won > 0 or (won == 0 and _stretch(strands, tried, near) <= _stretch(strands, best, near)):
            best = tried
            prices[near.start : near.stop] = changed
            tired = 0 if won else tired
    return best


def _stretch(strands: Strands, orders: Orders, columns: range) -> int:
    """How many places strands go up or down between columns."""
    total = 0
    for column in columns:
        if column + 1 < strands.columns:
            place = {strand: n for n, strand in enumerate(orders[column + 1])}
            total += sum(abs(n - place[strand]) for n, strand in enumerate(orders[column]) if strand in place)
    return total


def _kick(strands: Strands, draw: Random) -> list[tuple[int, int, int, bool]]:
    """A strand to be put above or below another, in some of the columns where both are."""
    one, other = draw.sample(range(len(strands.all)), 2)
    first = max(strands.all[one].first, strands.all[other].first)
    last = min(strands.all[one].last, strands.all[other].last)
    if first > last:
        return []
    first, last = sorted((draw.randint(first, last), draw.randint(first, last)))
    below = draw.random() < 0.5
    return [(column, one, other, below) for column in range(first, last + 1)]


def _moved(order: list[int], marks: Marks, one: int, other: int, below: bool) -> list[int]:
    """The order with the station of one strand next to that of another; within one station just the two."""
    block = next((own for _, own in marks if one in own), (one,))
    target = next((own for _, own in marks if other in own), (other,))
    moving = [strand for strand in order if strand in block and (block != target or strand == one)]
    rest = [strand for strand in order if strand not in moving]
    near = [n for n, strand in enumerate(rest) if strand in (target if block != target else (other,))]
    at = near[-1] + 1 if below else near[0]
    return [*rest[:at], *moving, *rest[at:]]
