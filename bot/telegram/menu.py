"""What Telegram shows of the bot before anybody said anything: its menu of commands, and what it is for."""

from __future__ import annotations

from telegram import Bot

from bot.telegram.sending import persist
from bot.telegram.words import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION


async def show_menu(bot: Bot) -> None:
    """Tells Telegram; it is the same every time."""
    await persist(lambda: bot.set_my_commands(COMMANDS))
    await persist(lambda: bot.set_my_description(DESCRIPTION))
    await persist(lambda: bot.set_my_short_description(SHORT_DESCRIPTION))
