"""Takes the locks out of this process, for the twins that show that the race tests can fail.

On PostgreSQL rows are read plainly, on SQLite a transaction begins with BEGIN where it took the write
lock with BEGIN IMMEDIATE.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from typing import Any, Literal

from sqlalchemy import Engine, Select
from sqlmodel import Session

from knowledge import own_data
from knowledge.seat import enrolling, giving, leaving, settling
from knowledge.tables import Learner, Offering
from knowledge.telling import outbox

Look = Literal["before moving", "at the line", "before deciding", "before claiming"]
"""The look after which all wait: before the first change is made, once it was seen who is in line, that a decision
is due, or which messages are."""


@contextmanager
def plain_transaction(engine: Engine) -> Iterator[Session]:
    """One transaction that takes no lock before its first change."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def take_out_the_locks(look: Look, wait: Callable[[], object]) -> None:
    """From now on nothing is locked here, and the first time that a look is over ``wait`` is called."""
    for module in (enrolling, leaving, settling, own_data):
        module.writing = plain_transaction
        module.locked_offering = lambda session, key: session.get(Offering, key)
    enrolling.present_learner = lambda session, key: session.get(Learner, key)
    own_data.locked_learner = lambda session, key: session.get(Learner, key)
    outbox.writing = plain_transaction
    outbox.select = _Unlocked
    once, second_time = chain([wait], repeat(_go_on)), chain([_go_on, wait], repeat(_go_on))
    if look == "before deciding":
        settling.decide = _wait_before(settling.decide, once)
    elif look == "before claiming":
        outbox._is_taken = _wait_before(outbox._is_taken, once)
    else:
        enrolling.move = _wait_before(enrolling.move, once)
    if look == "before moving":
        leaving.move = _wait_before(leaving.move, once)
    elif look == "at the line":  # who leaves looks at it when all is brought up to now, and when they have left
        giving.waiting_list = _wait_after(giving.waiting_list, second_time)


class _Unlocked(Select[Any]):
    """A query that locks nothing, whatever it is told."""

    inherit_cache = True

    def with_for_update(self, **_how: object) -> _Unlocked:
        return self


def _go_on() -> None:
    """Waits for nobody."""


def _wait_before(function: Callable[..., Any], waits: Iterator[Callable[[], object]]) -> Callable[..., Any]:
    def waiting(*args: Any, **kwargs: Any) -> Any:
        next(waits)()
        return function(*args, **kwargs)

    return waiting


def _wait_after(function: Callable[..., Any], waits: Iterator[Callable[[], object]]) -> Callable[..., Any]:
    def waiting(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        next(waits)()
        return result

    return waiting
