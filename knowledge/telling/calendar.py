"""Seats as a calendar shows them (iCalendar, RFC 5545 and 5546): one invitation, or the feed of all of somebody's.

A seat has the same UID in both, and its SEQUENCE counts the changes of what it says, so that a later message
replaces an earlier one whatever the order in which they arrive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import as_utc, to_local
from knowledge.seat.looking import Seat, offering_card
from knowledge.tables import Learner
from knowledge.telling.dutch_time import dutch_time
from knowledge.vocabulary import DUTCH, LIVE, EnrolmentState

MAKER = "-//Smart Makers Academy//Navigator//NL"
ORGANIZER = "Smart Makers Navigator"
FEED_NAME = "Mijn stations"
REFRESH = timedelta(hours=1)
"""How often a calendar is asked to look at a feed again."""

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


@dataclass(frozen=True)
class House:
    """Who invites: the mail address of the navigator, and where people reach its website."""

    address: str
    url: str

    def uid(self, seat: Seat) -> str:
        """The name of a seat in every calendar, for as long as it exists."""
        return f"enrolment-{seat.enrolment.id}@{self.address.rpartition('@')[2]}"


def method_of(seat: Seat, learner: Learner) -> str | None:
    """REQUEST for a seat, CANCEL for one that is gone; None when there is no date or nobody to invite."""
    if seat.offering.starts_at is None or seat.offering.ends_at is None or not learner.email:
        return None
    if seat.enrolment.state is EnrolmentState.ENROLLED:
        return REQUEST
    return CANCEL if seat.enrolment.state in (EnrolmentState.CANCELLED, EnrolmentState.DENIED) else None


def invitation(seat: Seat, learner: Learner, catalogue: Catalogue, house: House, now: datetime) -> bytes | None:
    """The invitation to a seat as it is now, or its withdrawal; None when ``method_of`` gives none."""
    method = method_of(seat, learner)
    if method is None or learner.email is None:
        return None
    event = _event(seat, catalogue, house, now)
    event.status = "CONFIRMED" if method == REQUEST else "CANCELLED"
    event["organizer"] = vCalAddress.new(house.address, cn=ORGANIZER)
    # They took the seat in the talk: the calendar shows it, and asks for no second yes.
    event["attendee"] = vCalAddress.new(
        learner.email, cn=_in_one_line(learner.name) or None, partstat="ACCEPTED", role="REQ-PARTICIPANT", rsvp=False
    )
    return bytes(_calendar(method, [event]).to_ical())


def feed(seats: Iterable[Seat], catalogue: Catalogue, house: House, now: datetime) -> bytes:
    """The live seats that have a date, as a calendar that others subscribe to; what is not sure is tentative."""
    events = [
        _in_feed(seat, _event(seat, catalogue, house, now))
        for seat in seats
        if seat.enrolment.state in LIVE and seat.offering.starts_at and seat.offering.ends_at
    ]
    calendar = _calendar(PUBLISH, events)
    calendar.calendar_name = FEED_NAME
    calendar.refresh_interval = REFRESH
    calendar["x-published-ttl"] = "PT1H"  # what Outlook reads in its place
    return bytes(calendar.to_ical())


def _calendar(method: str, events: list[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(dutch_time())
    for event in events:
        calendar.add_component(event)
    return calendar


def _event(seat: Seat, catalogue: Catalogue, house: House, now: datetime) -> Event:
    card = offering_card(catalogue, seat.offering)
    event = Event.new(
        uid=house.uid(seat),
        sequence=seat.enrolment.sequence,
        stamp=as_utc(now),
        summary=_clean(card.name),
        location=_clean(card.place) or None,
        description=_clean(_description(seat, card, catalogue, house)),
    )
    if card.starts_at and card.ends_at:
        event.add("dtstart", _wall_clock(card.starts_at))
        event.add("dtend", _wall_clock(card.ends_at))
    event["url"] = house.url
    return event


def _description(seat: Seat, card: OfferingCard, catalogue: Catalogue, house: House) -> str:
    module = catalogue.modules.get(card.module)
    bring = seat.offering.bring or (module.bring if module else "")
    lines = [card.academy, f"Neem mee: {bring}" if bring else "", f"Vragen of toch niet? {house.url}"]
    return "\n".join(line for line in lines if line)


def _in_feed(seat: Seat, event: Event) -> Event:
    state = seat.enrolment.state
    sure = state is EnrolmentState.ENROLLED
    event.status = "CONFIRMED" if sure else "TENTATIVE"
    if not sure:
        event["summary"] = vText(f"{event['summary']} ({DUTCH[state]})")
        event["transp"] = "TRANSPARENT"  # a place in line keeps nobody's time occupied
    return event


def _wall_clock(moment: datetime) -> datetime:
    """The time in the Netherlands; in UTC the second one of a doubled hour, which a wall clock cannot name."""
    local = to_local(moment)
    return as_utc(moment) if local.fold else local


def _clean(text: str) -> str:
    """Without the control characters that no calendar may hold; a line stays a line."""
    return "".join(sign for sign in text.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())


def _in_one_line(name: str | None) -> str:
    return " ".join(_clean(name or "").split()).replace('"', "'")
