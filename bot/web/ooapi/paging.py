"""Pages, as both versions count them: from 1, with how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.web.ooapi.asked import Asked
from bot.web.ooapi.words import Facts

T = TypeVar("T")


def page(things: Sequence[T], asked: Asked, dress: Callable[[Sequence[T]], Iterable[Facts]]) -> Facts:
    """The page that is asked for; one behind the last is empty."""
    size, number = int(asked.page_size), asked.page_number
    pages = -(-len(things) // size)
    return {
        "pageSize": size,
        "pageNumber": number,
        "hasPreviousPage": number > 1,
        "hasNextPage": number < pages,
        "totalPages": pages,
        "items": list(dress(things[(number - 1) * size : number * size])),
    }


def in_order(things: Iterable[T], order: Sequence[tuple[str, bool]], keys: dict[str, Callable[[T], object]]) -> list[T]:
    """These things, by the first key first; ``order`` says of each key whether it runs downwards."""
    found = list(things)
    for name, downwards in reversed(order):
        found.sort(key=keys[name], reverse=downwards)  # type: ignore[arg-type]  # each key gives one kind of value
    return found
