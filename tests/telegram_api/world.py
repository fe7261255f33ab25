"""What the fake knows, under one lock: chats, updates, files, calls; and waiting until something is so."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from tests.telegram_api.chats import Chat
from tests.telegram_api.errors import refuse
from tests.telegram_api.faults import Faults
from tests.telegram_api.limits import Rates
from tests.telegram_api.params import Params, Upload
from tests.telegram_api.updates import Updates

T = TypeVar("T")


@dataclass
class Call:
    """A call that came in.

    Attributes:
        method: its name as it was called.
        at: when it came, monotonic seconds.
        status: what it was answered; 0 as long as it has no answer, and for good when it was cut off.
    """

    method: str
    params: Params
    at: float
    chat: int | None = None
    status: int = 0


@dataclass
class Answered:
    """How the bot answered the press of a button: the `text` that pops up, "" for none."""

    query_id: str
    text: str
    alert: bool


@dataclass
class Profile:
    """What the bot has told Telegram about itself; the keys are language codes, "" for all."""

    commands: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)


class World:
    """Everything the fake keeps. Whoever looks at it or changes it holds `changed`."""

    def __init__(self, token: str, *, strict_limits: bool) -> None:
        self.token = token
        self.changed = threading.Condition(threading.RLock())
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.faults = Faults()
        self.rates = Rates(strict=strict_limits)
        self.files: dict[str, Upload] = {}
        self.queries: set[str] = set()
        self.answers: list[Answered] = []
        self.actions: list[tuple[int, str]] = []
        self.calls: list[Call] = []
        self.profile = Profile()
        self.crashes: list[Exception] = []
        self.reachable = True
        self.poller: object = None
        self.message_ids = itertools.count(1)
        self.query_ids = itertools.count(10_000_000_001)
        self._sleepers: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock, and wake everybody who waits when it is let go."""
        with self.changed:
            try:
                yield
            finally:
                self.changed.notify_all()
                for loop, event in self._sleepers:
                    loop.call_soon_threadsafe(event.set)

    @contextmanager
    def woken(self) -> Iterator[asyncio.Event]:
        """An event of the running loop that every change sets; clear it before looking."""
        sleeper = (asyncio.get_running_loop(), asyncio.Event())
        with self.changed:
            self._sleepers.add(sleeper)
        try:
            yield sleeper[1]
        finally:
            with self.changed:
                self._sleepers.discard(sleeper)

    def chat(self, chat_id: int) -> Chat:
        """The chat with that number, made when there is none; only `known` chats can be written to."""
        with self.changed:
            if chat_id not in self.chats:
                self.chats[chat_id] = Chat(self, chat_id)
            return self.chats[chat_id]

    def addressed(self, params: Params) -> Chat:
        """The chat that a call is about.

        Raises:
            BotApiError: there is no such chat, or the bot may not write there.
        """
        given = params.text("chat_id")
        if not given:
            raise refuse("chat_id is empty")
        chat = self.chats.get(int(given)) if given.lstrip("-").isdigit() else None
        if chat is None or not chat.known:
            raise refuse("chat not found")
        if chat.blocked:
            raise refuse("bot was blocked by the user", 403)
        if chat.left:
            raise refuse(f"bot {chat.left} the group chat", 403)
        return chat

    def wait_for(self, condition: Callable[[], T | None], timeout: float, otherwise: Callable[[], str]) -> T:
        """What `condition` gives as soon as that is true; it is looked at after every change.

        Raises:
            AssertionError: with what `otherwise` tells, when it isn't so after `timeout` seconds.
        """
        end = time.monotonic() + timeout
        with self.changed:
            while not (found := condition()):
                left = end - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"after {timeout:g} s: {otherwise()}")
                self.changed.wait(left)
            return found
