"""The words of a letter: which there are for a kind of notice and a state, and how they are filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import DictLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.composing import DraftButton
from bot.telling.enclosing import calendar_of
from bot.telling.facts import facts_of
from bot.telling.letter import Letter, message_id
from bot.telling.saying import first_high, shorten
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import NavigatorError
from knowledge.seat.looking import Seat, offering_card
from knowledge.settings import Settings
from knowledge.telling.story import Story
from knowledge.vocabulary import REMINDERS, EnrolmentState, NoticeKind

WORDS = Path(__file__).with_name("words.yml")
LONGEST_SUBJECT = 60
MOST_BUTTONS = 4

SHOWS_A_CARD = (
    NoticeKind.SEAT_TAKEN,
    NoticeKind.OFFER,
    NoticeKind.FIRST_COME,
    NoticeKind.GO,
    NoticeKind.POSTPONED,
    NoticeKind.CHANGED,
    *REMINDERS,
)
"""What tells of something that is still to come."""


def letter(story: Story, catalogue: Catalogue, settings: Settings, now: datetime) -> Letter:
    """What a notice says now.

    Raises:
        NavigatorError: when there are no words for the state that the person is in.
    """
    words, facts = _words_for(story), facts_of(story, catalogue, settings, now)
    seat = Seat(story.enrolment, story.offering, story.position)
    invitation, method = calendar_of(story, seat, catalogue, settings, now)
    return Letter(
        notice=story.notice.id or 0,
        message_id=message_id(story.notice, settings.mail_host),
        conversation=story.conversation,
        name=story.learner.name,
        address=story.learner.email,
        chat=story.chat,
        subject=_subject(words["subject"], facts),
        paragraphs=[text for template in words["text"] if (text := _filled(template, facts))],
        buttons=_buttons(words.get("buttons", []), facts)[:MOST_BUTTONS],
        card=offering_card(catalogue, story.offering, seat=seat) if story.notice.kind in SHOWS_A_CARD else None,
        invitation=invitation,
        method=method,
    )


def state_told(story: Story) -> EnrolmentState:
    """The state that a notice speaks to: what was lost, where it tells of a loss, else what is."""
    was = story.notice.facts.get("was")
    return EnrolmentState(was) if was else EnrolmentState(story.enrolment.state)


@cache
def all_words() -> dict[str, Any]:
    """The words as they are written."""
    words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return words


def _words_for(story: Story) -> Mapping[str, Any]:
    kind, state = story.notice.kind, state_told(story)
    by_state: dict[str, Mapping[str, Any]] = all_words()[kind]
    words = by_state.get(state) or by_state.get("always")
    if words is None:
        raise NavigatorError(f"There are no words for {kind} to somebody who is {state}. Add them in {WORDS}.")
    return words


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    """Plain text, so nothing is escaped here: a way out that makes HTML of it does so itself."""
    pieces = DictLoader(all_words()["pieces"])
    environment = ImmutableSandboxedEnvironment(loader=pieces, undefined=StrictUndefined, autoescape=False)
    environment.filters["start"] = first_high
    return environment


def _filled(template: str, facts: Mapping[str, Any]) -> str:
    return " ".join(_template(template).render(facts).split())


@cache
def _template(text: str) -> Template:
    return _environment().from_string(text)


def _subject(template: str, facts: Mapping[str, Any]) -> str:
    """The subject; a long name gives way, so that what happened can be read."""
    whole = _filled(template, facts)
    too_many = len(whole) - LONGEST_SUBJECT
    if too_many <= 0:
        return whole
    name = str(facts["name"])
    return _filled(template, {**facts, "name": shorten(name, max(1, len(name) - too_many))})


def _buttons(names: list[str], facts: Mapping[str, Any]) -> list[DraftButton]:
    made: list[DraftButton] = []
    for name in names:
        if name == "runs":
            made += [_button(title, "enrol", {"offering": id}) for title, id in facts["runs"]]
            continue
        words = all_words()["buttons"][name]
        gives = {key: _filled(value, facts) for key, value in words["gives"].items()}
        if all(gives.values()):
            made.append(_button(words["title"], words["intent"], gives))
    return made


def _button(title: str, intent: str, gives: Mapping[str, str]) -> DraftButton:
    return DraftButton(title, f"/{intent}{json.dumps(gives)}")
