"""Which ways a letter takes, the best first.

What somebody asked for goes first. Else their chat on Telegram, or a mail, for a page that is closed tells nobody
anything; but to who has the talk open it is said there. An invitation for the calendar always goes by mail, unless they
don't want that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.telling.letter import Letter
from bot.telling.ways import WayOut
from knowledge.telling.notices import wishes_of
from knowledge.telling.story import Story
from knowledge.telling.wishes import Way
from knowledge.vocabulary import NoticeKind

PRESENT = timedelta(seconds=60)
"""An open page asks for messages more often than this."""

SAID_ALREADY = (NoticeKind.SEAT_TAKEN, NoticeKind.SEAT_LEFT)
"""What the talk itself has just said; only calendar and mailbox still want to know."""


@dataclass(frozen=True)
class Route:
    """The ways to try in this order, and whether the talk shows it too when it went by another way."""

    ways: tuple[Way, ...]
    shown_in_the_talk: bool


def route(story: Story, letter: Letter, now: datetime, there: Mapping[Way, WayOut]) -> Route:
    """The ways for a letter, of those that are ``there``; the website always is, for who has a talk."""
    said = story.notice.kind in SAID_ALREADY
    possible = [way for way in _order(story, letter, now) if way in there and _leads_on(story, letter, there[way])]
    if story.conversation is not None and story.on_website and (not said or not possible):
        possible.insert(len(possible) if not _on_the_page(story, letter, now) else 0, Way.WEBSITE)
    return Route(tuple(dict.fromkeys(possible)), shown_in_the_talk=not said)


def _order(story: Story, letter: Letter, now: datetime) -> list[Way]:
    wanted = wishes_of(story.learner).way
    others = [Way.TELEGRAM, Way.EMAIL] if letter.invitation is None else [Way.EMAIL, Way.TELEGRAM]
    return others if wanted in (None, Way.WEBSITE) else [wanted, *(way for way in others if way != wanted)]


def _on_the_page(story: Story, letter: Letter, now: datetime) -> bool:
    """Whether the talk itself is the best way: it was asked for, or its page is open."""
    wanted = wishes_of(story.learner).way
    present = story.present_at is not None and now - story.present_at <= PRESENT
    return wanted == Way.WEBSITE or (wanted is None and present and letter.invitation is None)


def _leads_on(story: Story, letter: Letter, way: WayOut) -> bool:
    """Whether this way leads to the person, and didn't refuse their address before."""
    refused = way.name == Way.EMAIL and story.learner.email_refused == story.learner.email
    return way.reaches(letter) and not refused
