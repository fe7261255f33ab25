"""A small, strict Bot API server for trying the Telegram door: what people do, what goes wrong, what was said.

It checks what Telegram checks and refuses in Telegram's own words. It knows one bot, HTML as the only parse mode,
texts, photos, documents, albums, inline buttons, commands, polling and a webhook. It does not: read what a webhook
answers as a call, post several updates at a time, look into pictures, serve files for getFile, keep reply keyboards
apart from noting them, or forget updates after a day.

    with fake_bot_api() as api:
        ...  # the door, with base_url=api.base_url and api.token
        said = api.says(7, "hoi")
        answer = api.chat(7).wait_for_message("Hallo", after=said.message_id)
        api.presses(7, answer.id, "Ja")

Everything may be called from any thread; from a coroutine that shares its loop with the bot, wait by
``await asyncio.to_thread(api.chat(7).wait_for_message, "Hallo")``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.telegram_api.answering import Answering
from tests.telegram_api.courier import Courier
from tests.telegram_api.looking import Looking
from tests.telegram_api.members import Members
from tests.telegram_api.people import People
from tests.telegram_api.serving import Serving
from tests.telegram_api.trouble import Trouble
from tests.telegram_api.world import World

TOKEN = "4242:AAE-a-token-for-tests-on-loopback-only"  # noqa: S105


class FakeBotApi(People, Members, Trouble, Looking):
    """The fake from outside: what people do, what goes wrong, and looking at what was said.

    Attributes:
        base_url: what python-telegram-bot wants as its ``base_url``; the token comes right behind it.
        token: the only token that is answered.
    """

    def __init__(self, world: World, serving: Serving) -> None:
        Trouble.__init__(self, world, serving)
        self.token = world.token
        self.base_url = f"http://127.0.0.1:{serving.port}/bot"


@contextmanager
def fake_bot_api(*, token: str = TOKEN, strict_limits: bool = False) -> Iterator[FakeBotApi]:
    """The fake, up on a free port of loopback until the block ends.

    Args:
        strict_limits: refuse with 429 what comes faster than `tests.telegram_api.limits` allows.
    """
    world = World(token, strict_limits=strict_limits)
    answering = Answering(world)
    serving = Serving(answering.answer)
    answering.cut = serving.cut
    courier = Courier(world)
    serving.up()
    courier.start()
    try:
        yield FakeBotApi(world, serving)
    finally:
        courier.stop()
        serving.close()
    if world.crashes:
        raise ExceptionGroup("the fake itself fell over", world.crashes)
