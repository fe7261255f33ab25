"""What a question is about: the station or line that was named, or that the talk was about last."""

from __future__ import annotations

from dataclasses import dataclass

from actions.talk import Talk, button
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Session
from knowledge.seat.choosing import sessions_to_show


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


def ask_what(talk: Talk) -> None:
    """Asks which line a question is about, with likely ones as buttons."""
    lines = list(talk.catalogue.lines.values())
    talk.say("utter_about_what", buttons=[button(x.name, talk.intent, line=x.id) for x in lines])


def first_sessions(talk: Talk, about: Focus, most: int = 4) -> list[Session]:
    """The sessions that suit the person best: of a line those of its first stations that have any."""
    if about.line is None:
        return sessions_to_show(talk.catalogue, about.modules[0].id, talk.profile, talk.now, most=most)
    found: list[Session] = []
    for module in about.modules:
        found += sessions_to_show(talk.catalogue, module.id, talk.profile, talk.now, most=1)
    return found[:most]
