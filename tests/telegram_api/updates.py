"""The updates that wait for the bot: in order, each until the bot has it for sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

BY_DEFAULT = {"message", "edited_message", "callback_query", "my_chat_member", "channel_post", "poll", "inline_query"}
"""The kinds that come when the bot hasn't said which it wants (those that this fake can make, and some)."""


@dataclass
class Pending:
    """An update that isn't confirmed yet. `copies` is how often it is still to be delivered."""

    update_id: int
    kind: str
    body: dict[str, Any]
    copies: int = 1

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.body}


@dataclass
class Webhook:
    """Where updates are posted to. `failures` counts the posts in a row that weren't taken."""

    url: str
    secret: str = ""
    failures: int = 0
    last_error: str = ""
    last_error_at: int = 0


class Updates:
    """The queue, and the way out of it: polling as long as `webhook` is None."""

    def __init__(self) -> None:
        self.pending: list[Pending] = []
        self.webhook: Webhook | None = None
        self.wanted = set(BY_DEFAULT)
        self.doubling = False
        self._next_id = 1000
        self._held: list[Pending] | None = None

    def add(self, kind: str, body: dict[str, Any], update_id: int | None = None) -> int:
        """Put an update at the end; its number. A kind that the bot doesn't want is not kept."""
        number = self._next_id if update_id is None else update_id
        self._next_id = max(self._next_id, number + 1)
        if kind in self.wanted:
            update = Pending(number, kind, body, copies=2 if self.doubling else 1)
            self.doubling = False
            (self.pending if self._held is None else self._held).append(update)
        return number

    def want(self, kinds: list[str] | None) -> None:
        """The kinds that come from now on: None changes nothing, an empty list is the usual ones."""
        if kinds is not None:
            self.wanted = set(kinds) or set(BY_DEFAULT)

    def hold(self) -> None:
        """Keep what comes from now on back, until `release`."""
        self._held = []

    def release(self, *, backwards: bool) -> None:
        held, self._held = self._held or [], None
        self.pending += reversed(held) if backwards else held

    def confirm(self, offset: int) -> None:
        """What a poll's offset says: everything below it has come; below zero: all but the last so many is dropped."""
        if offset < 0:
            self.pending = self.pending[offset:]
            return
        for update in [update for update in self.pending if update.update_id < offset]:
            self.taken(update)

    def taken(self, update: Pending) -> None:
        """One delivery of the update has arrived; it goes when that was the last."""
        update.copies -= 1
        if not update.copies and update in self.pending:
            self.pending.remove(update)
