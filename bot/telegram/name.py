"""What the bot is called on Telegram, asked once, for who isn't running it."""

from __future__ import annotations

import httpx

from knowledge.settings import Settings

PATIENCE = 5.0
"""Seconds."""


def bot_name(settings: Settings) -> str | None:
    """The bot's name, without the @; None without a token, or when Telegram doesn't say."""
    if not settings.telegram_token:
        return None
    try:
        answer = httpx.get(f"{settings.telegram_api}/bot{settings.telegram_token}/getMe", timeout=PATIENCE)
        return str(answer.json()["result"]["username"])
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError):
        return None
