"""Two who use one code at the same moment: one is let in. The twin without the locks shows that both could be."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from knowledge.audit import audit
from knowledge.database import open_database
from knowledge.doors import codes
from knowledge.doors.codes import make_code, use_code
from knowledge.doors.joining import Joined, join
from knowledge.errors import CodeRefused
from knowledge.tables import Conversation, LinkCode
from tests.knowledge.doors.two_doors import column, joined, one, open_door
from tests.knowledge.seat.no_locks import plain_transaction
from tests.knowledge.seat.seats import add_offering, ask, seats

PATIENCE = 60


@pytest.fixture
def doors(databases: Engine, now: datetime) -> Engine:
    """The oldest talk has the code; two others want it."""
    for n, id in enumerate(("web", "een", "twee")):
        open_door(databases, now + timedelta(minutes=n), id)
    return databases


def at_once(engine: Engine, *deeds: Callable[[Engine], object]) -> list[object]:
    """Does all at the same moment, each through a connection of its own; gives what each came to."""
    barrier = Barrier(len(deeds))

    def run(deed: Callable[[Engine], object]) -> object:
        own = open_database(engine.url.render_as_string(hide_password=False))
        try:
            with own.connect():
                barrier.wait(PATIENCE)
            return deed(own)
        except CodeRefused as refusal:
            return refusal.why
        finally:
            own.dispose()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


@pytest.mark.parametrize("_again", range(3))
def test_of_two_who_use_a_code_at_once_one_is_let_in(doors: Engine, now: datetime, _again: int) -> None:
    code = make_code(doors, "web", now)
    told = at_once(doors, *(lambda own, talk=talk: use_code(own, talk, code, now) for talk in ("een", "twee")))
    assert sorted(told, key=str) in ([Joined("web", id), "unknown"] for id in ("een", "twee"))
    leads = dict(column(doors, Conversation, "id", "continued_as"))
    assert sorted(map(str, leads.values())) == ["None", "None", "web"]
    assert audit(doors, now) == []


def test_without_the_locks_both_are_let_in(doors: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    code = make_code(doors, "web", now)
    elsewhere = open_database(doors.url.render_as_string(hide_password=False))
    told: list[object] = []

    def join_late(session: codes.Session, own: str, other: str, at: datetime) -> Joined:
        """The second comes while the first has seen that the code is good, and nothing is locked."""
        monkeypatch.setattr(codes, "join", join)
        told.append(use_code(elsewhere, "twee", code, now))
        return join(session, own, other, at)

    monkeypatch.setattr(codes, "writing", plain_transaction)
    monkeypatch.setattr(codes, "locked_family", lambda *_: [])
    monkeypatch.setattr(codes, "_locked_code", lambda session, key: session.get(LinkCode, codes._digest(key)))
    monkeypatch.setattr(codes, "_used", lambda *_: None)
    monkeypatch.setattr(codes, "join", join_late)
    try:
        if doors.dialect.name == "sqlite":
            with pytest.raises(OperationalError, match="database is locked"):
                use_code(doors, "een", code, now)
        else:
            told.append(use_code(doors, "een", code, now))
            assert told == [Joined("web", "twee"), Joined("web", "een")]
            assert {one(doors, Conversation, id).continued_as for id in ("een", "twee")} == {"web"}
    finally:
        elsewhere.dispose()


def test_many_joins_of_the_same_talks_at_once_never_wait_in_a_circle(doors: Engine, now: datetime) -> None:
    """Each takes the talks in another order, with seats on the same offerings."""
    for id in ("cobots", "meten"):
        add_offering(doors, now, id, maximum=3)
    for id in ("ann", "bob", "cas"):
        open_door(doors, now, f"van {id}", id)
    for offering in ("cobots", "meten"):
        ask(doors, now, "ann", "bob", "cas", offering=offering)
    pairs = [("ann", "bob"), ("bob", "cas"), ("cas", "ann"), ("bob", "ann"), ("cas", "bob"), ("ann", "cas")]
    deeds = [lambda own, pair=pair: joined(own, f"van {pair[0]}", f"van {pair[1]}", now) for pair in pairs]
    told = at_once(doors, *deeds)
    assert [type(answer) for answer in told] == [Joined] * 6
    (left,) = {id for id, leads in column(doors, Conversation, "id", "continued_as") if "van" in id and not leads}
    assert seats(doors) == {id: {left.removeprefix("van "): "enrolled"} for id in ("cobots", "meten")}
    assert audit(doors, now) == []
