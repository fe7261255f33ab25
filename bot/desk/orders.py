"""Orders for the desk, as they stand in a button's payload or come from a door of ours; nobody can type one."""

from __future__ import annotations

MARK = "desk:"
START, CODE, JOIN, PAUSE, RESUME, CALENDAR = "start", "code", "join", "pause", "resume", "calendar"


def order_of(what: str, value: str) -> str:
    """``desk:start lijn-cobots``."""
    return f"{MARK}{what} {value}"


def read_order(message: str) -> tuple[str, str] | None:
    """What is asked of the desk, and with which value; None for what goes to Rasa."""
    if not message.startswith(MARK):
        return None
    what, _, value = message.removeprefix(MARK).partition(" ")
    return what, value
