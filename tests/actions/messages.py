"""Messages of the navigator to the people of a talk: written down and sent as the clock does it, without a way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.people import known
from knowledge.seat.settling import settle_due
from knowledge.tables import Enrolment, Notice, Offering
from knowledge.telling.outbox import claim, sent
from knowledge.telling.reminders import write_due
from knowledge.telling.wishes import Way
from knowledge.vocabulary import OfferingState
from tests.actions.seats import change_offering, enrol_jan
from tests.actions.stage import Stage


def move_clock(moment: datetime, *stages: Stage) -> None:
    """It is this moment in these talks."""
    for stage in stages:
        stage.academy = replace(stage.academy, now=lambda: moment)


def all_go(stage: Stage) -> None:
    """Everything that is planned goes on, so that no decision changes what a test is about."""
    with writing(stage.academy.engine) as session:
        session.execute(update(Offering).values(state=OfferingState.CONFIRMED))


def tick(stage: Stage) -> list[str]:
    """What the clock does: settles what is due, and sends what must be told; gives the kinds that were sent."""
    engine, now = stage.academy.engine, stage.academy.now()
    settle_due(engine, now)
    write_due(engine, now)
    claims = claim(engine, now, 100)
    return [one.story.notice.kind.value for one in claims if sent(engine, one, Way.WEBSITE, now)]


def unanswered(stage: Stage) -> list[str]:
    """The kinds of the messages to the person of a talk that were sent and are not answered, oldest first."""
    learner = known(stage.academy.engine, stage.conversation).learner_id
    with reading(stage.academy.engine) as session:
        query = select(col(Notice.kind)).where(
            col(Notice.learner_id) == learner, col(Notice.sent_at).is_not(None), col(Notice.answered_at).is_(None)
        )
        return [kind.value for kind in session.scalars(query.order_by(col(Notice.id)))]


def enrolment(stage: Stage, offering: str) -> Enrolment:
    """The enrolment of the person of a talk."""
    learner = known(stage.academy.engine, stage.conversation).learner_id
    with reading(stage.academy.engine) as session:
        query = select(Enrolment).where(col(Enrolment.learner_id) == learner, col(Enrolment.offering_id) == offering)
        return session.scalars(query).one()


def offering_of(stage: Stage, offering: str) -> Offering:
    """An offering as the database has it."""
    with reading(stage.academy.engine) as session:
        return session.get_one(Offering, offering)


def wait_behind_jan(stage: Stage, waiting: Stage, number: int = 0) -> str:
    """Jan takes the only seat on a date of the first station, and Piet waits for it; gives the offering."""
    offering = enrol_jan(stage, number)
    change_offering(stage, offering, maximum=1, state="confirmed")
    wait_too(waiting, offering)
    return offering


def wait_too(waiting: Stage, offering: str, name: str = "Piet Pot") -> None:
    """Somebody else asks for the same seat."""
    waiting.send(f'/enrol{{"offering": "{offering}"}}')
    waiting.press("Ja")
    waiting.gives(email=f"{name.split()[0].lower()}@bedrijf.nl", name=name)
    assert "utter_on_waiting_list" in waiting.answer.responses
