"""The desk: serves one order with a few looks at the database, and says what Rasa must still be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from bot.composing import Composed
from bot.desk.codes import ask_to_join, join_doors
from bot.desk.orders import CODE, JOIN, PAUSE, RESUME, START
from bot.desk.pausing import pause, resume
from bot.desk.starts import open_start
from knowledge.catalogue.snapshot import CatalogueView


@dataclass(frozen=True, slots=True)
class Served:
    """What the desk says itself, and what Rasa is asked after that; None when that is all."""

    composed: Composed = field(default_factory=Composed)
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Serves orders."""

    engine: Engine
    view: CatalogueView

    def serve(self, what: str, value: str, conversation: str, now: datetime) -> Served:
        """Does what an order asks. It waits for the database: run it in a thread."""
        if what == START:
            drafts, ask = open_start(self.engine, self.view.now(), conversation, value, now)
            return Served(Composed(drafts), ask)
        if what == CODE:
            return Served(Composed([ask_to_join(self.engine, conversation, value, now)]))
        if what == JOIN:
            return Served(Composed([join_doors(self.engine, conversation, value, now)]))
        if what == PAUSE:
            return Served(Composed([pause(self.engine, conversation, now)]))
        if what == RESUME:
            return Served(Composed([resume(self.engine, conversation)]))
        return Served(ask="/greet")
