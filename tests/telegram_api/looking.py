"""Looking at what the bot said and called, waiting for it, and how fast it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tests.telegram_api.chats import TIMEOUT, Chat
from tests.telegram_api.updates import Webhook
from tests.telegram_api.world import Answered, Call, Profile, World

T = TypeVar("T")


class Looking:
    """The side of the fake that a test's assertions use. Everything may be used from any thread."""

    def __init__(self, world: World) -> None:
        self._world = world

    def chat(self, chat_id: int) -> Chat:
        """The chat with that number; also one where nothing has happened yet."""
        return self._world.chat(chat_id)

    def calls(self, method: str = "", *, chat: int | None = None) -> list[Call]:
        """The calls that came, in order: of a method, about a chat, or all."""
        with self._world.changed:
            named = [call for call in self._world.calls if method.lower() in ("", call.method.lower())]
        return [call for call in named if chat in (None, call.chat)]

    @property
    def commands(self) -> list[tuple[str, str]]:
        """The commands set for everybody, with their descriptions."""
        return self.profile.commands.get(("default", ""), [])

    @property
    def profile(self) -> Profile:
        """The commands and descriptions that the bot has set."""
        return self._world.profile

    @property
    def webhook(self) -> Webhook | None:
        return self._world.updates.webhook

    @property
    def answers(self) -> list[Answered]:
        """How presses of buttons were answered, in order."""
        with self._world.changed:
            return list(self._world.answers)

    @property
    def actions(self) -> list[tuple[int, str]]:
        """The chats where the bot was seen doing something (``typing``, …), in order."""
        with self._world.changed:
            return list(self._world.actions)

    @property
    def pending(self) -> list[int]:
        """The numbers of the updates that the bot hasn't confirmed."""
        with self._world.changed:
            return [update.update_id for update in self._world.updates.pending]

    def wait_for(self, condition: Callable[[], T | None], timeout: float = TIMEOUT, what: str = "it is not so") -> T:
        """What `condition` gives as soon as that is true; looked at after every call and every change.

        Raises:
            AssertionError: after `timeout` seconds, showing `what`, the last calls and every chat.
        """
        return self._world.wait_for(condition, timeout, lambda: f"{what}\n{self.told()}")

    def wait_until_taken(self, timeout: float = TIMEOUT) -> None:
        """Until every update has been confirmed by the bot."""
        self.wait_for(lambda: not self.pending, timeout, "the bot hasn't taken every update")

    def wait_for_calls(self, method: str, count: int = 1, *, timeout: float = TIMEOUT) -> list[Call]:
        """The calls of a method, as soon as `count` of them have come."""
        what = f"{method} was not called {count} times"
        self.wait_for(lambda: len(self.calls(method)) >= count, timeout, what)
        return self.calls(method)

    def wait_for_answer(self, query_id: str, timeout: float = TIMEOUT) -> Answered:
        """How that press was answered, as soon as it is."""

        def found() -> Answered | None:
            return next((answer for answer in self.answers if answer.query_id == query_id), None)

        return self._world.wait_for(found, timeout, lambda: f"press {query_id} was not answered\n{self.told()}")

    def told(self) -> str:
        """Everything there is to see, for a failed assertion."""
        with self._world.changed:
            calls = [f"  {call.method} chat={call.chat} -> {call.status}" for call in self._world.calls[-15:]]
            chats = [f"chat {chat.id}:\n{chat.told()}" for chat in self._world.chats.values()]
            return "\n".join(["last calls:", *calls, *chats, f"pending updates: {self.pending}"])

    def busiest_second(self) -> int:
        """The most sends (messages, photos, documents, edits; refused ones too) in any window of a second."""
        with self._world.changed:
            return self._world.rates.busiest()

    def busiest_second_of(self, chat: int) -> int:
        """The same for one chat."""
        with self._world.changed:
            return self._world.rates.busiest(chat)

    @property
    def sends_at(self) -> list[tuple[float, int]]:
        """When (monotonic seconds) and to which chat every send came."""
        with self._world.changed:
            return list(self._world.rates.attempts)
