"""A reply to one particular message of the navigator, as people give it on Telegram.

It is about that message whatever came after it, and whatever question is open. A message that is open is answered; one
that no longer is does what its button would still do, but gives no seat up without asking.
"""

from __future__ import annotations

from functools import partial

from actions import reply_words as words
from actions.asked_of_me import seat_of
from actions.cancelling import CancelEnrolment
from actions.reply_meanings import Reply, is_about, meant_by
from actions.replying import move_it, say_no, say_not_coming
from actions.talk import Talk, Wish
from knowledge.linking import Mention
from knowledge.telling.answering import ASKS, Asked, asked_by, open_notices

NAMES_ANOTHER = ("module", "line")
"""Who names one of these in a reply speaks of that."""


def what_is_replied_to(talk: Talk) -> Asked | None:
    """The message that this one is a reply to, when it is one that was sent to the person."""
    learner = talk.person.learner_id
    if learner is None or talk.replies_to is None:
        return None
    return asked_by(talk.academy.engine, learner, talk.replies_to)


def answer_to(talk: Talk) -> Reply | None:
    """What a reply does; None when it is no answer, but a question or something else."""
    asked = what_is_replied_to(talk)
    if asked is None:
        return _asks_nothing if _is_bare(talk) else None
    if not is_about(talk, asked):
        return None
    does = meant_by(talk, asked, fresh=True)
    func = does.func if isinstance(does, partial) else None
    if func in (say_no, say_not_coming) and not _is_open(talk, asked) and _can_leave(talk, asked):
        return partial(_ask_whether_to_leave, asked=asked)
    if asked.notice.kind in ASKS or func == move_it:
        return does
    return _asks_nothing if _is_bare(talk) and talk.open_question else None


def named_by(asked: Asked) -> Mention:
    """The offering that a message is about, as if the reply named it."""
    return Mention("offering", asked.offering.id, "", 0, 0)


def turn_to(talk: Talk, asked: Asked) -> None:
    """A reply that is no answer is about the offering of that message, and so is what is said after it."""
    if {mention.kind for mention in talk.heard} & set(NAMES_ANOTHER):
        return
    module = asked.offering.module_id
    named = named_by(asked) if seat_of(talk, asked.offering.id) else Mention("module", module, "", 0, 0)
    talk.set(heard=[*(talk.slot("heard") or []), named.as_json()])
    if talk.slot("topic") != "enrol":  # "die van dinsdag" stays about the seat that is being chosen
        talk.set(station=module)


def _is_open(talk: Talk, asked: Asked) -> bool:
    still = open_notices(talk.academy.engine, asked.notice.learner_id, talk.now)
    return asked.notice.id in {one.notice.id for one in still}


def _can_leave(talk: Talk, asked: Asked) -> bool:
    start = asked.offering.starts_at
    return seat_of(talk, asked.offering.id) is not None and (start is None or start > talk.now)


def _is_bare(talk: Talk) -> bool:
    text, intent = talk.text, talk.intent
    return words.yes(text, intent) or words.no(text, intent) or words.cannot(text) or words.comes(text)


def _ask_whether_to_leave(talk: Talk, asked: Asked) -> None:
    """The seat of a message that has its answer already: whether they want to leave that one."""
    wish = Wish(talk.text, "cancel_enrolment", talk.confidence)
    CancelEnrolment().answer(talk.about(wish, [named_by(asked)]))


def _asks_nothing(talk: Talk) -> None:
    """A yes or no to what asks nothing any more does nothing: not to an open question, nor to another message."""
    talk.say("utter_reply_asks_nothing")
    talk.leave_question_open("utter_question_waits")
