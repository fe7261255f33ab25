"""python-telegram-bot's own Application gets along with the emulator behind its shim: polling, webhook, files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from tests.telegram_api.emulator import Emulator, emulator
from tests.telegram_api.serving import Serving

pytestmark = pytest.mark.anyio

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
SECRET = "geheim"  # noqa: S105


@pytest.fixture
def api() -> Iterator[Emulator]:
    with emulator() as api:
        yield api


async def echo(update: Update, _context: object) -> None:
    """Says after people what they typed, with a button; who presses it sees the message change."""
    if update.callback_query:
        await update.callback_query.answer("Gezien")
        await update.callback_query.edit_message_text(f"Je koos: {update.callback_query.data}")
    elif update.message:
        replied = update.message.reply_to_message
        told = f"{replied.text} / " if replied else ""
        await update.message.reply_html(f"<b>Je zei</b>: {told}{update.message.text}", reply_markup=YES)


@asynccontextmanager
async def running(api: Emulator, *, polls: bool) -> AsyncIterator[Application]:
    app = ApplicationBuilder().token(api.token).base_url(api.base_url).build()
    app.add_handler(TypeHandler(Update, echo))
    async with app:
        await app.start()
        assert app.updater
        if polls:
            await app.updater.start_polling(timeout=5)
        try:
            yield app
        finally:
            if polls:
                await app.updater.stop()
            await app.stop()


async def talk(api: Emulator) -> None:
    """Typing, a press that edits, and a reply; in the order of their numbers."""
    said = await asyncio.to_thread(api.says, 7, "/start")
    answer = await asyncio.to_thread(api.wait_for_message, 7, "Je zei: /start", after=said.message_id)
    assert (answer.html, answer.titles) == ("<b>Je zei</b>: /start", ["Ja"])
    await asyncio.to_thread(api.presses, 7, answer.id, "Ja")
    edited = await asyncio.to_thread(api.wait_for_edit, 7, answer.id, "Je koos: ja")
    assert edited.titles == []
    again = await asyncio.to_thread(api.says, 7, "ho", reply_to=answer.id)
    await asyncio.to_thread(api.wait_for_message, 7, "Je koos: ja / ho", after=again.message_id)
    assert [message.text for message in api.messages(7)] == ["Je koos: ja", "Je zei: Je koos: ja / ho"]
    assert [params.text("text") for params in api.calls("answerCallbackQuery")] == ["Gezien"]


async def test_a_conversation_by_polling(api: Emulator) -> None:
    async with running(api, polls=True):
        await talk(api)


async def test_a_conversation_by_webhook_that_is_shown_the_secret_and_tried_again(api: Emulator) -> None:
    tries = 0
    loop = asyncio.get_running_loop()
    async with running(api, polls=False) as app:

        async def receive(request: Request) -> Response:
            nonlocal tries
            tries += 1
            if tries == 1 or request.headers["X-Telegram-Bot-Api-Secret-Token"] != SECRET:
                return Response(status_code=503)
            update = Update.de_json(await request.json(), app.bot)
            loop.call_soon_threadsafe(app.update_queue.put_nowait, update)
            return Response()

        receiver = Serving(receive, "/hook")
        receiver.up()
        try:
            await app.bot.set_webhook(f"http://127.0.0.1:{receiver.port}/hook", secret_token=SECRET)
            await talk(api)
        finally:
            receiver.close()
    assert tries == 4


def test_without_node_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AssertionError, match=r"node is missing: install Node\.js"), emulator():
        pass


async def test_files_captions_and_buttons_are_kept_and_changed(api: Emulator) -> None:
    async with running(api, polls=False) as app:
        photo = await app.bot.send_photo(7, b"\x89PNG", caption="<i>Kaart</i>", parse_mode="HTML", reply_markup=YES)
        await app.bot.send_document(7, b"%PDF\r\n", filename="paspoort.pdf")
        await app.bot.edit_message_caption(7, photo.message_id, caption="Je kaart", reply_markup=YES)
        await app.bot.edit_message_reply_markup(7, photo.message_id)
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await app.bot.edit_message_text("x", 7, 99)
        gone = await app.bot.send_message(7, "weg")
        await app.bot.delete_message(7, gone.message_id)
    seen = [(m.kind, m.text, m.titles, m.content, m.filename) for m in api.messages(7)]
    assert seen[0][:4] == ("photo", "Je kaart", [], b"\x89PNG")
    assert seen[1:] == [("document", "", [], b"%PDF\r\n", "paspoort.pdf")]
