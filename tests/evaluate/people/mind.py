"""What somebody does next, given what the navigator said."""

from __future__ import annotations

from collections import Counter
from typing import Any

from knowledge.catalogue.snapshot import Catalogue
from tests.evaluate.people.answering import answer_question, not_that
from tests.evaluate.people.reading import NOT_UNDERSTOOD, SEATED, WAITING, Answer
from tests.evaluate.people.repeating import say_again
from tests.evaluate.people.taking import TRIES, judge_a_line, want_a_seat
from tests.evaluate.people.telling import Story
from tests.evaluate.people.voice import TOPICS, Act, Voice
from tests.evaluate.people.who import Somebody, Talks

PATIENCE = 4
"""After this many answers in a row that understood nothing, somebody gives up."""

ASIDES = 3
"""Questions in between that somebody asks at most."""


class Mind:
    """One person in a talk. ``over`` says why they stopped, once they do."""

    def __init__(self, who: Somebody, catalogue: Catalogue) -> None:
        self.who, self.voice = who, Voice(who, catalogue)
        self.story = Story(who, catalogue, self.voice)
        self.accepted: str | None = None
        self.taken: str | None = None
        self.line: str | None = None
        self.over: str | None = None
        self.wrong_turns = 0
        self.meant: Act | None = None
        self.misses = self.tries = self.asides = self.refusals = 0
        self.done: set[str] = set()
        self.counted: Counter[str] = Counter()
        self.seated = False
        self.open: str | None = None

    def begin(self) -> Act:
        """The first thing that somebody says."""
        self.meant = self.story.opening()
        return self.meant

    def reply(self, answer: Answer) -> Act | None:
        """The next thing; None when they have what they want, or give up."""
        self._notice(answer)
        for way in (self._with_a_seat, self._misunderstood, self._corrects, self._judges, self._answers):
            act = way(answer)
            if act is not None or self.over:
                return self._remember(act)
        return self._remember(self._goes_on(answer))

    def _remember(self, act: Act | None) -> Act | None:
        self.meant = act
        return act

    def _notice(self, answer: Answer) -> None:
        self.misses = self.misses + 1 if answer.says(*NOT_UNDERSTOOD) else 0
        if not answer.says(*WAITING):
            self.open = answer.question or (self.open if answer.says(*NOT_UNDERSTOOD) else None)
        if answer.line is not None:
            self.line = answer.line
            right = answer.line in self.who.right
            self.wrong_turns += not right and self.story.is_true
            self.accepted = answer.line if right else None
            self.taken = self.accepted or self.taken

    def _with_a_seat(self, answer: Answer) -> Act | None:
        """Who got a seat looks whether it is there, and leaves."""
        if answer.says(*SEATED) and not self.seated:
            self.seated = True
            return self.voice.say("my_seats", story=False)
        if self.seated and not answer.cards_of("offering") and self.once("looks again"):
            return self.voice.typed("my_seats", "mijn inschrijvingen", careful=True)
        if self.seated:
            self.over = "seat"
        return None

    def _misunderstood(self, answer: Answer) -> Act | None:
        if not self.misses:
            return None
        if self.misses >= PATIENCE:
            self.over = "not understood"
            return None
        return say_again(self, answer)

    def _corrects(self, answer: Answer) -> Act | None:
        """Who said something that isn't so takes it back."""
        return None if self.story.is_true else self.story.correction()

    def _judges(self, answer: Answer) -> Act | None:
        return judge_a_line(self, answer)

    def _answers(self, answer: Answer) -> Act | None:
        question = answer.question or (self.open if answer.says(*WAITING) else None)
        return answer_question(self, question, answer) if question else None

    def _goes_on(self, answer: Answer) -> Act | None:
        """When nothing was asked: towards a seat, or else tell something that wasn't told yet."""
        if answer.says("utter_company_plan", "utter_company_more"):
            return not_that(self, "company")
        if self.accepted:
            return want_a_seat(self, answer)
        if self.who.talks is Talks.WANDERS and self.once("wanders"):
            return self.voice.say("wanders", story=False)
        left = [topic for topic in TOPICS if topic not in self.story.told and self.story.has(topic)]
        if left and self.line is None:
            return self.story.tell(left[0])
        if self.tries >= TRIES:
            self.over = "no advice"
            return None
        self.tries += 1
        return self.voice.say("what_now")

    # --- what several ways need ---------------------------------------------------------------------

    def press_or_say(self, answer: Answer, kind: str, titles: tuple[str, ...], **filled: Any) -> Act:
        """A button with this title, by who likes buttons; else in words."""
        title = next((title for title in titles if title in answer.buttons), None)
        return Act(kind, press=title) if title and self.who.presses else self.voice.say(kind, **filled)

    def aside(self, kinds: tuple[str, ...]) -> Act | None:
        """A question in between that wasn't asked yet, now and then."""
        left = [kind for kind in kinds if kind not in self.done]
        if not left or self.asides >= ASIDES or self.voice.draw.random() < 0.4:
            return None
        self.asides += 1
        kind = self.voice.draw.choice(left)
        self.done.add(kind)
        return self.voice.ask(kind)

    def once(self, what: str) -> bool:
        """True the first time."""
        first = what not in self.done
        self.done.add(what)
        return first

    def count(self, what: str) -> int:
        """How often this has been counted now."""
        self.counted[what] += 1
        return self.counted[what]
