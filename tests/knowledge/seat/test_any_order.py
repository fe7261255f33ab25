"""Whatever people and academies do in whatever order, the promises hold and everybody has what a plain model says."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import Phase
from sqlalchemy import Engine

from knowledge.seat import enrolling, giving, leaving, settling
from knowledge.seat.locking import seats_taken, waiting_list
from tests.knowledge.seat.any_order import in_any_order


def test_in_any_order_the_promises_hold_and_everybody_has_what_is_theirs(databases: Engine, now: datetime) -> None:
    in_any_order(databases, now, Phase.shrink)


def nothing(*_args: object, **_more: object) -> None:
    """A rule that is forgotten."""


BROKEN = {
    "offers never run out": (settling, "lapse", nothing),
    "nothing is decided": (settling, "decide", nothing),
    "the line stays open": (settling, "_close_the_line", nothing),
    "who leaves frees nothing": (leaving, "give_out", nothing),
    "the last in line comes first": (giving, "waiting_list", lambda *where: waiting_list(*where)[::-1]),
    "one seat too many is given": (enrolling, "seats_taken", lambda *where: seats_taken(*where) - 1),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_with_one_rule_broken_it_is_seen(
    engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    monkeypatch.setattr(*BROKEN[rule])
    with pytest.raises(AssertionError):
        in_any_order(engine, now)
