"""Who talks: what they want, how they talk and type, and which line is the right one for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.advice.profile import Profile
from tests.evaluate.typing import Typos


class Talks(StrEnum):
    """How much somebody says at once."""

    AT_ONCE = "at_once"
    SENTENCES = "sentences"
    WORDS = "words"
    WANDERS = "wanders"


class Willing(StrEnum):
    """How somebody goes along with the talk."""

    ANSWERS = "answers"
    MINDS_LITTLE = "minds_little"
    ASKS_BETWEEN = "asks_between"
    CHANGES_MIND = "changes_mind"
    HESITATES = "hesitates"
    KEEPS_ADDRESS = "keeps_address"


@dataclass(frozen=True)
class Somebody:
    """One person. ``right`` are the lines that the advice gives to all that they could tell."""

    number: int
    seed: int
    name: str
    email: str
    profile: Profile
    talks: Talks
    typos: Typos
    willing: Willing
    presses: bool
    right: tuple[str, ...]
