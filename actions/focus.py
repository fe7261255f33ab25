"""What a question is about: the station or line that was named, or that the talk was about last."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from actions.offerings import days_named
from actions.talk import Talk, button
from knowledge.advice.listening import listen
from knowledge.advice.profile import Profile
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Session
from knowledge.seat.choosing import Period, sessions_for_line, sessions_to_show, violations
from knowledge.seat.looking import full_offerings, seats_of


@dataclass(frozen=True)
class Focus:
    """A module, or a line with its modules."""

    name: str
    line: Line | None
    modules: list[Module]


def focus(talk: Talk) -> Focus | None:
    """What this message is about, or None when that can't be known."""
    catalogue = talk.catalogue
    module = talk.named("module")
    line = talk.named("line")
    if not module and not line:
        module, line = talk.slot("station"), talk.slot("line")
    if module:
        talk.set(station=module)
        return Focus(catalogue.module(module).name, None, [catalogue.module(module)])
    if line:
        found = catalogue.line(line)
        talk.set(line=line)
        return Focus(found.name, found, [catalogue.modules[s.module] for s in found.stations])
    return None


def knows_what(talk: Talk) -> bool:
    """Whether it is known what this message is about."""
    return any(talk.named(kind) or talk.slot(slot) for kind, slot in (("module", "station"), ("line", "line")))


def ask_what(talk: Talk) -> None:
    """Asks which line a question is about, with likely ones as buttons."""
    lines = list(talk.catalogue.lines.values())
    talk.say("utter_about_what", buttons=[button(x.name, talk.intent, line=x.id) for x in lines])


def first_sessions(talk: Talk, about: Focus, most: int = 4) -> list[Session]:
    """The sessions that suit the person best: of a line those of its first stations that have any."""
    profile = wishes_of(talk)
    if about.line is None:
        days = days_named(talk)
        return sessions_to_show(talk.catalogue, about.modules[0].id, profile, talk.now, within=days, most=most)
    found: list[Session] = []
    for module in about.modules:
        found += sessions_to_show(talk.catalogue, module.id, profile, talk.now, within=days_named(talk), most=1)
    return found[:most]


def wishes_of(talk: Talk) -> Profile:
    """The profile with what this very question wishes ("is er ook iets op maandag?"), for this answer only."""
    return listen(talk.profile, [m for m in talk.heard if m.kind in WISHES], open_question=None)


ODD = (
    "frustrated",
    "out_of_scope",
    "smalltalk",
    "goodbye",
    "bot_challenge",
    "switch_language",
    "give_feedback",
    "stop",
)
SAYS_NOTHING = re.compile(
    r"\b(nee|neen|ja|toch|liever|liefst|dan|maar|doe|in|bij|op|te|de|het|een|die|dat|iets|met|om|of|en|ook|gewoon|wel"
    r"|sorry|ik|bedoel|bedoelde|bedoelt)\b|\W",
    re.IGNORECASE,
)


def only_names(talk: Talk) -> bool:
    """ "Toch Zwolle": nothing but what it names, though the model took it for something odd."""
    if talk.intent not in ODD or not talk.heard:
        return False
    left = talk.text
    for mention in talk.heard:
        left = left.replace(mention.text, " ", 1)
    return not SAYS_NOTHING.sub("", left)


NOT_OF_A_SEAT = {"role", "known_skill", "form", "hours_per_week"}
"""What is told of oneself also while a seat is chosen; "die van dinsdag" and "in Zwolle" are about the seat then."""

WISHES = ("place", "daypart", "weekday", "attendance")


def wishes_missed(talk: Talk, sessions: list[Session]) -> bool:
    """Whether none of these sessions is quite what was wished; half an hour's drive doesn't count."""
    profile = wishes_of(talk)
    return all(violations(talk.catalogue, session, profile) > 0.5 for session in sessions)


def line_sessions(
    talk: Talk, line: Line, skip: Collection[str] = (), *, clashing: bool = False
) -> tuple[list[Session], list[str]]:
    """The sessions of a whole line as somebody would be enrolled on them now, and the modules without one."""
    full = full_offerings(talk.academy.engine, talk.now, [stop.module for stop in line.stations])
    return sessions_for_line(
        talk.catalogue, line, talk.profile, talk.now, skip=skip, full=full, taken=busy(talk), clashing=clashing
    )


def busy(talk: Talk) -> list[Period]:
    """When somebody has something already."""
    mine = seats_of(talk.academy.engine, talk.person.learner_id, talk.now)
    return [(s.offering.starts_at, s.offering.ends_at) for s in mine if s.offering.starts_at and s.offering.ends_at]
