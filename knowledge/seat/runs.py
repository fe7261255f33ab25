"""Other dates of the same module, for who lost theirs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.tables import Offering
from knowledge.vocabulary import GIVEN_OUT

MOST_RUNS = 3
OF_THE_SAME = 2
"""How many of the same academy come first, so that another academy is seen too."""


def next_runs(session: Session, offering: Offering, now: datetime) -> list[Offering]:
    """Coming dates of the same module on which somebody can still enrol, at most three, in order of date.

    The next two of the same academy, and then the soonest of others.
    """
    start = col(Offering.starts_at)
    rows = session.scalars(
        select(Offering)
        .where(
            col(Offering.module_id) == offering.module_id,
            col(Offering.id) != offering.id,
            col(Offering.in_content),
            col(Offering.state).in_(GIVEN_OUT),
            start > now,
        )
        .order_by(start, col(Offering.id))
        .limit(40)
    ).all()
    same = [row for row in rows if row.academy_id == offering.academy_id][:OF_THE_SAME]
    others = [row for row in rows if row not in same]
    chosen = [*same, *others][:MOST_RUNS]
    return [row for row in rows if row in chosen]
