"""Takes the locks out of this process, for the twins that show that the race tests can fail.

On PostgreSQL rows are read plainly, on SQLite a transaction begins with BEGIN where it took the write
lock with BEGIN IMMEDIATE.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from typing import Any, Literal

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge import own_data
from knowledge.seat import enrolling, leaving
from knowledge.tables import Learner, Offering

Look = Literal["before moving", "at the line"]
"""The look after which all wait: before the first change is made, or once it was seen who is in line."""


@contextmanager
def plain_transaction(engine: Engine) -> Iterator[Session]:
    """One transaction that takes no lock before its first change."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def take_out_the_locks(look: Look, wait: Callable[[], object]) -> None:
    """From now on nothing is locked here, and the first time that a look is over ``wait`` is called."""
    for module in (enrolling, leaving, own_data):
        module.writing = plain_transaction
        module.locked_offering = lambda session, key: session.get(Offering, key)
    enrolling.present_learner = lambda session, key: session.get(Learner, key)
    own_data.locked_learner = lambda session, key: session.get(Learner, key)
    waits = chain([wait], repeat(lambda: None))
    enrolling.move = _wait_before(enrolling.move, waits)
    if look == "before moving":
        leaving.move = _wait_before(leaving.move, waits)
    else:
        leaving.waiting_list = _wait_after(leaving.waiting_list, waits)


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
