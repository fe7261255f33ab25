"""Whole tables, to be compared; and learners to put on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from knowledge.database import reading, writing
from knowledge.tables import Learner

Tables = dict[str, list[dict[str, Any]]]


def tables(engine: Engine, *names: str) -> Tables:
    """Every row of these tables (of all when none is named), in the order of their keys."""
    with reading(engine) as session:
        return {
            name: [dict(row._mapping) for row in session.execute(select(table).order_by(*table.primary_key))]
            for name, table in SQLModel.metadata.tables.items()
            if not names or name in names
        }


def offerings(engine: Engine) -> dict[str, dict[str, Any]]:
    """Every row of the offerings by its id."""
    return {row["id"]: row for row in tables(engine, "offering")["offering"]}


def learner(engine: Engine, name: str, now: datetime) -> str:
    """A new learner; gives the id."""
    with writing(engine) as session:
        session.add(Learner(id=name, created_at=now))
    return name
