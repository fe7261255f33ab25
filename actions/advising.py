"""How an advice is given or the next question is asked, in a talk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actions.cards import line_card
from actions.talk import Button, Talk, button
from knowledge.advice.advise import advise
from knowledge.advice.listening import does_not_mind
from knowledge.advice.profile import Profile
from knowledge.advice.questions import next_question
from knowledge.catalogue.searching import modules_about
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import DAYS
from knowledge.saying import say_number
from knowledge.vocabulary import DUTCH, Attendance, Daypart, Question, WorkForm

NO_MATTER = "Maakt niet uit"


def advise_or_ask(talk: Talk) -> None:
    """Asks the question that helps most, or gives the advice when no answer can change it.

    A question that was asked twice is taken as "maakt niet uit", so the talk always moves on.
    """
    _say_what_is_unknown(talk)
    while missing := next_question(talk.catalogue, talk.profile):
        question = missing.question
        say_what_was_noted(talk)
        if talk.ask(question.value, topic="advice", buttons=buttons_for(talk.catalogue, talk.profile, question)):
            return
        talk.keep(does_not_mind(talk.profile, question))
    give_advice(talk)


def _say_what_is_unknown(talk: Talk) -> None:
    """What was named but has no name in the catalogue is said, with modules whose own words come near it."""
    unknown = talk.named("unknown_topic") or talk.named("occupation")
    if not unknown or talk.named("skill"):
        return
    modules = modules_about(talk.catalogue, str(unknown))
    if modules:
        talk.say("utter_topic_modules", topic=str(unknown), modules=", ".join(module.name for module in modules))
    else:
        talk.say("utter_unknown_topic", topic=str(unknown))


def say_what_was_noted(talk: Talk) -> None:
    """Before the next question: what of the message was heard, so that people see that it counts."""
    names = noted(talk)
    if names and not talk.slot("noted"):
        talk.say("utter_noted", what=", ".join(names))
        talk.set(noted=True)


def noted(talk: Talk) -> list[str]:
    """What this message told of the person, in words."""
    catalogue = talk.catalogue
    words: dict[str, Callable[[Any], str]] = {
        "role": lambda role: catalogue.roles[role].name.lower(),
        "towards": lambda role: f"je wilt {catalogue.roles[role].name.lower()} worden",
        "skill": lambda skill: catalogue.skills[skill].name.lower(),
        "transition": lambda way: catalogue.transitions[way].name,
        "place": lambda place: catalogue.places[place].name,
        "daypart": lambda part: DUTCH[Daypart(part)],
        "form": lambda form: DUTCH[WorkForm(form)],
        "attendance": lambda where: DUTCH[Attendance(where)],
        "weekday": lambda day: DAYS[int(day)],
        "hours_per_week": lambda hours: f"{say_number(float(hours))} uur per week",
    }
    said = [m for m in talk.heard if m.kind in words and not (m.negated and m.kind in ("role", "place"))]
    found = [("niet " if m.negated else "") + words[m.kind](m.value) for m in said]
    return list(dict.fromkeys(found))


def _say_where_the_goal_is(talk: Talk, line: str) -> None:
    """A wish that neither this line nor one that was passed over teaches: the modules that do, to follow by itself."""
    catalogue = talk.catalogue
    stops = [stop for id in (line, *talk.profile.not_lines) for stop in catalogue.lines[id].stations]
    taught = {skill for stop in stops for skill in catalogue.modules[stop.module].teaches}
    for goal in [goal for goal in talk.profile.goals if goal not in taught][:1]:
        modules = [m.name for m in catalogue.modules.values() if goal in m.teaches][:3]
        name = catalogue.skills[goal].name.lower()
        if modules:
            talk.say("utter_goal_elsewhere", goal=name, modules=", ".join(modules))


def give_advice(talk: Talk) -> None:
    """Says the best line with its reasons, what speaks against it and what would change it."""
    advice = advise(talk.catalogue, talk.profile)
    line = talk.catalogue.lines[advice.line]
    seen = [*(talk.slot("advised") or []), line.id]
    talk.set(line=line.id, station=None, shown=None, advised=seen)
    if advice.dropped and (len(seen) < 2 or seen[-2] != line.id):
        talk.say("utter_wish_dropped", wishes=" en ".join(advice.dropped))
    _say_where_the_goal_is(talk, line.id)
    against = _sentence([r.text for r in advice.against[:2]])
    again = len(seen) > 1 and seen[-2] == line.id
    response = "utter_advice_same" if again else "utter_advice"
    talk.say(
        response if advice.reasons else "utter_advice_other",
        line=line.name,
        goal=line.goal,
        reasons=_sentence([r.text for r in advice.reasons[:3]]),
        against=f" Wel is het zo: {against}." if against else "",
        stations=len(line.stations),
        hours=say_number(talk.catalogue.line_hours(line)),
        buttons=advised_buttons(line.id),
        card=line_card(talk.catalogue, line, advice),
    )
    talk.close_question("advised")


def advised_buttons(line: str, *, why: bool = True) -> list[Button]:
    """What somebody can do with an advice; ``why`` leaves out what was just said."""
    return [
        button("Schrijf me in", "enrol", line=line),
        button("Laat mijn pad zien", "show_path", line=line),
        *([button("Waarom deze?", "ask_why")] if why else []),
        button("Iets anders", "ask_alternatives"),
    ]


def _sentence(clauses: list[str]) -> str:
    return ", ".join(clauses[:-1]) + (" en " if len(clauses) > 1 else "") + "".join(clauses[-1:])


def buttons_for(catalogue: Catalogue, profile: Profile, question: Question) -> list[Button]:
    """The likeliest answers to a question, and "maakt niet uit"."""
    if question == Question.GOAL and profile.role is None:
        ways = list(catalogue.transitions.values())[:3]
        answers = [button(way.name, "inform", transition=way.id) for way in ways]
    elif question == Question.GOAL:
        advice = advise(catalogue, profile)
        lines = [advice.line, *advice.others][:3]
        answers = [button(catalogue.lines[line].name, "inform", line=line) for line in lines]
    elif question == Question.ROLE:
        advice = advise(catalogue, profile)
        groups = [catalogue.lines[line].target_group for line in (advice.line, *advice.others)]
        roles = [catalogue.target_groups[group].roles[0] for group in dict.fromkeys(groups)][:3]
        answers = [button(catalogue.roles[role].name, "inform", role=role) for role in roles]
    elif question == Question.PLACE:
        cities = list(dict.fromkeys(academy.city for academy in catalogue.academies.values()))[:3]
        answers = [button(catalogue.places[city].name, "inform", place=city) for city in cities]
        return [*answers, button("Liefst online", "inform", attendance=Attendance.ONLINE.value)]
    elif question == Question.DAYPARTS:
        parts = (Daypart.MORNING, Daypart.AFTERNOON, Daypart.EVENING)
        answers = [button(DUTCH[part].capitalize(), "inform", daypart=part.value) for part in parts]
    elif question == Question.FORMS:
        return [button(DUTCH[form].capitalize(), "inform", form=form.value) for form in WorkForm]
    else:
        answers = [button(f"{hours} uur", "inform", hours_per_week=hours) for hours in (1, 2, 4)]
    return [*answers, button(NO_MATTER, "no_preference")]
