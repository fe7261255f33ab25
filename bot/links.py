"""Addresses that lead into the talk: over the website, and over Telegram once the bot's name there is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

STARTS = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
"""What may stand behind ``?start=``; the limits are Telegram's."""


LINE, STATION, OFFERING, COMPANY, LINK = "lijn", "station", "uitvoering", "bedrijf", "koppel"
"""The kinds of starts: a metro line, a station, a planned date, a company's invitation, a code that links two doors."""


def start_of(kind: str, id: str) -> str:
    """``lijn-cobots``: what stands behind ``?start=``."""
    return f"{kind}-{id}"


@dataclass
class Links:
    """``url`` is where people reach the website; ``bot_name`` the bot's name on Telegram, None while there is none."""

    url: str
    bot_name: str | None = None

    def website(self, start: str) -> str:
        """An address that opens the talk on the website at a start."""
        return f"{self.url}/gesprek?start={start}"

    def telegram(self, start: str) -> str | None:
        """An address that opens the chat on Telegram at a start; None without a bot, or for a start too long."""
        if self.bot_name is None or not STARTS.fullmatch(start):
            return None
        return f"https://t.me/{self.bot_name}?start={start}"
