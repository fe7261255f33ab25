"""What a person typed, made safe: always text, never a command, never a reference of ours."""

from __future__ import annotations

import re
import unicodedata

from knowledge.errors import NavigatorError

_UNSEEN = {"Cc", "Cf", "Cs"}
"""Unicode categories that no reader sees: control, format (zero width), lone surrogates."""

_BEFORE_A_COMMAND = re.compile(r"^[\s/]+")


class NothingTyped(NavigatorError):  # noqa: N818  # it reads as what it is
    """There is nothing to answer: no text, or only signs that nobody sees."""


class TooLong(NavigatorError):  # noqa: N818  # likewise
    """The text is longer than is read at once."""


def clean(text: str, longest: int) -> str:
    """The text as it may go on to be masked and understood.

    Signs that nobody sees go; a slash in front goes, however hidden, because Rasa takes it for a command;
    square brackets go, because ``[mail-1]`` is how the front door itself refers to what it keeps back.

    Raises:
        NothingTyped: when nothing is left.
        TooLong: when there are more than ``longest`` characters.
    """
    if len(text) > longest:
        raise TooLong(
            f"Dat is te lang: ik lees hooguit {longest} tekens in één bericht. "
            "Zeg het korter, of verdeel het over een paar berichten."
        )
    seen = "".join(_seen(sign) for sign in unicodedata.normalize("NFC", text))
    left = _BEFORE_A_COMMAND.sub("", seen.replace("[", "").replace("]", "")).rstrip()
    if not left:
        raise NothingTyped("Ik zie geen tekst. Typ in een paar woorden wat je wilt.")
    return left


def _seen(sign: str) -> str:
    if sign in "\n\t\r":
        return "\n" if sign == "\n" else " "
    return "" if unicodedata.category(sign) in _UNSEEN else sign
