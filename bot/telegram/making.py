"""Makes the application of python-telegram-bot that the door runs, with our queue, our order and our limits."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import structlog
from sqlalchemy import Engine
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, ContextTypes, MessageHandler, filters

from bot.chat import Chat
from bot.links import Links
from bot.sentences import SOMETHING_BROKE
from bot.telegram.answering import Answering
from bot.telegram.files import Files
from bot.telegram.hearing import Hearing
from bot.telegram.inbox import Inbox
from bot.telegram.limiter import Limiter
from bot.telegram.line import Line, WatchedRequest
from bot.telegram.order import InOrder
from bot.telegram.painting import Painter
from bot.telegram.sending import Sender
from bot.telegram.way import TelegramWay
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import LOOPBACK, Settings

POOL = 100
"""Connections to Telegram at once."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Made:
    """The application, what fills it, its line, and the way out for letters."""

    application: Application[Any, Any, Any, Any, Any, Any]
    inbox: Inbox
    line: Line
    way: TelegramWay


def make(
    settings: Settings,
    engine: Engine,
    chat: Chat,
    view: CatalogueView,
    links: Links,
    clock: Callable[[], datetime],
) -> Made:
    """Everything of the door, not yet connected."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # spans of time as timedelta, as from the library's next release on
    inbox, line = Inbox(engine, clock), Line()
    builder = (
        Application.builder()
        .token(settings.telegram_token)
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .request(_request(settings, line))
        .get_updates_request(_request(settings, line))
        .rate_limiter(Limiter())
        .concurrent_updates(InOrder(engine, clock))
        .update_queue(inbox)
    )
    application = (builder.updater(None) if settings.telegram_webhook else builder).build()
    bot = application.bot
    answering = Answering(chat, engine, Sender(bot, Painter(engine, view, clock)), clock)
    files = Files(bot, engine, view, settings, clock)
    _handle(application, Hearing(engine, answering, files, links, clock), answering)
    return Made(application, inbox, line, TelegramWay(bot, engine))


def _request(settings: Settings, line: Line) -> WatchedRequest:
    """Past any proxy when the server is on this machine."""
    here = urlsplit(settings.telegram_api).hostname in LOOPBACK
    return WatchedRequest(line, connection_pool_size=POOL, httpx_kwargs={"trust_env": not here})


def _handle(application: Application[Any, Any, Any, Any, Any, Any], hearing: Hearing, answering: Answering) -> None:
    said = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler(said & ~filters.StatusUpdate.ALL, hearing.message))
    application.add_handler(CallbackQueryHandler(hearing.press))
    application.add_handler(ChatMemberHandler(hearing.member, ChatMemberHandler.MY_CHAT_MEMBER))

    async def broke(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        _log.error("part failed", part="telegram", reason=type(context.error).__name__, exc_info=context.error)
        if isinstance(update, Update) and update.effective_chat is not None:
            await answering.say(update.effective_chat.id, SOMETHING_BROKE)

    application.add_error_handler(broke)
