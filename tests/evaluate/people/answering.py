"""How somebody answers what the navigator asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.vocabulary import DUTCH, Attendance
from tests.evaluate.people.enrolling import ENROLLING
from tests.evaluate.people.reading import ADVICE_QUESTIONS, Answer
from tests.evaluate.people.voice import Act
from tests.evaluate.people.who import Willing

if TYPE_CHECKING:
    from tests.evaluate.people.mind import Mind

NO_MATTER = "Maakt niet uit"
COMPANY = "company"

MOST_NOT_THAT = 4
"""So often somebody says that it is not about that."""


def answer_question(mind: Mind, question: str, answer: Answer) -> Act | None:
    """The answer to a question; to one that makes no sense to them they say no."""
    if question in ADVICE_QUESTIONS:
        return tell_of_oneself(mind, question, answer)
    if question in ENROLLING:
        return ENROLLING[question](mind, answer)
    return not_that(mind, question)


def not_that(mind: Mind, question: str) -> Act | None:
    """To something else altogether: a plan for the company, leaving, erasing."""
    mind.wrong_turns += 1
    if mind.count("not that") > MOST_NOT_THAT:
        mind.over = f"asked {question}"
        return None
    if question.startswith(COMPANY):
        return mind.voice.say("for_myself", story=False)
    return mind.voice.typed("deny", "nee, dat bedoel ik niet", story=False)


def tell_of_oneself(mind: Mind, topic: str, answer: Answer) -> Act:
    """An answer in words or by its button, sometimes after a question in between."""
    if mind.who.willing is Willing.ASKS_BETWEEN and (
        act := mind.aside(("nanomodule", "privacy", "station", "cost", "duration"))
    ):
        return act
    telling_wrong = mind.story.wrong and mind.story.wrong[0] == topic and not mind.story.put_right
    title = fitting_button(mind, topic, answer)
    if title and mind.who.presses and not telling_wrong:
        mind.story.told.add(topic)
        return Act(topic, press=title)
    return mind.story.tell(topic)


def fitting_button(mind: Mind, topic: str, answer: Answer) -> str | None:
    """The title of a button that says what is true of this person."""
    profile, catalogue = mind.who.profile, mind.voice.catalogue
    wanted: dict[str, list[str]] = {
        "goal": [catalogue.transitions[profile.transition].name]
        if profile.transition
        else [catalogue.lines[line].name for line in mind.who.right if profile.goals or profile.lines],
        "role": [catalogue.roles[profile.role].name] if profile.role else [],
        "place": ["Liefst online"]
        if profile.attendance == Attendance.ONLINE
        else [catalogue.places[profile.place].name]
        if profile.place
        else [],
        "dayparts": [DUTCH[part].capitalize() for part in profile.dayparts],
        "forms": [DUTCH[form].capitalize() for form in profile.forms],
        "hours": [f"{profile.hours_per_week:g} uur"] if profile.hours_per_week else [],
    }
    titles = wanted[topic] or [NO_MATTER]
    return next((title for title in titles if title in answer.buttons), None)
