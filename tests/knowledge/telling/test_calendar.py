"""Invitations and feeds, read back as a calendar reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import AMSTERDAM
from knowledge.seat.looking import Seat
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.telling.calendar import House, feed, invitation, method_of
from knowledge.vocabulary import EnrolmentState

HOUSE = House("navigator@academie.example.org", "https://navigator.example.org")
STARTS = datetime(2026, 12, 8, 12, 0, tzinfo=UTC)
MODULE = "eerste-cobot-programma"


def a_seat(
    state: EnrolmentState = EnrolmentState.ENROLLED,
    starts_at: datetime | None = STARTS,
    hours: int = 4,
    id: int = 5,
    sequence: int = 0,
    **offering: Any,
) -> Seat:
    row = {
        "id": "eerste",
        "module_id": MODULE,
        "academy_id": "regio-zwolle",
        "rule": "",
        "starts_at": starts_at,
        "ends_at": starts_at and starts_at + timedelta(hours=hours),
        "place": "Voorbeeldrobotlab De Gieterij, Zwolle",
        "minimum": 1,
        "maximum": 8,
        "cost": 0,
    }
    planned = Offering(**(row | offering))
    enrolment = Enrolment(
        id=id, learner_id="ann", offering_id=planned.id, state=state, asked_at=STARTS, sequence=sequence
    )
    return Seat(enrolment, planned, None)


def ann(**fields: Any) -> Learner:
    return Learner(**({"id": "ann", "created_at": STARTS, "name": "Ann", "email": "ann@bedrijf.example"} | fields))


def invited(catalogue: Catalogue, now: datetime, seat: Seat, learner: Learner | None = None) -> tuple[Calendar, Event]:
    """The invitation as it is read back, and the one event in it."""
    made = invitation(seat, learner or ann(), catalogue, HOUSE, now)
    assert made is not None
    calendar = Calendar.from_ical(made)
    (event,) = calendar.events
    assert event.errors == []
    return calendar, event


def test_a_seat_is_an_invitation_that_asks_for_no_second_yes(catalogue: Catalogue, now: datetime) -> None:
    calendar, event = invited(catalogue, now, a_seat(bring="Je laptop"))
    assert (calendar["method"], calendar["version"], len(calendar.timezones)) == ("REQUEST", "2.0", 1)
    assert {name: str(event[name]) for name in ("uid", "summary", "location", "description", "status", "url")} == {
        "uid": "enrolment-5@academie.example.org",
        "summary": "Je eerste cobotprogramma",
        "location": "Voorbeeldrobotlab De Gieterij, Zwolle",
        "description": "Voorbeeldacademie Regio Zwolle\nNeem mee: Je laptop\n"
        "Vragen of toch niet? https://navigator.example.org",
        "status": "CONFIRMED",
        "url": "https://navigator.example.org",
    }
    assert (event["sequence"], event["dtstamp"].dt) == (0, now)
    assert (event.start, event.end) == (STARTS, STARTS + timedelta(hours=4))
    assert event["dtstart"].params["tzid"] == "Europe/Amsterdam"
    assert str(event["organizer"]) == "mailto:navigator@academie.example.org"
    assert str(event["attendee"]) == "mailto:ann@bedrijf.example"
    assert dict(event["attendee"].params) == {
        "CN": "Ann",
        "PARTSTAT": "ACCEPTED",
        "ROLE": "REQ-PARTICIPANT",
        "RSVP": "FALSE",
    }


def test_what_is_cancelled_goes_out_of_the_calendar_and_replaces_what_came_before(
    catalogue: Catalogue, now: datetime
) -> None:
    _, first = invited(catalogue, now, a_seat())
    _, moved = invited(catalogue, now, a_seat(sequence=1, starts_at=STARTS + timedelta(days=7)))
    calendar, gone = invited(catalogue, now, a_seat(EnrolmentState.CANCELLED, sequence=2))
    assert (calendar["method"], gone["status"]) == ("CANCEL", "CANCELLED")
    assert {str(event["uid"]) for event in (first, moved, gone)} == {"enrolment-5@academie.example.org"}
    assert [event["sequence"] for event in (first, moved, gone)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("seat", "learner", "method"),
    [
        (a_seat(), ann(), "REQUEST"),
        (a_seat(EnrolmentState.CANCELLED), ann(), "CANCEL"),
        (a_seat(EnrolmentState.DENIED), ann(), "CANCEL"),
        (a_seat(EnrolmentState.WAITING), ann(), None),
        (a_seat(EnrolmentState.OFFERED), ann(), None),
        (a_seat(EnrolmentState.PENDING), ann(), None),
        (a_seat(EnrolmentState.ATTENDED), ann(), None),
        (a_seat(starts_at=None), ann(), None),
        (a_seat(), ann(email=None), None),
    ],
)
def test_only_a_dated_seat_of_somebody_with_an_address_is_invited(
    catalogue: Catalogue, now: datetime, seat: Seat, learner: Learner, method: str | None
) -> None:
    assert method_of(seat, learner) == method
    assert (invitation(seat, learner, catalogue, HOUSE, now) is None) == (method is None)


NIGHTS = [
    (datetime(2026, 10, 25, 0, 0, tzinfo=UTC), 3, "02:00", "04:00", False),
    (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), 4, "01:30", "04:30", False),
    (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 1, "02:30", "03:30", True),
    (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 2, "01:30", "04:30", False),
    (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 1, "03:00", "04:00", False),
]


@pytest.mark.parametrize(("starts_at", "hours", "begins", "ends", "in_utc"), NIGHTS)
def test_a_session_across_the_change_of_the_clock_keeps_its_moments(
    catalogue: Catalogue, now: datetime, starts_at: datetime, hours: int, begins: str, ends: str, in_utc: bool
) -> None:
    _, event = invited(catalogue, now, a_seat(starts_at=starts_at, hours=hours))
    # Arithmetic within one zone forgets the change of the clock, so the moments are compared in UTC.
    moments = [moment.astimezone(UTC) for moment in (event.start, event.end)]
    assert moments == [starts_at, starts_at + timedelta(hours=hours)]
    assert [f"{moment.astimezone(AMSTERDAM):%H:%M}" for moment in moments] == [begins, ends]
    assert ("tzid" not in event["dtstart"].params) == in_utc


def test_long_dutch_lines_are_folded_and_come_back_whole(catalogue: Catalogue, now: datetime) -> None:
    bring = "Eén veiligheidsbril, één paar werkschoenen en de coördinatenlijst – ónbeschreven. " * 6
    made = invitation(a_seat(bring=bring), ann(), catalogue, HOUSE, now)
    assert made is not None
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert b"\n" not in made.replace(b"\r\n", b"")
    _, event = invited(catalogue, now, a_seat(bring=bring))
    assert f"Neem mee: {bring}" in str(event["description"])


def named(catalogue: Catalogue, name: str) -> Catalogue:
    """The catalogue with another name for the module."""
    other = catalogue.modules[MODULE].model_copy(update={"name": name})
    return replace(catalogue, modules={**catalogue.modules, MODULE: other})


def test_signs_that_a_calendar_uses_itself_are_only_signs_in_a_name(catalogue: Catalogue, now: datetime) -> None:
    name = "Lassen, snijden; zagen\\boren\nEND:VEVENT"
    learner = ann(name='Ann "de las"\r\nATTENDEE:mailto:x@y.example; de Vries, MSc\x00')
    _, event = invited(named(catalogue, name), now, a_seat(place="Hal 3; links, achter"), learner)
    assert (str(event["summary"]), str(event["location"])) == (name, "Hal 3; links, achter")
    assert str(event["attendee"]) == "mailto:ann@bedrijf.example"
    assert event["attendee"].params["cn"] == "Ann 'de las' ATTENDEE:mailto:x@y.example; de Vries, MSc"


def test_a_feed_has_every_live_seat_with_a_date_and_says_which_are_sure(catalogue: Catalogue, now: datetime) -> None:
    seats = [a_seat(state, id=number) for number, state in enumerate(EnrolmentState, start=1)]
    calendar = Calendar.from_ical(feed([*seats, a_seat(id=99, starts_at=None)], catalogue, HOUSE, now))
    assert (calendar["method"], str(calendar["x-wr-calname"])) == ("PUBLISH", "Mijn stations")
    assert calendar.refresh_interval == timedelta(hours=1)
    name = "Je eerste cobotprogramma"
    assert [(str(event["summary"]), event["status"], event.get("transp")) for event in calendar.events] == [
        (f"{name} (wacht op akkoord)", "TENTATIVE", "TRANSPARENT"),
        (name, "CONFIRMED", None),
        (f"{name} (op de wachtlijst)", "TENTATIVE", "TRANSPARENT"),
        (f"{name} (plek vrij, wacht op jouw ja)", "TENTATIVE", "TRANSPARENT"),
    ]
    assert [name for event in calendar.events for name in ("attendee", "organizer") if name in event] == []


def test_an_empty_feed_is_a_calendar_too(catalogue: Catalogue, now: datetime) -> None:
    assert Calendar.from_ical(feed([], catalogue, HOUSE, now)).events == []


def test_a_seat_has_the_same_name_in_the_feed_as_in_its_invitation(catalogue: Catalogue, now: datetime) -> None:
    (event,) = Calendar.from_ical(feed([a_seat()], catalogue, HOUSE, now)).events
    assert event["uid"] == invited(catalogue, now, a_seat())[1]["uid"]
