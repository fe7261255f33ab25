"""The personal development path, and the gap that it closes."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.focus import busy
from actions.talk import Talk, button
from knowledge.cards import SkillGapCard
from knowledge.path.card import path_card
from knowledge.path.find import find_path
from knowledge.path.target import skill_gap, target_of
from knowledge.saying import say_number
from knowledge.seat.looking import full_offerings

SOLVE_FOR = 3.0
"""Seconds that the solver may take in a talk; what it found by then is shown as not proved."""


class Path(NavigatorAction):
    """Lays out the path that closes the gap to the line, the goals, the transition or the role."""

    called = "action_path"
    also = ("show_path",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if (goal := goal_of(talk)) is None:
            ask_for_a_goal(talk)
            return
        line, name = goal
        profile, engine = talk.profile, talk.academy.engine
        path = find_path(
            talk.catalogue,
            profile,
            target_of(talk.catalogue, profile, line),
            talk.now,
            line=line,
            full=full_offerings(engine, talk.now),
            taken=busy(talk),
            time_limit=SOLVE_FOR,
        )
        if talk.slot("topic") == "advised":
            talk.close_question()
        sessions = [step.session.id for step in path.steps if step.session]
        talk.set(path=sessions)
        talk.say(
            "utter_path" if path.steps else "utter_path_empty",
            goal=name,
            steps=len(path.steps),
            hours=say_number(path.hours),
            weeks="een week" if path.weeks == 1 else f"zo'n {path.weeks} weken",
            sure="Korter kan niet: dit is nagerekend." if path.proved_optimal else "Misschien kan het nog korter.",
            buttons=[] if talk.open_question else path_buttons(line, len(sessions)),
            card=path_card(path, talk.catalogue, name),
        )


def path_buttons(line: str | None, sessions: int) -> list[dict[str, str]]:
    """What somebody can do with a path: take its seats, begin at the line's first station, or look on."""
    seats = [button(f"Schrijf me in voor dit pad ({sessions})", "enrol", path="yes")] if sessions else []
    if line is None:
        return [*seats, button("Welke lijn past bij mij?", "find_line")]
    return [
        *seats,
        button("Alleen het eerste station", "enrol", line=line),
        button("De hele lijn", "enrol", line=line, whole_line="yes"),
        button("Iets anders", "ask_alternatives"),
    ]


def ask_for_a_goal(talk: Talk) -> None:
    """Without a goal there is no path and no gap."""
    talk.say("utter_no_goal_yet", buttons=[button("Zoek een lijn voor mij", "find_line")])


def goal_of(talk: Talk) -> tuple[str | None, str] | None:
    """The line that a path leads along (if any), and what the goal is called; None when nothing is wished."""
    catalogue, profile = talk.catalogue, talk.profile
    line = talk.named("line") or talk.slot("line")
    if line:
        talk.set(line=line)
        return line, catalogue.line(line).name
    if profile.goals:
        return None, ", ".join(catalogue.skills[goal].name.lower() for goal in profile.goals)
    if profile.transition:
        return None, catalogue.transitions[profile.transition].name
    if profile.towards:
        return None, f"werken als {catalogue.roles[profile.towards].name.lower()}"
    if profile.role:
        return None, f"{catalogue.roles[profile.role].name.lower()} van morgen"
    return None


class SkillGap(NavigatorAction):
    """Which skills somebody still misses for the goal."""

    called = "action_skill_gap"
    also = ("show_skill_gap",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if (goal := goal_of(talk)) is None:
            ask_for_a_goal(talk)
            return
        line, name = goal
        catalogue, known = talk.catalogue, talk.profile.known
        need = skill_gap(known, target_of(catalogue, talk.profile, line))
        names = [f"{catalogue.skills[skill].name} ({level})" for skill, level in need.items()]
        talk.say(
            "utter_skill_gap" if need else "utter_no_skill_gap",
            goal=name,
            skills=", ".join(names[:6]) + (f" en nog {len(names) - 6}" if len(names) > 6 else ""),
            buttons=[] if talk.open_question else [button("Laat mijn pad zien", "show_path")],
            card=SkillGapCard(
                goal=name,
                have={catalogue.skills[s].name: level for s, level in known.items()},
                need={catalogue.skills[s].name: level for s, level in need.items()},
            ),
        )
