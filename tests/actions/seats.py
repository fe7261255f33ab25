"""Short cuts to a seat, for the tests of talks; and who has which seat, as the database says it."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.people import known
from knowledge.seat.enrolling import enrol
from knowledge.tables import Enrolment, Learner, Offering
from tests.actions.stage import Stage


def choose_cyber(stage: Stage, number: int = 0) -> str:
    """Chooses one of the dates of the first station of the line Cyber Security; gives the offering."""
    stage.say("schrijf me in voor cyber security", "enrol")
    offering = stage.answer.offerings[number]
    stage.press(stage.answer.titles[number])
    return offering


def enrol_jan(stage: Stage, number: int = 0) -> str:
    """Takes a seat as Jan, from the first word to the last; gives the offering."""
    offering = choose_cyber(stage, number)
    if "utter_ask_consent" in stage.answer.responses:
        stage.press("Ja")
        stage.gives(email="jan@bedrijf.nl")
        stage.gives(name="Jan Jansen")
    else:
        stage.press("Ja")
    assert "utter_enrolled" in stage.answer.responses, stage.answer.responses
    return offering


def enrol_more(stage: Stage) -> str:
    """A second seat, on the second date of another station: a Tuesday; gives the offering."""
    stage.say("schrijf me in voor de energiesafari door de hal", "enrol")
    offering = stage.answer.offerings[1]
    stage.press(stage.answer.titles[1])
    stage.press("Ja")
    return offering


def enrolled(stage: Stage) -> dict[str, str]:
    """The state of each enrolment of the person of a talk, by offering."""
    learner = known(stage.academy.engine, stage.conversation).learner_id
    with reading(stage.academy.engine) as session:
        rows = session.scalars(select(Enrolment).where(col(Enrolment.learner_id) == learner)).all()
    return {row.offering_id: row.state.value for row in rows}


def change_offering(stage: Stage, offering: str, **fields: object) -> None:
    """Changes an offering, as a decision or a newer catalogue would."""
    with writing(stage.academy.engine) as session:
        row = session.get(Offering, offering)
        assert row is not None
        row.sqlmodel_update(fields)


def fill(stage: Stage, *modules: str) -> list[str]:
    """Makes every session of these modules full; gives their offerings."""
    full = [session.id for session in stage.academy.catalogue.sessions if session.module in modules]
    for offering in full:
        change_offering(stage, offering, maximum=1)
        fill_one(stage, offering)
    return full


def fill_one(stage: Stage, offering: str) -> None:
    """Somebody else takes a seat."""
    now = stage.academy.now()
    with writing(stage.academy.engine) as session:
        learner = Learner(created_at=now, consent_at=now)
        session.add(learner)
    enrol(stage.academy.engine, learner.id, [offering], now)
