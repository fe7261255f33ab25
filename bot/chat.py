"""The talk at the front door, the same for every channel: one message in, one answer out, in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import Engine

from bot import sentences
from bot.adding import Adding
from bot.answers import Answer
from bot.desk.serving import Desk
from bot.forgetting import forget_talk
from bot.incoming import incoming
from bot.links import Links
from bot.rasa import Rasa
from bot.turn import Stage, Turn
from bot.turns import Turns
from bot.way import Way, writers_for
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.errors import NavigatorError
from knowledge.settings import Settings

SAVING = 1.5
"""Seconds to keep an answer that came at the very last."""

PROMISED = 9.8
"""Seconds within which the person hears something, whatever happens."""


class Chat:
    """Answers messages. Everything that waits is bounded; everything that fails becomes a sentence.

    Args:
        view: the catalogue; by default one of our own.
        links: where the doors are; Telegram's comes in when its bot is known.
        forget: erases one conversation by its id; by default ours and Rasa's.
    """

    def __init__(
        self,
        engine: Engine,
        rasa: Rasa,
        settings: Settings,
        *,
        view: CatalogueView | None = None,
        links: Links | None = None,
        forget: Callable[[str], None] | None = None,
    ) -> None:
        self._settings = settings
        self._way = Way(
            engine=engine,
            rasa=rasa,
            actions_url=settings.actions_url,
            desk=Desk(engine, view or CatalogueView(engine)),
            adding=Adding(engine, links or Links(settings.people_url)),
            forget=forget or partial(forget_talk, engine, settings.var / "rasa.db"),
            writers=writers_for(engine),
        )
        self._turns = Turns()
        self._running: set[asyncio.Task[Answer]] = set()

    async def answer(
        self,
        conversation: str | None,
        *,
        text: str | None = None,
        button: str | None = None,
        order: str | None = None,
        about: int | None = None,
        message_id: str | None = None,
        channel: str = "website",
        now: datetime,
    ) -> Answer:
        """The answer to one message, within 10 seconds: a text, a button, or an order of the door itself.

        Raises:
            TextOrButton, NothingTyped, TooLong: the message cannot be answered.
            UnknownThing: the conversation does not exist, or the button is not one of it.
        """
        longest = self._settings.max_text
        message = incoming(conversation, text, button, message_id, channel, longest, order=order, about=about)
        turn = Turn(message, now, message.conversation)
        task = asyncio.create_task(self._take(turn))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.wait({task}, timeout=self._settings.answer_timeout)
        if not task.done() and turn.stage is Stage.SAVING:
            await asyncio.wait({task}, timeout=min(SAVING, PROMISED - self._settings.answer_timeout))
        return task.result() if task.done() else self._out_of_time(turn, task)

    async def close(self) -> None:
        """Lets go of what still runs."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _take(self, turn: Turn) -> Answer:
        """The whole way of a message, after those that came before it in the same conversation."""
        try:
            if turn.conversation is None:
                return await self._way.go(turn)
            async with self._turns.of(turn.conversation):
                return await self._way.go(turn)
        except NavigatorError:
            raise
        except Exception as error:  # whatever it is, the person gets a sentence and the log a line
            turn.failed("bot", f"{type(error).__name__} while {turn.stage.name.lower()}")
            return turn.say(sentences.SOMETHING_BROKE)

    def _out_of_time(self, turn: Turn, task: asyncio.Task[Answer]) -> Answer:
        """What is true of a message without an answer in time. What Rasa has, goes on without us."""
        if turn.stage is Stage.SENT:
            turn.failed("rasa", f"no answer within {self._settings.answer_timeout} s")
            return turn.say(sentences.OUTCOME_UNKNOWN)
        task.cancel()
        if turn.stage is Stage.WAITING:
            turn.failed("bot", "the message before it is still being answered")
            return turn.say(sentences.STILL_BUSY)
        turn.failed("database", "too slow")
        if turn.stage is Stage.SAVING:
            return turn.unsaved()
        return turn.say(sentences.NOT_PROCESSED)
