"""What somebody tells of themselves in the course of a talk, also what they take back later."""

from __future__ import annotations

from typing import Any

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Daypart
from tests.evaluate.people.reading import Answer
from tests.evaluate.people.voice import TOPICS, Act, Voice
from tests.evaluate.people.who import Somebody, Talks, Willing
from tests.evaluate.people.wording import WORDS

FIELDS = {"goal": "goals", "role": "role", "place": "place", "dayparts": "dayparts"}
"""What somebody can change their mind about, with the field of the profile."""


class Story:
    """The true profile, what of it was told, and the answer that was told wrong (if any) until it is put right."""

    def __init__(self, who: Somebody, catalogue: Catalogue, voice: Voice) -> None:
        self.who, self.catalogue, self.voice = who, catalogue, voice
        self.told: set[str] = set()
        self.wrong = self._something_wrong() if who.willing is Willing.CHANGES_MIND else None
        self.put_right = self.wrong is None
        self._told_wrong = False

    @property
    def is_true(self) -> bool:
        """Whether all that was told is so."""
        return self.put_right or not self._told_wrong

    def has(self, topic: str) -> bool:
        """Whether there is anything to tell about this."""
        return self.clause(topic) is not None

    def is_taught(self, answer: Answer) -> bool:
        """Whether the module whose dates are shown teaches what they want."""
        modules = [self.catalogue.modules[str(card["module"])] for card in answer.cards_of("offering")]
        return any(goal in module.teaches for module in modules for goal in self.who.profile.goals)

    def clause(self, topic: str) -> str | None:
        """What is true, in words; None when they don't mind."""
        return self.voice.clause(topic, self.who.profile)

    def opening(self) -> Act:
        """How somebody begins: with everything, with half a sentence, with a word, or about something else."""
        talks, chance = self.who.talks, self.voice.draw.random()
        if talks is Talks.AT_ONCE:
            self._told_wrong = not self.put_right
            self.told |= set(TOPICS)
            return self.voice.tell_all(self.wrong[1] if self.wrong else self.who.profile)
        if talks is Talks.WANDERS and chance < 0.6:
            return self.voice.say("wanders", story=False)
        if chance < 0.3:
            return self.voice.say("hello", story=False)
        if chance < 0.5:
            return self.voice.say("ask_to_learn")
        return self.tell("goal" if chance < 0.8 and self.who.profile.goals else "role")

    def tell(self, topic: str, *, careful: bool = False) -> Act:
        """The answer about a topic; the first time a wrong one, by who will change their mind about it."""
        self.told.add(topic)
        profile = self.who.profile
        if self.wrong and topic == self.wrong[0] and not self.put_right and not self._told_wrong:
            self._told_wrong, profile = True, self.wrong[1]
        return self.voice.tell(topic, profile, careful=careful)

    def correction(self) -> Act:
        """Takes back what was told wrong."""
        assert self.wrong
        self.put_right = True
        answer = self.clause(self.wrong[0])
        text = str(self.voice.draw.choice(WORDS["correction"])).format(answer=answer)
        return self.voice.typed(self.wrong[0], text, story=False)

    def _something_wrong(self) -> tuple[str, Profile] | None:
        """A topic with something else than is true: a goal of another line, another role, town or time."""
        profile, draw = self.who.profile, self.voice.draw
        topics = [topic for topic, field in FIELDS.items() if getattr(profile, field)]
        topic = draw.choice(topics)
        others: list[Any] = {
            "goal": [(skill,) for skill in WORDS["skills"] if skill not in profile.goals],
            "role": [role for role in WORDS["roles"] if role != profile.role],
            "place": [a.city for a in self.catalogue.academies.values() if a.city != profile.place],
            "dayparts": [(part,) for part in Daypart if part not in profile.dayparts],
        }[topic]
        return topic, profile.model_copy(update={FIELDS[topic]: draw.choice(others)})
