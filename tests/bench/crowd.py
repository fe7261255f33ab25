"""A database full of people: 50,000 enrolments on the offerings of 40 academies over half a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Engine, insert

from knowledge.catalogue.content import Content
from knowledge.catalogue.load import load
from knowledge.clock import from_local, to_local
from knowledge.database import writing
from knowledge.tables import Conversation, Enrolment, EnrolmentChange, Learner, Offering
from knowledge.vocabulary import EnrolmentState, OfferingState

ACADEMIES, OFFERINGS, ENROLMENTS, LEARNERS, WEEKS = 40, 20_000, 50_000, 25_000, 26
HOURS = (8, 9, 13, 19)
OWN_PACE = 10
"""Of so many offerings one is at one's own pace."""


def fill(engine: Engine, content: Content, now: datetime) -> None:
    """A shipped catalogue for the names, and offerings and people around it that are drawn, the same every time."""
    draw = Random(0)
    load(engine, content, now)
    modules = [module.id for module in content.modules]
    with writing(engine) as session:
        offerings = [_offering(draw, n, modules, now) for n in range(OFFERINGS)]
        session.execute(insert(Offering), offerings)
        learners = [_learner(n, now) for n in range(LEARNERS)]
        session.execute(insert(Learner), learners)
        session.execute(insert(Conversation), [_talk(one, now) for one in learners])
        enrolments = _enrolments(draw, offerings, now)
        session.execute(insert(Enrolment), enrolments)
        session.execute(insert(EnrolmentChange), [_change(one) for one in enrolments])


def _offering(draw: Random, number: int, modules: list[str], now: datetime) -> dict[str, object]:
    day = to_local(now).date() + timedelta(days=draw.randrange(1, 7 * WEEKS))
    starts_at = None if number % OWN_PACE == 0 else _at(day, draw.choice(HOURS))
    return {
        "id": f"druk-{number}",
        "module_id": draw.choice(modules),
        "academy_id": f"academie-{number % ACADEMIES}",
        "rule": "",
        "starts_at": starts_at,
        "ends_at": starts_at and starts_at + timedelta(hours=4),
        "decide_at": starts_at and starts_at - timedelta(days=7),
        "place": "Praktijkhal, Zwolle",
        "minimum": 1,
        "maximum": 12,
        "cost": 75,
        "state": OfferingState.OPEN,
        "partners": [],
        "by_hand": [],
    }


def _at(day: datetime.date, hour: int) -> datetime:  # type: ignore[valid-type]
    return from_local(day, datetime.min.time().replace(hour=hour))


def _learner(number: int, now: datetime) -> dict[str, object]:
    return {
        "id": f"mens-{number}",
        "created_at": now - timedelta(days=60),
        "consent_at": now - timedelta(days=60),
        "name": "Sam",
        "email": f"mens-{number}@bedrijf.example",
        "wishes": {},
    }


def _talk(learner: dict[str, object], now: datetime) -> dict[str, object]:
    seen = now - timedelta(days=30)
    return {"id": f"gesprek-{learner['id']}", "learner_id": learner["id"], "created_at": seen, "seen_at": seen}


def _enrolments(draw: Random, offerings: list[dict[str, object]], now: datetime) -> list[dict[str, object]]:
    taken: set[tuple[str, str]] = set()
    while len(taken) < ENROLMENTS:
        taken.add((f"mens-{draw.randrange(LEARNERS)}", f"druk-{draw.randrange(len(offerings))}"))
    asked_at = now - timedelta(days=40)
    return [
        {
            "id": number,
            "learner_id": learner,
            "offering_id": offering,
            "state": EnrolmentState.ENROLLED,
            "asked_at": asked_at + timedelta(seconds=number),
            "seated_at": asked_at + timedelta(seconds=number),
            "sequence": 1,
        }
        for number, (learner, offering) in enumerate(sorted(taken), start=1)
    ]


def _change(enrolment: dict[str, object]) -> dict[str, object]:
    return {
        "enrolment_id": enrolment["id"],
        "at": enrolment["asked_at"],
        "after": EnrolmentState.ENROLLED,
        "who": "learner",
        "why": "asked for a seat",
    }
