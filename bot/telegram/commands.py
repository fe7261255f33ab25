"""The commands of the menu: what each asks, as the order of a door that the talk understands."""

from __future__ import annotations

from bot.desk.orders import PAUSE, START, order_of

ORDERS = {
    "help": "/help",
    "lijn": "/find_line",
    "pad": "/show_path",
    "mijn": "/my_enrolments",
    "herinneringen": "/set_reminders",
    "privacy": "/what_do_you_know",
    "stop": order_of(PAUSE, ""),
}
"""What a command asks when nothing stands behind it."""


def read_command(text: str) -> tuple[str | None, str]:
    """A message that begins with a slash, as an order, or as words to be understood.

    Returns:
        The order, or None and the words: ``/lijn lassen`` is somebody who types "lijn lassen", and so is a
        command that we don't have.
    """
    head, _, rest = text.removeprefix("/").partition(" ")
    word, rest = head.partition("@")[0].lower(), rest.strip()
    if word == "start":
        return order_of(START, rest), ""
    if word in ORDERS and not rest:
        return ORDERS[word], ""
    return None, f"{word} {rest}".strip()
