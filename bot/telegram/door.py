"""Puts the Telegram door together, and keeps it open: connects, tells Telegram of our menu, and takes in what comes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from math import inf

import structlog
from sqlalchemy import Engine
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.chat import Chat
from bot.links import Links
from bot.telegram.making import Made, make
from bot.telegram.menu import show_menu
from bot.telegram.sending import persist
from bot.telegram.webhook import PATH, secret_of
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import Settings

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{10,100}", re.ASCII)
"""How a token looks; another would become part of an address."""

NOT_KNOWN = (
    "Telegram does not know NAVIGATOR_TELEGRAM_TOKEN, or it is no token at all. Copy it from @BotFather. "
    "Everything else runs without it."
)
OFF = "Telegram is off: NAVIGATOR_TELEGRAM_TOKEN is not set. Everything else runs."

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]

_log = structlog.get_logger()


class TelegramDoor:
    """The door: ``run`` keeps it open until it is cancelled. ``state`` says how it is."""

    def __init__(self, made: Made, settings: Settings, links: Links) -> None:
        self.made = made
        self._settings = settings
        self._links = links
        self._refused = not TOKEN.fullmatch(settings.telegram_token)

    @property
    def state(self) -> str:
        """``ok`` while Telegram answers, else ``down``."""
        return "ok" if self.made.line.works and not self._refused else "down"

    async def run(self) -> None:
        """Connects as soon as that can be, and works until it is cancelled. A wrong token is said once."""
        if self._refused or not await self._connect():
            self._refused = True
            _log.error(NOT_KNOWN)
            return
        application = self.made.application
        try:
            await application.start()
            await self._open()
            await asyncio.Event().wait()
        finally:
            await _close(application)

    async def _connect(self) -> bool:
        """Tries until Telegram says who we are; False when it doesn't know us."""
        try:
            await persist(self.made.application.initialize, tries=inf)
        except InvalidToken:
            return False
        self._links.bot_name = self.made.application.bot.username
        _log.info("telegram: talking", bot=f"@{self._links.bot_name}", webhook=self._settings.telegram_webhook)
        return True

    async def _open(self) -> None:
        """What was left lying goes first; then updates come in."""
        bot, updater = self.made.application.bot, self.made.application.updater
        await show_menu(bot)
        await self.made.inbox.take_up(bot)
        if updater is None:
            url, secret = self._settings.people_url + PATH, secret_of(bot.token)
            hook = partial(bot.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED, max_connections=1)
            await persist(hook, tries=inf)
        else:
            await updater.start_polling(bootstrap_retries=-1, allowed_updates=ALLOWED, error_callback=_say)


def _say(error: TelegramError) -> None:
    _log.warning("telegram cannot be asked for updates", reason=f"{type(error).__name__}: {error.message}")


async def _close(application: Application) -> None:  # type: ignore[type-arg]
    """Stops asking first, then lets what is being answered finish."""
    if application.updater is not None and application.updater.running:
        await application.updater.stop()
    if application.running:
        await application.stop()
    await application.shutdown()


def telegram_door(
    settings: Settings,
    engine: Engine,
    chat: Chat,
    view: CatalogueView,
    links: Links,
    clock: Callable[[], datetime],
) -> TelegramDoor | None:
    """The door that the settings want; None, and a line in the log, without a token."""
    if not settings.telegram_token:
        _log.info(OFF)
        return None
    return TelegramDoor(make(settings, engine, chat, view, links, clock), settings, links)
