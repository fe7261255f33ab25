"""What own words mean as the answer to one message of the navigator, given what it asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from actions import reply_words as words
from actions.offerings import meant
from actions.picking import QUESTION
from actions.rating import rate
from actions.replying import (
    go_elsewhere,
    keep_it,
    let_it_be,
    move_it,
    pick,
    say_coming,
    say_done,
    say_no,
    say_not_coming,
    say_yes,
)
from actions.talk import Talk
from knowledge.catalogue.snapshot import Session, session_of
from knowledge.database import reading
from knowledge.seat.choosing import is_within
from knowledge.seat.runs import next_runs
from knowledge.telling.answering import WITH_OTHER_DATES, Asked
from knowledge.vocabulary import EnrolmentState, NoticeKind

Reply = Callable[[Talk], None]

SURE = 0.7
ELSEWHERE = (
    *("set_reminders", "own_case", "export_data", "delete_data", "what_do_you_know", "privacy_question", "restart"),
    *("human_handoff", "hr_where_to_start", "hr_team_overview", "hr_invite", "hr_funding", "switch_language"),
)
"""Who clearly means one of these answers nothing with it."""

ASKS = (
    *("ask_", "show_", "explain_", "browse_", "find_", "next_", "my_", "waiting_", "skip_"),
    *("help", "thank", "goodbye"),
)
"""Who clearly means one of these says no bare yes or no, and tells nothing of how it was."""

ABOUT_OTHER_THINGS = {"skill", "known_skill", "role", "towards", "transition", "line", "goal"}


def clearly(talk: Talk, intents: tuple[str, ...]) -> bool:
    """Whether the model is sure of one of these intents, or of one that begins so."""
    return talk.confidence >= SURE and talk.intent.startswith(intents)


def is_about(talk: Talk, asked: Asked) -> bool:
    """Whether nothing is named that this message isn't about: another station, or another day.

    What is ruled out counts too: "woensdag kan ik niet" is about Wednesday.
    """
    modules = {mention.value for mention in talk.heard if mention.kind == "module"}
    if modules - {asked.offering.module_id}:
        return False
    if asked.notice.kind in WITH_OTHER_DATES or words.wants_another(talk.text):
        return True
    session = session_of(asked.offering)
    weekdays = [mention.value for mention in talk.heard if mention.kind == "weekday"]
    dates = [date.fromisoformat(str(mention.value)) for mention in talk.heard if mention.kind == "date"]
    return (not weekdays or session.day in weekdays) and (
        not dates or any(is_within(session, (day, day)) for day in dates)
    )


def meant_by(talk: Talk, asked: Asked, fresh: bool) -> Reply | None:
    """What the words do, given what was asked.

    Args:
        fresh: whether nothing was said since; "afmelden" is then about this seat without being asked which.
    """
    text, intent, kind = talk.text, talk.intent, asked.notice.kind
    bare = not clearly(talk, ASKS)
    yes, no = bare and words.yes(text, intent), bare and words.no(text, intent)
    if kind == NoticeKind.AFTERWARDS:
        rating = None if clearly(talk, ASKS) else words.rating_in(text, intent)
        return None if rating is None else partial(rate, offering=asked.offering.id, rating=rating, words=text)
    if kind in WITH_OTHER_DATES:
        return _elsewhere(talk, asked, yes or wants_it(talk), no)
    if kind == NoticeKind.NUDGE:
        done = words.DONE.search(text) and not words.QUESTION.search(text)
        does = say_done if done else say_coming if yes or words.comes(text) else keep_it if no else None
        return partial(does, asked=asked) if does else None
    if words.wants_another(text):
        return partial(move_it, asked=asked)
    if words.QUESTION.search(text):
        return None
    leaves = intent == "cancel_enrolment" or bool(words.AWAY.search(text))
    no = (no and not words.comes(text)) or words.cannot(text) or (fresh and leaves)
    return _about_a_seat(talk, asked, yes or words.comes(text), no)


def _about_a_seat(talk: Talk, asked: Asked, yes: bool, no: bool) -> Reply | None:
    """To an offer yes is taking the seat; to a reminder it is coming."""
    state = asked.enrolment.state
    if state == EnrolmentState.OFFERED or asked.notice.kind in (NoticeKind.OFFER, NoticeKind.FIRST_COME):
        wants = yes or wants_it(talk)
        does = say_no if no else say_yes if wants else None
    elif state == EnrolmentState.WAITING:
        does = say_not_coming if words.cannot(talk.text) else None
    else:
        does = say_not_coming if no else say_coming if yes else None
    return partial(does, asked=asked) if does else None


def _elsewhere(talk: Talk, asked: Asked, yes: bool, no: bool) -> Reply | None:
    with reading(talk.academy.engine) as session:
        runs = [session_of(run) for run in next_runs(session, asked.offering, talk.now)]
    if not QUESTION.search(talk.text) and not no and _points_at(talk, runs):
        return partial(pick, asked=asked, runs=runs)
    if yes or words.wants_another(talk.text):
        return partial(go_elsewhere, asked=asked, runs=runs)
    return partial(let_it_be, asked=asked) if no else None


def _points_at(talk: Talk, runs: list[Session]) -> bool:
    kinds = {mention.kind for mention in talk.heard if not mention.negated}
    return bool(kinds & {"ordinal", "date", "weekday"}) and meant(talk, runs) is not None


def wants_it(talk: Talk) -> bool:
    """ "Schrijf me maar in", with nothing named: for what was offered."""
    return talk.intent == "enrol" and not words.QUESTION.search(talk.text)
