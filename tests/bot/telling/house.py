"""A house with one offering, people with an address and a talk, and a postman with a real mail server."""

from __future__ import annotations

import email
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import col

from bot.telling.by_mail import email_way
from bot.telling.clock import tick
from bot.telling.postman import Delivered, Postman
from bot.telling.ways import WayOut
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import reading, writing
from knowledge.settings import Settings
from knowledge.tables import Conversation, Learner, Notice, PostedMessage
from knowledge.telling.wishes import Way
from tests.bot.telling.letters import MODULE
from tests.bot.telling.test_smtp import Handler, serving
from tests.knowledge.seat.seats import add_offering


@dataclass
class House:
    """A postman at work; ``now`` is what its clock says."""

    engine: Engine
    now: datetime
    server: Handler
    port: int
    var: Path
    more: dict[Way, WayOut] = field(default_factory=dict)

    def postman(self, lease: timedelta = timedelta(minutes=5)) -> Postman:
        settings = Settings(_env_file=None, var=self.var, mail=f"smtp://127.0.0.1:{self.port}")  # type: ignore[call-arg]
        ways = {Way.EMAIL: email_way(settings), **self.more}
        return Postman(self.engine, settings, CatalogueView(self.engine), ways, lambda: self.now, lease)

    async def tick(self) -> Delivered:
        """One tick of the clock."""
        postman = self.postman()
        done = await tick(postman)
        await postman.close()
        return done

    async def after(self, **passed: float) -> Delivered:
        """The tick after so much time."""
        self.now += timedelta(**passed)
        return await self.tick()

    def mails(self) -> list[EmailMessage]:
        """What the mail server took, in order."""
        return [email.message_from_bytes(one.content, policy=default) for one in self.server.taken]

    def subjects(self) -> list[str]:
        return [f"{mail['To'].addresses[0].username}: {mail['Subject']}" for mail in self.mails()]

    def notices(self) -> list[tuple[str, str, str, str | None]]:
        """Who was told what, how far it is, and by which way, in the order in which it was written."""
        with reading(self.engine) as session:
            rows = session.scalars(select(Notice).order_by(col(Notice.id))).all()
        return [(row.learner_id, row.kind.value, row.state.value, row.way) for row in rows]

    def posted(self) -> list[tuple[str, dict[str, Any]]]:
        """The messages that wait in talks."""
        with reading(self.engine) as session:
            rows = session.scalars(select(PostedMessage).order_by(col(PostedMessage.id))).all()
        return [(row.conversation_id, row.body) for row in rows]


@asynccontextmanager
async def a_house(engine: Engine, now: datetime, var: Path, people: Sequence[str], **says: str) -> AsyncIterator[House]:
    """One offering, "cobots", with one seat, in two weeks; the mail server answers as it says."""
    add_offering(engine, now, module_id=MODULE, maximum=1)
    add_people(engine, now, *people)
    server = Handler(**says)
    async with serving(server) as port:
        yield House(engine, now, server, port, var)


def add_people(engine: Engine, now: datetime, *people: str) -> None:
    """Learners with an address and a talk of yesterday."""
    with writing(engine) as session:
        for id in people:
            session.add(Learner(id=id, created_at=now, consent_at=now, name=id, email=f"{id}@bedrijf.example"))
        session.flush()
        for id in people:
            seen = now - timedelta(days=1)
            session.add(Conversation(id=f"talk-{id}", learner_id=id, created_at=seen, seen_at=seen))


def tell_present(engine: Engine, conversation: str, now: datetime) -> None:
    """The page of this talk is open."""
    with writing(engine) as session:
        session.get_one(Conversation, conversation).present_at = now
