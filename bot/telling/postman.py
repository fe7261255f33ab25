"""Brings what is due to people: takes a message, picks a way, sends it, signs it off.

Any number of postmen may work at once. Each step leaves the database such that another can go on from there: what was
taken and not signed off is taken again when the lease is over. Whatever goes wrong with one message holds up no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.answers import ShownButton
from bot.telling.issuing import issue
from bot.telling.letter import Letter
from bot.telling.routes import Route, route
from bot.telling.ways import NoSuchAddress, NotNow, Refused, WayOut
from bot.telling.website import post
from bot.telling.wording import letter as letter_of
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import writing
from knowledge.errors import NavigatorError
from knowledge.settings import Settings
from knowledge.telling import outbox
from knowledge.telling.outbox import LEASE, Claim
from knowledge.telling.wishes import Way

BATCH = 20
"""Messages that are taken at once: so many can surely be sent within a lease."""

PATIENT = 3
"""Tries of one way that doesn't answer; after that another is taken as well."""

_log = structlog.get_logger()
Result = TypeVar("Result")


@dataclass
class Delivered:
    """What came of one round: how many went, by way, and how many did not."""

    sent: dict[Way, int] = field(default_factory=dict)
    put_off: int = 0
    failed: int = 0


@dataclass(frozen=True)
class Postman:
    """Delivers over the ways that there are; the website needs none, it is our own database.

    Args:
        clock: gives the present moment in UTC, anew for each message.
        lease: for how long a message is ours; another takes it after that.
        posted: is called when a message was put in a talk.
    """

    engine: Engine
    settings: Settings
    view: CatalogueView
    ways: Mapping[Way, WayOut]
    clock: Callable[[], datetime]
    lease: timedelta = LEASE
    posted: Callable[[], None] = lambda: None

    async def deliver(self) -> Delivered:
        """Sends everything that is due now, a few at a time, and returns when nothing is left."""
        done = Delivered()
        while claims := await _in_thread(partial(outbox.claim, self.engine, self.clock(), BATCH, self.lease)):
            for claimed in claims:
                await self._deliver(claimed, done)
        return done

    async def close(self) -> None:
        """Lets go of what the ways still hold open."""
        for way in self.ways.values():
            await way.close()

    async def _deliver(self, claimed: Claim, done: Delivered) -> None:
        try:
            await self._try(claimed, done)
        except Exception as error:  # one message that breaks holds up no other
            _log.exception("message not sent", notice=claimed.story.notice.id)
            await _in_thread(partial(outbox.put_off, self.engine, claimed, type(error).__name__, self.clock()))
            done.put_off += 1

    async def _try(self, claimed: Claim, done: Delivered) -> None:
        if not await _in_thread(partial(outbox.is_still_mine, self.engine, claimed, self.clock())):
            return await _in_thread(partial(outbox.let_go, self.engine, claimed))
        catalogue = await _in_thread(self.view.now)
        letter = letter_of(claimed.story, catalogue, self.settings, self.clock())
        chosen = route(claimed.story, letter, self.clock(), self.ways)
        for way in chosen.ways:
            try:
                await self._send(claimed, letter, way, chosen)
            except NotNow as error:
                if claimed.story.notice.attempts < PATIENT or way == chosen.ways[-1]:
                    return await self._later(claimed, str(error), done)
            except Refused as error:
                await self._note(claimed, way, error)
            else:
                done.sent[way] = done.sent.get(way, 0) + 1
                return None
        _log.warning("message reaches nobody", notice=claimed.story.notice.id)
        await _in_thread(partial(outbox.give_up, self.engine, claimed, "no way out takes it"))
        done.failed += 1
        return None

    async def _send(self, claimed: Claim, letter: Letter, way: Way, chosen: Route) -> None:
        """Over one way. What goes by another is put in the talk too, in the same breath as it is signed off."""
        if way != Way.WEBSITE:
            buttons = await _in_thread(partial(self._issue, letter))
            await self.ways[way].send(letter, buttons, self.clock())
        also = partial(self._post, letter) if way == Way.WEBSITE or chosen.shown_in_the_talk else None
        await _in_thread(partial(outbox.sent, self.engine, claimed, way, self.clock(), also))
        if also:
            self.posted()

    def _issue(self, letter: Letter) -> list[ShownButton]:
        """The buttons, kept before they leave the house: one in a mail that was sent twice works in both."""
        if letter.conversation is None or not letter.buttons:
            return []
        with writing(self.engine) as session:
            return issue(session, letter.conversation, letter.buttons, self.clock())

    def _post(self, letter: Letter, session: Session) -> None:
        if letter.conversation is not None:
            post(session, letter.conversation, letter, letter.buttons, letter.notice, self.clock())

    async def _later(self, claimed: Claim, why: str, done: Delivered) -> None:
        _log.warning("message put off", notice=claimed.story.notice.id, reason=why)
        await _in_thread(partial(outbox.put_off, self.engine, claimed, why, self.clock()))
        done.put_off += 1

    async def _note(self, claimed: Claim, way: Way, error: NavigatorError) -> None:
        _log.warning("message refused", notice=claimed.story.notice.id, way=way.value, reason=str(error))
        address = isinstance(error, NoSuchAddress)
        note = partial(outbox.refused, self.engine, claimed, way, str(error), self.clock(), address=address)
        await _in_thread(note)


async def _in_thread(work: Callable[[], Result]) -> Result:
    """What waits for the database runs beside the loop."""
    return await asyncio.to_thread(work)
