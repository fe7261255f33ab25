"""What somebody does who was not understood: picks what they meant, or says it again with more care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluate.people.answering import answer_question
from tests.evaluate.people.reading import Answer
from tests.evaluate.people.voice import TOPICS, Act
from tests.evaluate.people.wording import WORDS

if TYPE_CHECKING:
    from tests.evaluate.people.mind import Mind

MEANT: dict[str, str] = {
    **dict.fromkeys(
        (*TOPICS, "all", "what_now", "first_a_line", "ask_to_learn", "ask_to_learn_bare"), "Een lijn zoeken"
    ),
    **dict.fromkeys(("enrol", "enrol_line", "first_station", "after_all", "pick", "own_pace"), "Me inschrijven"),
    **dict.fromkeys(("yes", "confirm", "pick_only"), "Ja"),
    **dict.fromkeys(("nanomodule", "station"), "Uitleg krijgen"),
    **dict.fromkeys(("email", "name"), "Mijn naam of mail geven"),
    "hello": "Hallo zeggen",
    "does_not_mind": "Het maakt niet uit",
    "another_line": "Iets anders zien",
    "path": "Mijn pad zien",
    "my_seats": "Mijn inschrijvingen",
    "cost": "Wat het kost",
    "duration": "Hoe lang het duurt",
    "why": "Waarom deze lijn?",
    "certificate": "Certificaat of badge",
    "privacy": "Wie dit kan zien",
    "keeps_address": "Nee",
    "deny": "Nee",
}
"""The button of "bedoel je een van deze?" for what somebody meant."""

NO_MATTER = ("wanders", "hello", "hesitates", "keeps_address", "deny", "nearer")
"""What isn't worth saying again."""


def say_again(mind: Mind, answer: Answer) -> Act | None:
    """The button that was meant, or the same in other words; None when it wasn't worth saying."""
    meant = mind.meant.kind if mind.meant else "hello"
    title = MEANT.get(meant)
    if title in answer.buttons and mind.misses < 3:
        return Act(meant, press=title)
    question = answer.question or mind.open
    if meant in NO_MATTER or (question and meant in (question, "does_not_mind")):
        return _answer(mind, question, answer)
    if meant in TOPICS:
        return mind.story.tell(meant, careful=True)
    if meant == "all":
        return mind.story.tell("goal" if mind.story.has("goal") else "role", careful=True)
    if meant in ("why", "cost", "duration", "certificate", "privacy", "nanomodule", "station"):
        return _answer(mind, question, answer) or mind.voice.ask(meant)
    if question:
        return _answer(mind, question, answer)
    return mind.voice.say(meant, careful=True) if meant in WORDS and _ready(meant) else None


def _answer(mind: Mind, question: str | None, answer: Answer) -> Act | None:
    """The open question with care: in words a common name, or its button."""
    if question is None:
        return None
    if question in TOPICS:
        return mind.story.tell(question, careful=True)
    return answer_question(mind, question, answer)


def _ready(kind: str) -> bool:
    """Whether the sentences of a list need nothing to be filled in."""
    return isinstance(WORDS[kind], list) and not any("{" in str(text) for text in WORDS[kind])
