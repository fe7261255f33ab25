"""All that is looked at, in one reading of the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from knowledge.audit.decisions import decisions
from knowledge.audit.finding import Finding
from knowledge.audit.messages import messages
from knowledge.audit.seats import seats
from knowledge.database import reading


def audit(engine: Engine, now: datetime) -> list[Finding]:
    """Every broken promise; an empty list is good news."""
    with reading(engine) as session:
        return [*seats(session, now), *decisions(session, now), *messages(session, now)]
