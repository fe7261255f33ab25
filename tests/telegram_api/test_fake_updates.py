"""Updates come by polling and by webhook, as Telegram brings them: until confirmed, doubled, out of order."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import Conflict
from telegram.ext import ApplicationBuilder, TypeHandler

from tests.telegram_api.fake import FakeBotApi
from tests.telegram_api.kinds import KINDS

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def polling(api: FakeBotApi) -> AsyncIterator[list[Update]]:
    """A running bot that says after people what they typed or sent; the updates it got."""
    got: list[Update] = []

    async def echo(update: Update, _context: object) -> None:
        got.append(update)
        if message := update.message:
            kinds = [kind for kind in KINDS if getattr(message, kind)]
            await message.reply_text(f"Je zei: {message.text or kinds}")

    app = ApplicationBuilder().token(api.token).base_url(api.base_url).build()
    app.add_handler(TypeHandler(Update, echo))
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=10)
        try:
            yield got
        finally:
            await app.updater.stop()
            await app.stop()


async def said_back(api: FakeBotApi, text: str) -> None:
    said = api.says(7, text)
    await asyncio.to_thread(api.chat(7).wait_for_message, f"Je zei: {text}", after=said.message_id)


async def test_a_long_poll_answers_at_once_and_survives_an_outage(api: FakeBotApi) -> None:
    async with polling(api):
        await said_back(api, "hoi")
        api.down()
        said = api.says(7, "ben je er?")
        api.up()
        await asyncio.to_thread(api.chat(7).wait_for_message, "ben je er?", after=said.message_id)
        await asyncio.to_thread(api.wait_until_taken)
    assert api.chat(7).texts == ["Je zei: hoi", "Je zei: ben je er?"]


async def test_every_kind_of_message_can_be_read(api: FakeBotApi) -> None:
    async with polling(api):
        for kind in KINDS:
            said = api.sends(7, kind)
            await asyncio.to_thread(api.chat(7).wait_for_message, kind, after=said.message_id)


async def test_an_update_can_come_twice_and_several_the_wrong_way_round(api: FakeBotApi, bot: Bot) -> None:
    api.duplicate_next_update()
    first = api.says(7, "een").update_id
    with api.out_of_order():
        second, third = api.says(7, "twee").update_id, api.says(7, "drie", update_id=first + 10).update_id
    numbers = [[update.update_id for update in await bot.get_updates(offset)] for offset in (0, first + 1, first + 1)]
    assert numbers == [[first, third, second], [first, third, second], [third, second]]
    assert api.says(7, "vier").update_id == third + 1


async def test_only_the_kinds_asked_for_come(api: FakeBotApi, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["message"])
    said = api.says(7, "hoi")
    api.edits(7, said.message_id, "hallo")
    api.blocks(7)
    assert [update.update_id for update in await bot.get_updates()] == [said.update_id]


async def test_a_second_poller_ends_the_first_and_a_webhook_forbids_both(api: FakeBotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(api.wait_for_calls, "getUpdates")
    async with Bot(api.token, base_url=api.base_url) as other:
        second = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await bot.set_webhook("https://example.org/hook")
        with pytest.raises(Conflict, match="terminated by setWebhook request"):
            await second
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()


@contextmanager
def receiver(statuses: list[int]) -> Iterator[tuple[str, list[str | None]]]:
    """A webhook that answers these statuses in turn; its address and the secrets that it was shown."""
    secrets: list[str | None] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            secrets.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
            self.send_response(statuses.pop(0))
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/hook", secrets
        server.shutdown()
        thread.join()


async def test_a_webhook_is_tried_again_until_it_takes_the_update(api: FakeBotApi, bot: Bot) -> None:
    with receiver([500, 403, 200, 204]) as (url, secrets):
        await bot.set_webhook(url, secret_token="geheim")  # noqa: S106
        api.says(7, "een")
        api.says(7, "twee")
        await asyncio.to_thread(api.wait_until_taken)
        assert secrets == ["geheim"] * 4
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (0, "Wrong response from the webhook: 403 Forbidden")
