"""The same people as ones who answer everything, in order, in plain sentences: what the short way is held against."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from pydantic import BaseModel

from tests.evaluate.people.reading import ADVICE_QUESTIONS
from tests.evaluate.people.talking import House, Line
from tests.evaluate.people.voice import TOPICS, Voice
from tests.evaluate.people.who import Somebody, Talks, Willing
from tests.evaluate.typing import Typos


class Dutiful(BaseModel):
    """The line that somebody was advised last who told everything, and how many questions they had been asked."""

    number: int
    right: list[str]
    line: str | None
    questions: int
    transcript: list[tuple[str, str]]


def tell_everything(house: House, who: Somebody) -> Dutiful:
    """Every answer in the order of the questions, whatever is asked, then "what do you advise?"."""
    plain = replace(who, talks=Talks.SENTENCES, typos=Typos.NONE, willing=Willing.ANSWERS, presses=False)
    voice, line = Voice(plain, house.catalogue), Line(house)
    for topic in TOPICS:
        if voice.clause(topic, plain.profile) is not None:
            line.send(voice.tell(topic, plain.profile, careful=True))
    for _ in range(len(TOPICS)):
        answer = line.answers[-1]
        if any(one.line for one in line.answers) and answer.question not in ADVICE_QUESTIONS:
            break
        asked = answer.question if answer.question in ADVICE_QUESTIONS else None
        line.send(voice.tell(asked, plain.profile, careful=True) if asked else voice.say("what_now", careful=True))
    advised = [answer.line for answer in line.answers if answer.line]
    return Dutiful(
        number=who.number,
        right=list(who.right),
        line=advised[-1] if advised else None,
        questions=sum(question in ADVICE_QUESTIONS for answer in line.answers for question in answer.questions),
        transcript=[(one.person, one.navigator) for one in line.exchanges],
    )


def tell_everything_all(house: House, people: Sequence[Somebody], at_once: int) -> list[Dutiful]:
    """The same for several people, this many at the same time."""
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(lambda who: tell_everything(house, who), people))
