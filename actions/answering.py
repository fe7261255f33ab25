"""What answers a message, or one of its wishes: an action that a rule chooses, or one that stands in for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from actions.advising import advise_or_ask
from actions.talk import Talk


class Answering(ABC):
    """One answer.

    ``aside`` says that it answers a side question: after it, the question that was open returns. ``also`` are the
    intents that it answers when they are the second wish of a message. ``yields`` says that the very words of a
    message may call for another answer in its place (``actions/detours.py``).
    """

    aside: ClassVar[bool] = False
    also: ClassVar[tuple[str, ...]] = ()
    yields: ClassVar[bool] = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        ANSWERED.update(dict.fromkeys(cls.__dict__.get("also", ()), cls))

    @abstractmethod
    def answer(self, talk: Talk) -> None:
        """Reads the talk, asks the academy one thing, and says something."""

    def is_ready(self, talk: Talk) -> bool:
        """Whether it can answer now, without asking what it is about; else a second wish waits."""
        return True

    def go_on(self, talk: Talk) -> None:
        """After a side question: back to what was open, or on with the advice that it answered."""
        if talk.slot("topic") == "advice" and not talk.open_question:
            advise_or_ask(talk)
        elif not talk.has_just_asked:
            talk.return_to_question()


ANSWERED: dict[str, type[Answering]] = {}
"""What answers each intent that can be a second wish."""
