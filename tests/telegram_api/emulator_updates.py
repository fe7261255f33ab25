"""How the shim brings updates to the bot: by long polling until confirmed, or to its webhook until taken."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from tests.telegram_api.errors import refuse
from tests.telegram_api.params import Params

LOOK = 0.02
"""Seconds between two looks into the emulator's queue, and at first between two tries of the webhook."""

LONGEST = 1.0
"""Seconds between two tries at most."""


class Way:
    """The updates that the bot doesn't have yet, and its webhook when it has set one."""

    def __init__(self) -> None:
        self._pending: list[dict[str, Any]] = []
        self._hook: tuple[str, str] | None = None
        self._posting: asyncio.Task[None] | None = None

    def take(self, updates: list[dict[str, Any]]) -> dict[str, tuple[int, str]]:
        """Mend updates and keep them; by their marks their numbers, and those of their messages or presses."""
        ids = {}
        for update in updates:
            query = update.get("callback_query")
            if query:
                query["chat_instance"] = "-88"
            message = (query or update)["message"]
            ids[message["mark"]] = (update["update_id"], str(query["id"] if query else message["message_id"]))
            self._pending.append(update)
        if self._hook and self._posting is None:
            self._posting = asyncio.create_task(self._post())
        return ids

    async def poll(self, params: Params, pull: Callable[[], Awaitable[None]]) -> list[dict[str, Any]]:
        """What waits, after at most `timeout` seconds; `pull` asks the emulator and lets `take` keep what it gives."""
        if self._hook:
            raise refuse("can't use getUpdates method while webhook is active", 409)
        end = time.monotonic() + params.number("timeout")
        self._pending = [update for update in self._pending if update["update_id"] >= params.number("offset")]
        while True:
            await pull()
            if self._pending or time.monotonic() >= end:
                return list(self._pending)
            await asyncio.sleep(LOOK)

    def set_hook(self, params: Params) -> bool:
        url = params.text("url")
        self._hook = (url, params.text("secret_token")) if url else None
        return True

    def told(self) -> dict[str, Any]:
        """What getWebhookInfo tells."""
        url = self._hook[0] if self._hook else ""
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self._pending)}

    async def _post(self) -> None:
        pause = LOOK
        async with httpx.AsyncClient(trust_env=False) as client:
            while self._hook and self._pending:
                if await _taken(client, *self._hook, self._pending[0]):
                    self._pending.pop(0)
                    pause = LOOK
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST)
        self._posting = None


async def _taken(client: httpx.AsyncClient, url: str, secret: str, update: dict[str, Any]) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    try:
        return (await client.post(url, json=update, headers=headers)).is_success
    except httpx.HTTPError:
        return False
