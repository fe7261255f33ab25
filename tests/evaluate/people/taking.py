"""What somebody does with a line that is advised: takes it and asks for a seat, or says that it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluate.people.reading import Answer
from tests.evaluate.people.voice import Act
from tests.evaluate.people.who import Willing
from tests.evaluate.people.wording import WORDS

if TYPE_CHECKING:
    from tests.evaluate.people.mind import Mind

TRIES = 4
"""So many times somebody asks for a seat, or what now, before they give up."""


def judge_a_line(mind: Mind, answer: Answer) -> Act | None:
    """A right line is taken; of a wrong one it is said that it is wrong, at most twice."""
    if answer.line is None:
        return None
    if answer.line not in mind.who.right:
        mind.refusals += 1
        if mind.refusals > 2:
            mind.over = "wrong line"
            return None
        return _refuse(mind, answer)
    if mind.who.willing is Willing.ASKS_BETWEEN and (act := mind.aside(("why", "cost", "duration", "certificate"))):
        return act
    if mind.who.willing is Willing.HESITATES and mind.once("hesitates at the line"):
        return mind.voice.say("hesitates")
    if mind.once("path") and mind.voice.draw.random() < 0.4:
        return mind.press_or_say(answer, "path", ("Laat mijn pad zien",))
    return want_a_seat(mind, answer)


def _refuse(mind: Mind, answer: Answer) -> Act:
    if mind.taken:
        mind.accepted = mind.taken
        name = mind.voice.catalogue.lines[mind.taken].name
        return mind.voice.typed("enrol_line", str(mind.voice.draw.choice(WORDS["back_to"])).format(line=name))
    told = mind.story.clause("goal")
    if told and mind.voice.draw.random() < 0.5:
        text = str(mind.voice.draw.choice(WORDS["not_this_but"])).format(answer=told)
        return mind.voice.typed("goal", text)
    return mind.press_or_say(answer, "another_line", ("Iets anders",))


def want_a_seat(mind: Mind, answer: Answer) -> Act | None:
    """Asks for a seat on the line that was taken; gives up after some tries."""
    if mind.tries >= TRIES:
        mind.over = "no seat"
        return None
    mind.tries += 1
    if answer.says("utter_enrol_dropped"):
        return mind.voice.say("after_all")
    if answer.says("utter_path"):
        if mind.who.presses and mind.voice.draw.random() < 0.2 and (title := starting(answer, "Schrijf me in voor")):
            return Act("enrol", press=title)
        return mind.press_or_say(answer, "first_station", ("Alleen het eerste station",))
    return mind.press_or_say(answer, "enrol", ("Schrijf me in",))


def starting(answer: Answer, words: str) -> str | None:
    """The title of the button that begins with these words."""
    return next((title for title in answer.buttons if title.startswith(words)), None)
