"""How somebody puts what they say: drawn from their seed, in their way of talking and typing."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import DUTCH, Attendance, Question
from tests.evaluate.people.who import Somebody, Talks
from tests.evaluate.people.wording import WORDS
from tests.evaluate.typing import Typos, as_one_sentence, with_typos, without_capitals

TOPICS: tuple[str, ...] = tuple(question.value for question in Question)
"""What can be told of oneself, by the name of the question that asks for it."""

BY_HAND = ("email", "name")
"""Names and addresses are typed with care."""


@dataclass(frozen=True)
class Act:
    """What somebody does: types a text, or presses a button by its title. ``kind`` is what is meant by it."""

    kind: str
    text: str | None = None
    press: str | None = None


class Voice:
    """The sentences of one person."""

    def __init__(self, who: Somebody, catalogue: Catalogue) -> None:
        self.who, self.catalogue, self.draw = who, catalogue, Random(who.seed)
        self._typed = self._common = 0

    def say(self, kind: str, *, careful: bool = False, story: bool = True, **filled: Any) -> Act:
        """Something out of the lists, as this person says and types it."""
        brief = self.who.talks is Talks.WORDS and f"{kind}_bare" in WORDS
        text = str(self.draw.choice(WORDS[f"{kind}_bare" if brief else kind])).format(**filled)
        return self.typed(kind, text, careful=careful, story=story)

    def ask(self, kind: str) -> Act:
        """A question in between."""
        return self.typed(kind, str(self.draw.choice(WORDS[kind])), story=False)

    def typed(self, kind: str, text: str, *, careful: bool = False, story: bool = True) -> Act:
        """A text with the stories around it and the slips in it that this person makes."""
        if story and not careful and self.who.talks is Talks.WANDERS and kind not in BY_HAND:
            text = self._with_a_story(text, often=kind in (*TOPICS, "all"))
        self._typed += 1
        heavy = self.who.typos is Typos.HEAVY
        if kind in BY_HAND:
            return Act(kind, without_capitals(text) if heavy else text)
        return Act(kind, text if careful else with_typos(text, self.who.typos, self.who.seed + self._typed))

    def _with_a_story(self, text: str, *, often: bool) -> str:
        """Most of what they tell of themselves has something before or after it; of the rest a quarter."""
        chance = 0.55 if often else 0.15
        before = self.draw.choice(WORDS["before"]) if self.draw.random() < chance else ""
        after = self.draw.choice(WORDS["after"]) if self.draw.random() < chance else ""
        small = text if text[:2].isupper() or not before else text[:1].lower() + text[1:]
        return f"{before}{small.rstrip('.?!') if after else small}{after}"

    def tell(self, topic: str, profile: Profile, *, careful: bool = False, story: bool = True) -> Act:
        """The answer to a question about oneself; "maakt niet uit" when there is none."""
        clause = self.clause(topic, profile, careful=careful)
        if clause is None:
            return self.say("does_not_mind", careful=careful, story=story)
        return self.typed(topic, clause, careful=careful, story=story)

    def tell_all(self, profile: Profile) -> Act:
        """Everything in one breath."""
        topics = ["role", "goal", *self.draw.sample(TOPICS[2:], len(TOPICS) - 2)]
        clauses = [clause for topic in topics if (clause := self.clause(topic, profile, whole=True))]
        known = [self._line("known", True, about=self._about("skills", skill)) for skill in profile.known]
        return self.typed("all", as_one_sentence([*clauses, *known]))

    def clause(self, topic: str, profile: Profile, *, whole: bool = False, careful: bool = False) -> str | None:
        """What somebody tells about one topic, without typing it yet; None when they don't mind.

        ``whole`` sentences are said by those who talk in single words too; who is ``careful`` uses common names.
        """
        whole = whole or careful
        if topic == "goal" and not self._wanted(profile):
            return None
        if topic == "goal":
            return (
                self._line("goal_about", True, about=self._common_goal(profile))
                if careful
                else self._goal(profile, whole)
            )
        if topic == "role" and profile.role:
            role = self.catalogue.roles[profile.role]
            if self.who.talks is not Talks.WORDS and not careful and self.draw.random() < 0.25:
                return str(self.draw.choice(WORDS["roles"][profile.role]))
            name = role.name if careful else self.draw.choice([role.name, role.name, *role.also])
            return self._line(
                "role_name" if whole or self.who.talks is not Talks.WORDS else "role_bare", role=name.lower()
            )
        if topic == "place" and profile.attendance == Attendance.ONLINE:
            return self._line("online", whole)
        if topic == "place" and profile.place:
            return self._line("place", whole, place=self.catalogue.places[profile.place].name)
        if topic == "dayparts" and profile.dayparts:
            brief = self.who.talks is Talks.WORDS and not whole
            names = {d: WORDS["when_bare" if brief else "when"][d.value] for d in profile.dayparts}
            when = [DUTCH[d] if careful else str(self.draw.choice(names[d])) for d in profile.dayparts]
            return self._line("dayparts", whole, when=" of ".join(when))
        if topic == "forms" and profile.forms:
            lists = WORDS["forms" if whole or self.who.talks is not Talks.WORDS else "forms_bare"]
            said = [DUTCH[f] if careful else str(self.draw.choice(lists[f.value])) for f in profile.forms]
            return as_one_sentence(said)
        if topic == "hours" and profile.hours_per_week:
            return self._line("hours", whole, hours=f"{profile.hours_per_week:g}")
        return None

    def _line(self, kind: str, whole: bool = False, **filled: str) -> str:
        brief = self.who.talks is Talks.WORDS and not whole and f"{kind}_bare" in WORDS
        text = str(self.draw.choice(WORDS[f"{kind}_bare" if brief else kind])).format(**filled)
        return text[:1].upper() + text[1:] if text[:1].islower() and self.draw.random() < 0.3 else text

    def _wanted(self, profile: Profile) -> list[tuple[str, str]]:
        """What they want, each with the kind of thing that it is."""
        skills, lines = [("skills", goal) for goal in profile.goals], [("lines", line) for line in profile.lines]
        return [*skills, *lines, *([("transitions", profile.transition)] if profile.transition else [])]

    def _goal(self, profile: Profile, whole: bool) -> str:
        wanted = self._wanted(profile)
        (kind, first), *others = wanted
        if self.who.talks is Talks.WORDS and not whole:
            return " en ".join(self._about(*one) for one in wanted)
        also = [f"ook iets met {self._about(*one)}" for one in others]
        if self.draw.random() < 0.5:
            said = self._line("goal_do", True, do=self.draw.choice(WORDS[kind][first]["do"]))
        else:
            said = self._line("goal_about", True, about=self._about(kind, first))
        return as_one_sentence([said, *also])

    def _common_goal(self, profile: Profile) -> str:
        """What they want in a few common words, each time others."""
        self._common += 1
        kind, id = self._wanted(profile)[0]
        names = WORDS[kind][id]["about"]
        return str(names[self._common % len(names)])

    def _about(self, kind: str, id: str) -> str:
        return str(self.draw.choice(WORDS[kind][id]["about"]))
