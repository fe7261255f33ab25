"""What stands between the bot and telegram-test-api 4.2.1, to make of its answers what the Bot API would say.

It passes on getUpdates, sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage and setWebhook, and mends:
``is_bot`` of getMe, who sent, dates (milliseconds), null results, ``chat_instance``, refusals (status 200 or 500).
By itself it does what the emulator doesn't know: long polling, confirming by offset, the webhook's secret and its next
tries, sendPhoto and sendDocument (a message of the emulator with the caption as its text; the bytes are kept here),
captions, taking buttons away, and saying yes to commands, descriptions, chat actions and answered presses.
"""

from __future__ import annotations

import itertools
import json
import threading
import time
from typing import Any

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.telegram_api.emulator_updates import Way
from tests.telegram_api.errors import BotApiError, refuse
from tests.telegram_api.params import Params, Upload, read_params

YES = {
    *("answercallbackquery", "sendchataction", "setmycommands", "deletemycommands", "setmydescription"),
    *("setmyshortdescription", "setchatmenubutton"),
}
EDITS = {"editmessagetext", "editmessagecaption", "editmessagereplymarkup"}
ITSELF = {"id": 666, "is_bot": True, "first_name": "Test First name", "username": "TestNameBot"}
"""The bot as the emulator's getMe names it."""

NO_BUTTONS = json.dumps({"inline_keyboard": []})


class Shim:
    """Answers the bot. Whoever looks at `calls`, `files`, `ids` or `edited` holds `changed`.

    Attributes:
        calls: the methods called, in lower case, with what they were given.
        files: what was uploaded, by (chat, message).
        ids: of what a person did, by its mark: the update, and the message's number or the press's.
        edited: the messages that the bot has edited, as (chat, message).
    """

    def __init__(self, emulator: str) -> None:
        self.emulator = emulator
        self.own = self._token = ""
        self.changed = threading.Condition()
        self.calls: list[tuple[str, Params]] = []
        self.files: dict[tuple[int, int], Upload] = {}
        self.ids: dict[str, tuple[int, str]] = {}
        self.edited: set[tuple[int, int]] = set()
        self._way = Way()
        self._file_ids = itertools.count(1)

    async def answer(self, request: Request) -> Response:
        """The answer to a call of the bot, or to an update that the emulator brings."""
        method = request.path_params["method"].lower()
        self._token = request.path_params["token"]
        if method == "-hook":
            self._note(self._way.take([await request.json()]))
            return JSONResponse({})
        params = await read_params(request)
        try:
            result = await self._result(method, params)
        except BotApiError as error:
            return JSONResponse(error.body(), error.status)
        finally:
            with self.changed:
                self.calls.append((method, params))
                self.changed.notify_all()
        return JSONResponse({"ok": True, "result": result})

    async def _result(self, method: str, params: Params) -> Any:
        if method in YES:
            return True
        if method in EDITS:
            return await self._edit(method, params)
        match method:
            case "getme":
                may = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
                return await self._ask("getMe", {}) | may | {"is_bot": True}
            case "getupdates":
                return await self._way.poll(params, self._pull)
            case "sendmessage":
                return self._message(await self._ask("sendMessage", params.values))
            case "sendphoto" | "senddocument":
                return await self._send_file(method.removeprefix("send"), params)
            case "deletemessage":
                await self._ask("deleteMessage", params.values)
                return True
            case "setwebhook" | "deletewebhook":
                own = {"url": f"{self.own}{self._token}/-hook"} if params.text("url") else {}
                await self._ask("setWebhook" if own else "deleteWebhook", own)
                return self._way.set_hook(params)
            case "getwebhookinfo":
                return self._way.told()
        raise refuse("method not found", 404)

    async def _ask(self, method: str, values: dict[str, str]) -> Any:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = (await client.post(f"{self.emulator}/bot{self._token}/{method}", json=values)).json()
        if not answer.get("ok"):
            raise BotApiError(answer.get("error_code", 500), answer.get("description") or answer["message"])
        return answer["result"]

    async def _send_file(self, kind: str, params: Params) -> dict[str, Any]:
        file = params.upload(kind)
        if file is None:
            raise refuse(f"there is no {kind} in the request")
        shown = self._message(await self._ask("sendMessage", params.values | {"text": "", "kind": kind}))
        with self.changed:
            self.files[shown["chat"]["id"], shown["message_id"]] = file
        number = f"{kind}{next(self._file_ids)}"
        about: dict[str, Any] = {"file_id": number, "file_unique_id": number, "file_size": len(file.content)}
        fields: Any = about | {"file_name": file.filename, "mime_type": file.mime_type}
        shown[kind] = [about | {"width": 90, "height": 90}] if kind == "photo" else fields
        return shown

    async def _edit(self, method: str, params: Params) -> dict[str, Any]:
        """The emulator edits whatever it is told and keeps buttons that aren't named; Telegram takes those away."""
        chat, number = params.number("chat_id"), params.number("message_id")
        if not any(item["messageId"] == number for item in await self.history(chat)):
            raise refuse("message to edit not found")
        name = "editMessageReplyMarkup" if method == "editmessagereplymarkup" else "editMessageText"
        await self._ask(name, {"reply_markup": NO_BUTTONS} | params.values)
        with self.changed:
            self.edited.add((chat, number))
        item = next(item for item in await self.history(chat) if item["messageId"] == number)
        base = {"message_id": number, "date": item["time"], "chat": {"id": chat, "type": "private"}}
        return self._message(item["message"] | base) | {"edit_date": int(time.time())}

    async def history(self, chat: int) -> list[dict[str, Any]]:
        """What the bot has said in a chat, as the emulator keeps it."""
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(f"{self.emulator}/getUpdatesHistory", json={"token": self._token})
        return [item for item in answer.json()["result"] if str(item.get("message", {}).get("chat_id")) == str(chat)]

    def _message(self, said: dict[str, Any]) -> dict[str, Any]:
        kept = {name: said[name] for name in ("message_id", "chat", "text", "caption") if said.get(name)}
        if (said.get("reply_markup") or {}).get("inline_keyboard"):
            kept["reply_markup"] = said["reply_markup"]
        return kept | {"date": said["date"] // 1000, "from": ITSELF}

    async def _pull(self) -> None:
        self._note(self._way.take(await self._ask("getUpdates", {})))

    def _note(self, ids: dict[str, tuple[int, str]]) -> None:
        with self.changed:
            self.ids |= ids
            self.changed.notify_all()
