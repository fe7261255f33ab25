"""Own words as the answer to a message of the navigator: they do what its buttons do.

They are taken so when no other question is open, or when the message came after the last turn of the talk: then it
goes before an older question. A reply to one particular message is about that one. An ordinary question is answered as
ever, and who isn't sure loses nothing.
"""

from __future__ import annotations

from functools import partial

from actions import reply_words as words
from actions import why_left  # noqa: F401  # what answers that question comes after what answers a newer message
from actions.answering import Answering
from actions.cancelling import CancelEnrolment
from actions.detours import instead
from actions.offered import accept, decline
from actions.replied import answer_to
from actions.reply_meanings import ABOUT_OTHER_THINGS, ASKS, ELSEWHERE, Reply, clearly, is_about, meant_by, wants_it
from actions.seats import my_seats, offered_seats
from actions.talk import Talk
from knowledge.database import reading
from knowledge.tables import Conversation, Notice
from knowledge.telling.answering import open_notices


def replies(talk: Talk) -> bool:
    return reply_to_a_message(talk) is not None


@instead(replies, first=True)
class Replies(Answering):
    """Does what the button under the message does."""

    def answer(self, talk: Talk) -> None:
        if does := reply_to_a_message(talk):
            does(talk)


def reply_to_a_message(talk: Talk) -> Reply | None:
    """What this message does as the answer to one of ours, or None when it is none."""
    text = talk.text
    if not text.strip() or words.is_unsure(text) or clearly(talk, ELSEWHERE):
        return None
    if {mention.kind for mention in talk.heard} & ABOUT_OTHER_THINGS:
        return None
    learner = talk.person.learner_id
    if learner is None:
        return None
    if talk.replies_to is not None:
        return answer_to(talk)
    free = talk.slot("topic") == "none" and not talk.open_question
    for asked in open_notices(talk.academy.engine, learner, talk.now):
        fresh = came_after_the_last_turn(talk, asked.notice)
        if (fresh or free) and is_about(talk, asked) and (does := meant_by(talk, asked, fresh)):
            return does
    return _reply_to_the_list(talk) if free else None


def came_after_the_last_turn(talk: Talk, notice: Notice) -> bool:
    """Whether a message was sent when nothing more was said in this talk until now."""
    with reading(talk.academy.engine) as session:
        conversation = session.get(Conversation, talk.conversation)
    return bool(conversation and notice.sent_at and conversation.seen_at < notice.sent_at)


def _reply_to_the_list(talk: Talk) -> Reply | None:
    """ "Ja" when a seat is held of which only a list of one's seats told, and no message."""
    if clearly(talk, ASKS):
        return None
    yes = words.yes(talk.text, talk.intent) or wants_it(talk)
    no = words.no(talk.text, talk.intent)
    held = offered_seats(talk) if yes or no else []
    if len(held) != 1 or talk.named("module") not in (None, held[0].offering.module_id):
        return None
    return partial(decline if no else accept, offering=held[0].offering.id)


def cannot_come_after_all(talk: Talk) -> bool:
    """ "Ik kan toch niet" when nothing was asked: they may want to leave a seat."""
    free = talk.slot("topic") == "none" and not talk.open_question
    said = words.cannot(talk.text) and not (words.is_unsure(talk.text) or words.QUESTION.search(talk.text))
    if not (free and said) or clearly(talk, (*ELSEWHERE, *ASKS)):
        return False
    return not {m.kind for m in talk.heard} & ABOUT_OTHER_THINGS and bool(my_seats(talk))


@instead(cannot_come_after_all)
class CannotComeAfterAll(Answering):
    """Asks whether they want to leave, and which seat when there are more."""

    def answer(self, talk: Talk) -> None:
        CancelEnrolment().answer(talk)
