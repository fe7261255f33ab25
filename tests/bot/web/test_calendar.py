"""The calendar feed, over the real catalogue."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from knowledge.database import writing
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.telling.feeds import calendar_key, renew_calendar_key
from knowledge.vocabulary import EnrolmentState

pytestmark = pytest.mark.anyio


@pytest.fixture
def seated(filled: Engine, loaded: tuple[Path, datetime]) -> Engine:
    """Ann with a seat and a place in line on the first two dates, and a seat at her own pace."""
    now = loaded[1]
    with writing(filled) as session:
        dated = session.scalars(
            select(Offering)
            .where(col(Offering.starts_at) > now)
            .order_by(col(Offering.starts_at), col(Offering.id))
            .limit(2)
        ).all()
        own_pace = session.scalars(select(Offering).where(col(Offering.starts_at).is_(None)).limit(1)).all()
        session.add(Learner(id="ann", created_at=now))
        session.flush()
        states = (EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.ENROLLED)
        for offering, state in zip([*dated, *own_pace], states, strict=True):
            session.add(Enrolment(learner_id="ann", offering_id=offering.id, state=state, asked_at=now))
    return filled


async def test_a_key_gives_the_stations_that_have_a_date(api: httpx.AsyncClient, seated: Engine) -> None:
    response = await api.get(f"/kalender/{calendar_key(seated, 'ann')}.ics")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert (response.headers["cache-control"], response.headers["x-robots-tag"]) == ("no-store", "noindex")
    events = Calendar.from_ical(response.content).events
    with Session(seated) as session:
        starts = session.scalars(
            select(col(Offering.starts_at))
            .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
            .where(col(Offering.starts_at).is_not(None))
            .order_by(col(Offering.starts_at), col(Offering.id))
        ).all()
    assert [event.start for event in events] == starts
    assert [event["status"] for event in events] == ["CONFIRMED", "TENTATIVE"]


async def test_an_old_key_and_an_invented_one_give_the_same_sentence(api: httpx.AsyncClient, seated: Engine) -> None:
    old = calendar_key(seated, "ann")
    renew_calendar_key(seated, "ann")
    answers = [await api.get(f"/kalender/{key}.ics") for key in (old, "x" * 32, "x", "%00")]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (
            404,
            '{"detail":"Deze agenda is er niet (meer). Vraag in het gesprek om je agendalink, '
            'dan krijg je het adres dat nu geldt."}',
        )
    }
