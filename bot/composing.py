"""Makes one answer of what Rasa said: texts with their buttons, cards with the text before them.

What an action sends as ``custom`` is a ``card``, what the question ``expects``, or the wish to ``forget`` or
``export``, to be given the address of one's own ``calendar``, to ``link`` another door, or to ``share`` a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from pydantic import TypeAdapter, ValidationError

from bot.links import LINE, start_of
from bot.rasa import Said
from knowledge.cards import Card

_CARD: TypeAdapter[Card] = TypeAdapter(Card)
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class DraftButton:
    """A button before it has a token; ``payload`` is what Rasa gets when it is pressed."""

    title: str
    payload: str


@dataclass(slots=True)
class Draft:
    """A message that was not issued yet."""

    text: str = ""
    buttons: list[DraftButton] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


@dataclass(slots=True)
class Composed:
    """A whole answer. ``expects`` is what its last question asks for, if the front door must know; ``export`` are
    the answers of the talk, when the person wants to have all that is kept; ``calendar`` is ``show`` or ``renew`` when
    they want the address of their calendar; ``link`` is ``make`` or ``undo`` for another door; ``share`` is what the
    talk starts with whose addresses are given, such as ``lijn-cobots`` (empty for a talk as ever).
    """

    drafts: list[Draft] = field(default_factory=list)
    expects: str | None = None
    forget: bool = False
    export: dict[str, Any] | None = None
    calendar: str | None = None
    link: str | None = None
    share: str | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to show or do: then an action broke."""
        return not (self.drafts or self.forget or self.link) and self.share is None


def compose(said: Sequence[Said]) -> Composed:
    """The answer in the order in which it was said; what cannot be shown is left out and logged."""
    answer = Composed()
    for one in said:
        text = (one.text or one.image or "").strip()
        buttons = [button for raw in one.buttons if (button := _button(raw))]
        if text or buttons:
            answer.drafts.append(Draft(text, buttons))
        _take_custom(answer, one.custom or {})
    return answer


def _button(raw: dict[str, Any]) -> DraftButton | None:
    title = str(raw.get("title") or "").strip()
    return DraftButton(title, str(raw.get("payload") or title)) if title else None


def _take_custom(answer: Composed, custom: dict[str, Any]) -> None:
    for key, value in custom.items():
        if key == "card":
            _add_card(answer, value)
        elif key == "expects":
            answer.expects = value if isinstance(value, str) else None
        elif key == "export":
            answer.export = value if isinstance(value, dict) else {}
        elif key == "calendar":
            answer.calendar = value if value in ("show", "renew") else None
        elif key == "link":
            answer.link = value if value in ("make", "undo") else None
        elif key == "share":
            answer.share = _start(value)
        elif key == "forget":
            answer.forget = value is True
        else:
            _log.warning("custom key not known", key=key)


def _start(value: object) -> str:
    """The start behind which a line is; empty for the talk itself."""
    line = value.get("line") if isinstance(value, dict) else None
    return start_of(LINE, str(line)) if line else ""


def _add_card(answer: Composed, raw: object) -> None:
    try:
        card = _CARD.validate_python(raw)
    except ValidationError as error:
        places = [".".join(map(str, fault["loc"])) or fault["type"] for fault in error.errors()]
        _log.error("card not readable", places=places)
        return
    if not answer.drafts:
        answer.drafts.append(Draft())
    answer.drafts[-1].cards.append(card)
