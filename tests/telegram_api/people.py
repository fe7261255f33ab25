"""What people do on Telegram, each of which becomes an update for the bot."""

from __future__ import annotations

import re
import time
from typing import Any, NamedTuple

from tests.telegram_api.kinds import KINDS
from tests.telegram_api.markup import utf16_length
from tests.telegram_api.methods.words import LONGEST_TEXT
from tests.telegram_api.seen import SeenMessage
from tests.telegram_api.world import World


class Said(NamedTuple):
    """What came of it: the number of the update, and of the message that was said, sent, pressed or edited."""

    update_id: int
    message_id: int


class Pressed(NamedTuple):
    """A press of a button: its update, and the query that the bot is to answer."""

    update_id: int
    query_id: str


class People:
    """The people's side of the fake. Every method may be called from any thread."""

    def __init__(self, world: World) -> None:
        self._world = world

    def says(
        self,
        chat: int,
        text: str,
        *,
        name: str | None = None,
        reply_to: int | None = None,
        user: int | None = None,
        update_id: int | None = None,
    ) -> Said:
        """Somebody types a message; below zero `chat` is a group, where `user` types it.

        Args:
            name: how the person is called from now on (at first: Kees).
            reply_to: the number of the message that it replies to.
            update_id: the update's number instead of the next one; the numbers go on from there.
        """
        assert 1 <= utf16_length(text) <= LONGEST_TEXT, "Telegram's own apps don't send such a text"
        return self._message(chat, text, {}, name=name, reply_to=reply_to, user=user, update_id=update_id)

    def sends(self, chat: int, kind: str, *, caption: str = "", user: int | None = None) -> Said:
        """Somebody sends something else than text: a kind of `tests.telegram_api.kinds.KINDS`."""
        return self._message(chat, caption, dict(KINDS[kind]), kind=kind, user=user)

    def edits(self, chat: int, message_id: int, text: str) -> Said:
        """Somebody changes a message of their own."""
        with self._world.changing():
            at = self._world.chat(chat)
            message = at.message(message_id)
            assert message, f"no message {message_id} in chat {chat}:\n{at.told()}"
            assert not message.from_bot, "people can't edit what the bot said"
            message.text = text
            message.versions.append(text)
            message.entities = _commands(text)
            body = message.as_json(at.as_json(), at.person())
            return Said(self._world.updates.add("edited_message", body), message_id)

    def presses(self, chat: int, message_id: int, title: str) -> Pressed:
        """Somebody presses the button with that title, as the message stands now."""
        with self._world.changed:
            button = self._shown(chat, message_id).button(title)
        assert button.data is not None, f"{title!r} opens {button.url}; the bot isn't told"
        return self.presses_data(chat, message_id, button.data)

    def presses_data(self, chat: int, message_id: int, data: str, *, user: int | None = None) -> Pressed:
        """A press that brings that data, also when no such button is there (any more): of an old screen, or forged."""
        with self._world.changing():
            at, message = self._world.chat(chat), self._shown(chat, message_id, even_deleted=True)
            query_id = str(next(self._world.query_ids))
            self._world.queries.add(query_id)
            person = at.person() if user is None else at.person() | {"id": user}
            body = {"id": query_id, "from": person, "chat_instance": f"-88{abs(chat)}", "data": data}
            shown = message.as_json(at.as_json(), at.person())
            if message.deleted:
                shown = {"message_id": message.id, "chat": at.as_json(), "date": 0}
            return Pressed(self._world.updates.add("callback_query", body | {"message": shown}), query_id)

    def expires(self, query_id: str) -> None:
        """Telegram forgets that press, as it does after a while: it can't be answered any more."""
        with self._world.changing():
            self._world.queries.discard(query_id)

    def deletes(self, chat: int, message_id: int) -> None:
        """Somebody takes a message away, of their own or of the bot's; Telegram tells no bot of it."""
        with self._world.changing():
            self._shown(chat, message_id).deleted = True

    def knows(self, chat: int, *, name: str = "Kees") -> None:
        """The bot may write to that chat from now on, and there is no update of it: they met earlier."""
        with self._world.changing():
            at = self._world.chat(chat)
            at.known, at.name = True, name

    def _message(
        self,
        chat: int,
        text: str,
        extra: dict[str, Any],
        *,
        kind: str = "text",
        name: str | None = None,
        reply_to: int | None = None,
        user: int | None = None,
        update_id: int | None = None,
    ) -> Said:
        with self._world.changing():
            at = self._world.chat(chat)
            assert not at.blocked, "who has blocked the bot can't write to it before unblocking it"
            at.known, at.name = True, name or at.name
            person = at.person() if user is None else at.person() | {"id": user}
            extra |= {"from": person}
            if reply_to is not None:
                extra["reply_to_message"] = self._shown(chat, reply_to).as_json(at.as_json(), at.person())
            number, now = next(self._world.message_ids), int(time.time())
            message = SeenMessage(number, chat, now, text, text, kind, from_bot=False, extra=extra, reply_to=reply_to)
            message.entities = _commands(text)
            at.history.append(message)
            body = message.as_json(at.as_json(), person)
            return Said(self._world.updates.add("message", body, update_id), number)

    def _shown(self, chat: int, message_id: int, *, even_deleted: bool = False) -> SeenMessage:
        at = self._world.chat(chat)
        found = next((m for m in at.history if m.id == message_id and (even_deleted or not m.deleted)), None)
        assert found, f"no message {message_id} in chat {chat}:\n{at.told()}"
        return found


def _commands(text: str) -> list[dict[str, Any]]:
    """Where Telegram marks commands in what people type."""
    found = re.finditer(r"(?:(?<=\s)|^)/[A-Za-z0-9_]{1,64}(?:@\w+)?(?!\w)", text)
    return [{"type": "bot_command", "offset": utf16_length(text[: m.start()]), "length": len(m.group())} for m in found]
