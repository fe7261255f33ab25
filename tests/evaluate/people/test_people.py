"""The people themselves: drawn from a seed, evenly, each with a right line, and never short of words."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.advice.advise import advise
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from tests.evaluate.people.drawing import draw_people, right_lines
from tests.evaluate.people.mind import Mind
from tests.evaluate.people.reading import Answer
from tests.evaluate.people.voice import TOPICS
from tests.evaluate.people.who import Somebody, Talks, Willing
from tests.evaluate.people.wording import WORDS

FILLED = ("names", "roles", "skills", "lines", "transitions", "when", "when_bare", "forms", "forms_bare")
"""Lists that are filled in elsewhere, or stand under a name of their own."""


@pytest.fixture(scope="module")
def people(catalogue: Catalogue) -> list[Somebody]:
    return draw_people(catalogue, 72, seed=3)


def test_the_same_seed_gives_the_same_people(catalogue: Catalogue, people: list[Somebody]) -> None:
    assert draw_people(catalogue, 12, seed=3) == people[:12]
    assert draw_people(catalogue, 12, seed=4) != people[:12]


def test_every_way_of_talking_typing_and_going_along_comes_once_in_72(people: list[Somebody]) -> None:
    ways = Counter((who.talks, who.typos, who.willing) for who in people)
    assert (len(ways), set(ways.values())) == (72, {1})


def test_everybody_has_the_line_that_the_advice_gives_to_all_they_could_tell(
    catalogue: Catalogue, people: list[Somebody]
) -> None:
    assert all(advise(catalogue, who.profile).line in who.right for who in people)
    assert {line for who in people for line in who.right} == set(catalogue.lines)


def test_who_tells_nothing_has_no_right_line(catalogue: Catalogue) -> None:
    assert right_lines(catalogue, Profile()) == ()


@pytest.mark.parametrize("kind", [kind for kind in WORDS if kind not in FILLED and not kind.endswith("_bare")])
def test_everything_can_be_said_in_at_least_fifteen_ways_that_differ(kind: str) -> None:
    assert len(set(WORDS[kind])) == len(WORDS[kind]) >= 15


def test_what_can_be_wished_is_in_the_catalogue(catalogue: Catalogue) -> None:
    for kind in ("roles", "skills", "lines", "transitions"):
        assert set(WORDS[kind]) <= set(getattr(catalogue, kind))


def test_everybody_can_begin_and_tell_everything(catalogue: Catalogue, people: list[Somebody]) -> None:
    for who in people:
        mind = Mind(who, catalogue)
        assert mind.begin().text
        assert all(mind.story.tell(topic, careful=careful).text for topic in TOPICS for careful in (False, True))


def test_who_says_all_at_once_is_never_asked_to_begin_again(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.talks is Talks.AT_ONCE and who.typos == "none" and who.profile.place)
    text = Mind(who, catalogue).begin().text or ""
    assert catalogue.places[who.profile.place or ""].name.lower() in text.lower()


def advice(line: str) -> Answer:
    """An advice of this line."""
    buttons = {title: title for title in ("Schrijf me in", "Laat mijn pad zien", "Iets anders")}
    return Answer(text="?", said=("utter_advice",), buttons=buttons, cards=({"kind": "line", "id": line},))


def test_a_wrong_line_is_refused_twice_and_then_somebody_leaves(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.willing is Willing.ANSWERS)
    wrong = advice(next(line for line in catalogue.lines if line not in who.right))
    mind = Mind(who, catalogue)
    mind.begin()
    assert [act is None for act in (mind.reply(wrong), mind.reply(wrong), mind.reply(wrong))] == [False, False, True]
    assert (mind.over, mind.accepted, mind.wrong_turns) == ("wrong line", None, 3)


def test_a_right_line_is_taken(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.willing is Willing.ANSWERS and not who.presses)
    mind = Mind(who, catalogue)
    mind.begin()
    act = mind.reply(advice(who.right[0]))
    assert act is not None
    assert act.kind in ("enrol", "path")
    assert (mind.accepted, mind.wrong_turns, mind.over) == (who.right[0], 0, None)


def test_who_changed_their_mind_says_so_before_anything_else(catalogue: Catalogue, people: list[Somebody]) -> None:
    ways = (who for who in people if who.willing is Willing.CHANGES_MIND and who.talks is Talks.AT_ONCE)
    mind = Mind(next(ways), catalogue)
    mind.begin()
    assert not mind.story.is_true
    act = mind.reply(advice("cyber-security"))
    assert act is not None
    assert mind.story.wrong is not None
    assert (act.kind, mind.story.is_true, mind.wrong_turns) == (mind.story.wrong[0], True, 0)


def asked(question: str, *buttons: str) -> Answer:
    """An answer that asks one thing."""
    return Answer(text="?", said=(f"utter_ask_{question}",), buttons={title: title for title in buttons})


def meant(mind: Mind, *answers: Answer) -> list[str | None]:
    """What somebody means by their replies to these answers."""
    mind.begin()
    acts = [mind.reply(answer) for answer in answers]
    return [act.kind if act else None for act in acts]


def test_who_is_taken_for_a_company_says_that_it_is_for_themselves(
    catalogue: Catalogue, people: list[Somebody]
) -> None:
    mind = Mind(people[0], catalogue)
    company = [asked("company_roles")] * 5
    assert meant(mind, *company) == [*["for_myself"] * 4, None]
    assert (mind.over, mind.wrong_turns) == ("asked company_roles", 5)


def test_who_keeps_their_address_gives_it_in_the_end(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.willing is Willing.KEEPS_ADDRESS and not who.presses)
    consent = asked("consent", "Ja, dat is goed", "Nee, liever niet")
    assert meant(Mind(who, catalogue), consent, consent, asked("name")) == ["keeps_address", "yes", "name"]


def test_who_was_advised_nothing_wants_that_first_and_then_picks(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.willing is Willing.ANSWERS and not who.presses)
    what = [asked("enrol_what")] * 3
    assert meant(Mind(who, catalogue), *what) == ["first_a_line", "first_a_line", "enrol_line"]


def test_who_is_not_understood_four_times_gives_up(catalogue: Catalogue, people: list[Somebody]) -> None:
    who = next(who for who in people if who.willing is Willing.ANSWERS)
    mind = Mind(who, catalogue)
    lost = Answer(text="Zeg het anders.", said=("utter_not_understood",))
    assert meant(mind, lost, lost, lost, lost)[-1] is None
    assert mind.over == "not understood"
