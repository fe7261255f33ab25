"""Who lets the bot in and who puts it out: blocking, and groups."""

from __future__ import annotations

import time
from typing import Any

from tests.telegram_api.chats import Chat
from tests.telegram_api.seen import BOT
from tests.telegram_api.world import World


class Members:
    """What people do with the bot's membership; every method gives the number of the update that tells it."""

    _world: World

    def blocks(self, chat: int) -> int:
        """Somebody blocks the bot: an update, and from now on 403 to whoever writes there."""
        with self._world.changing():
            at = self._world.chat(chat)
            at.blocked = True
            return self._member(at, at.person(), old="member", new="kicked")

    def unblocks(self, chat: int) -> int:
        with self._world.changing():
            at = self._world.chat(chat)
            at.blocked, at.known = False, True
            return self._member(at, at.person(), old="kicked", new="member")

    def adds_to_group(self, group: int, *, by: int = 7, title: str = "Werkplaats") -> int:
        """Somebody adds the bot to a group (a number below zero); the number of the update that tells it."""
        assert group < 0, "a group's number is below zero"
        with self._world.changing():
            at = self._world.chat(group)
            at.known, at.left, at.title = True, "", title
            return self._member(at, at.person() | {"id": by}, old="left", new="member")

    def removes_from_group(self, group: int, *, by: int = 7) -> int:
        """Somebody throws the bot out of a group."""
        with self._world.changing():
            at = self._world.chat(group)
            at.left = "was kicked from"
            return self._member(at, at.person() | {"id": by}, old="member", new="kicked")

    def _member(self, at: Chat, by: dict[str, Any], *, old: str, new: str) -> int:
        body = {"chat": at.as_json(), "from": by, "date": int(time.time())}
        states = {"old_chat_member": _status(old), "new_chat_member": _status(new)}
        return self._world.updates.add("my_chat_member", body | states)


def _status(status: str) -> dict[str, Any]:
    return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})
