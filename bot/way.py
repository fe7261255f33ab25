"""The way of a message whose turn it is: open the talk, ask Rasa, keep the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from secrets import token_urlsafe
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread
from sqlalchemy import Engine

from bot import sentences
from bot.adding import Adding, with_added
from bot.answers import Answer
from bot.composing import Draft, compose
from bot.desk.orders import read_order
from bot.desk.serving import Desk
from bot.memory import DATABASE_ERRORS, Begun, begin_turn, end_turn
from bot.parts import look_at
from bot.rasa import Rasa, RasaFailed
from bot.turn import Stage, Turn

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Way:
    """Takes turns to their answers. ``forget`` erases one conversation by its id."""

    engine: Engine
    rasa: Rasa
    actions_url: str
    desk: Desk
    adding: Adding
    forget: Callable[[str], None]
    writers: CapacityLimiter

    async def go(self, turn: Turn) -> Answer:
        """The answer; a part that fails becomes a sentence and a line in the log. Raises UnknownThing."""
        turn.stage = Stage.OPENING
        try:
            begun = await _in_thread(partial(begin_turn, self.engine, turn.message, turn.now))
        except DATABASE_ERRORS as error:
            turn.failed("database", _reason(error))
            return turn.say(sentences.NOT_PROCESSED)
        turn.conversation, turn.pressed = turn.message.conversation or begun.conversation, begun.pressed
        if begun.answered is not None:
            return Answer(conversation=turn.conversation, messages=begun.answered)
        asked = read_order(begun.order or "")
        message = begun.message if begun.order is None else begun.order
        return await (self._serve(turn, begun, *asked) if asked else self._ask(turn, begun, message))

    async def _serve(self, turn: Turn, begun: Begun, what: str, value: str) -> Answer:
        """What the desk does without Rasa, and then what it wants Rasa to be asked."""
        try:
            served = await _in_thread(partial(self.desk.serve, what, value, begun.conversation, turn.now))
        except DATABASE_ERRORS as error:
            turn.failed("database", _reason(error))
            return turn.say(sentences.NOT_PROCESSED)
        if served.ask is not None:
            return await self._ask(turn, begun, served.ask, served.composed.drafts)
        turn.composed = served.composed
        return await self._save(turn, begun.conversation)

    async def _ask(self, turn: Turn, begun: Begun, message: str, first: Sequence[Draft] = ()) -> Answer:
        """Rasa's answer to a message, after what is said ``first``."""
        turn.stage = Stage.SENT
        try:
            said = await self.rasa.answer(begun.conversation, message, _metadata(turn))
        except RasaFailed as error:
            turn.failed("rasa", str(error))
            return turn.say(sentences.NO_ANSWER if error.reached else sentences.NOT_PROCESSED)
        turn.composed = compose(said)
        if turn.composed.says_nothing:
            return await self._nothing_said(turn)
        turn.composed.drafts[:0] = first
        return await self._save(turn, begun.conversation)

    async def _nothing_said(self, turn: Turn) -> Answer:
        """Rasa says nothing when an action broke or could not be reached."""
        wrong = await look_at(self.rasa.http, f"{self.actions_url}/health")
        turn.failed("actions", wrong or "an action broke: nothing came out")
        return turn.say(sentences.NO_ANSWER)

    async def _save(self, turn: Turn, conversation: str) -> Answer:
        """Forgets when that was asked, issues the buttons, and gives the answer."""
        turn.stage = Stage.SAVING
        if turn.composed.forget:
            conversation = await self._forgotten(turn, conversation)
        try:
            save = partial(end_turn, self.engine, conversation, turn.composed, turn.message, turn.now)
            messages = await _in_thread(save, self.writers)
            add = partial(self.adding.added, conversation, turn.composed, turn.message.channel, turn.now)
            messages = with_added(messages, await _in_thread(add))
        except DATABASE_ERRORS as error:
            turn.failed("database", _reason(error))
            return turn.unsaved()
        return Answer(conversation=turn.conversation, messages=messages)

    async def _forgotten(self, turn: Turn, conversation: str) -> str:
        """Erases the talk and gives the id of a new one; when that fails, the answer says so."""
        try:
            await _in_thread(partial(self.forget, conversation), self.writers)
        except DATABASE_ERRORS as error:
            turn.failed("database", f"forgetting: {_reason(error)}")
            turn.composed.drafts.append(Draft(sentences.NOT_FORGOTTEN))
            return conversation
        turn.conversation = token_urlsafe(24)
        return turn.conversation


def writers_for(engine: Engine) -> CapacityLimiter:
    """How many may write at once. SQLite lets one: more would only sleep and try again."""
    return CapacityLimiter(1 if engine.dialect.name == "sqlite" else 8)


def _metadata(turn: Turn) -> dict[str, Any]:
    """What Rasa is told beside the message: by which door it came, and which notice it is a reply to."""
    about = {} if turn.message.about is None else {"about": turn.message.about}
    return {"channel": turn.message.channel, **about}


async def _in_thread(work: Callable[[], Result], limiter: CapacityLimiter | None = None) -> Result:
    """Runs what waits for the database beside the loop; when time runs out it is let go."""
    return await to_thread.run_sync(work, abandon_on_cancel=True, limiter=limiter)


def _reason(error: Exception) -> str:
    """Why a database refused, without the values that were in the statement."""
    cause = getattr(error, "orig", None) or error
    words = str(cause).splitlines()[0] if type(cause).__name__ == "OperationalError" else ""
    return f"{type(error).__name__}: {words}".rstrip(": ")
