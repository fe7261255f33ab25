"""Stories and letters for the tests of telling, over the shipped catalogue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.composing import DraftButton
from bot.telling.letter import Letter
from knowledge.tables import Enrolment, Learner, Notice, Offering
from knowledge.telling.story import Story
from knowledge.vocabulary import EnrolmentState, NoticeKind

STARTS = datetime(2026, 12, 8, 12, 0, tzinfo=UTC)
"""A Tuesday, 13:00 in the Netherlands."""

LINE = "cobots-op-de-werkvloer"
MODULE = "eerste-cobot-programma"


def an_offering(**fields: Any) -> Offering:
    """An offering of the shipped catalogue's first cobot programme."""
    row = {
        "id": "eerste.20261208",
        "module_id": MODULE,
        "academy_id": "regio-zwolle",
        "rule": "",
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=4),
        "decide_at": STARTS - timedelta(days=7),
        "place": "Voorbeeldrobotlab De Gieterij, Zwolle",
        "town": "zwolle",
        "minimum": 6,
        "maximum": 12,
        "cost": 75,
        "paid_by": "je werkgever",
    }
    return Offering(**(row | fields))


def a_story(
    kind: NoticeKind,
    state: EnrolmentState,
    *,
    offering: Offering | None = None,
    facts: dict[str, Any] | None = None,
    runs: tuple[Offering, ...] = (),
    line: str | None = LINE,
    now: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    **enrolment: Any,
) -> Story:
    """A notice of this kind to Ann, who is in this state."""
    offering = offering or an_offering()
    return Story(
        notice=Notice(
            id=7,
            key=f"{kind}:5:x",
            kind=kind,
            learner_id="ann",
            enrolment_id=5,
            facts=facts or {},
            created_at=now,
            due_at=now,
        ),
        learner=Learner(id="ann", created_at=now, name="Ann de Vries", email="ann@bedrijf.example"),
        enrolment=Enrolment(
            id=5,
            learner_id="ann",
            offering_id=offering.id,
            state=state,
            line_id=line,
            asked_at=now,
            held_until=now + timedelta(days=2),
            seated_at=now,
            **enrolment,
        ),
        offering=offering,
        conversation="talk-ann",
        present_at=None,
        position=2 if state is EnrolmentState.WAITING else None,
        runs=runs,
    )


def two_runs() -> tuple[Offering, ...]:
    """Two other dates of the same module."""
    later = [STARTS + timedelta(days=14), STARTS + timedelta(days=28)]
    return (
        an_offering(id="eerste.20261222", starts_at=later[0], ends_at=later[0] + timedelta(hours=4)),
        an_offering(id="eerste.20270105", starts_at=later[1], ends_at=later[1] + timedelta(hours=4), online=True),
    )


def a_letter(**fields: Any) -> Letter:
    """A letter to Ann with one button."""
    row: dict[str, Any] = {
        "notice": 7,
        "message_id": "<notice-7.0123456789abcdef@academie.example.org>",
        "conversation": "talk-ann",
        "name": "Ann de Vries",
        "address": "ann@bedrijf.example",
        "subject": "Er is een plek vrij",
        "paragraphs": ["Er is een plek vrij bij lassen.", "Ik houd hem vast tot morgen."],
        "buttons": [DraftButton("Ja", '/accept_seat{"offering": "las"}')],
        "card": None,
    }
    return Letter(**(row | fields))
