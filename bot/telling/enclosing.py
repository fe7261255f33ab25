"""Which letters have something for the calendar with them."""

from __future__ import annotations

from datetime import datetime

from knowledge.catalogue.snapshot import Catalogue
from knowledge.seat.looking import Seat
from knowledge.settings import Settings
from knowledge.telling.calendar import House, invitation, method_of
from knowledge.telling.story import Story
from knowledge.vocabulary import EnrolmentState, NoticeKind

ENCLOSES = (
    NoticeKind.SEAT_TAKEN,
    NoticeKind.SEAT_LEFT,
    NoticeKind.NO_GO,
    NoticeKind.WITHDRAWN,
    NoticeKind.CHANGED,
)
"""What adds something to a calendar, changes it there, or takes it out."""


def house_of(settings: Settings) -> House:
    """Who invites, by the settings."""
    return House(settings.mail_from, settings.people_url)


def calendar_of(
    story: Story, seat: Seat, catalogue: Catalogue, settings: Settings, now: datetime
) -> tuple[bytes | None, str | None]:
    """The invitation and its method; both None for who has nothing of it in their calendar."""
    was = story.notice.facts.get("was", EnrolmentState.ENROLLED)
    if story.notice.kind not in ENCLOSES or was != EnrolmentState.ENROLLED:
        return None, None
    made = invitation(seat, story.learner, catalogue, house_of(settings), now)
    return made, method_of(seat, story.learner) if made else None
