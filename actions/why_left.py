"""Whatever is typed after "why can't you come" is the reason, unless it clearly is something else."""

from __future__ import annotations

from actions import reply_words as words
from actions.answering import Answering
from actions.asked_of_me import shown_dates
from actions.detours import instead
from actions.enrol import Enrol
from actions.offerings import meant
from actions.reasons import QUESTION, hear_why, tells_why
from actions.talk import Talk

SURE = 0.8
TELLS = (
    *("affirm", "deny", "no_preference", "inform", "change_answer", "nlu_fallback", "out_of_scope", "smalltalk"),
    *("frustrated", "give_feedback", "give_contact", "cancel_enrolment", "stop"),
)
"""What a reason is taken for; other intents are meant when they are clear."""


def picks_another_date(talk: Talk) -> bool:
    dates = shown_dates(talk) if talk.open_question == QUESTION else []
    points = {mention.kind for mention in talk.heard if not mention.negated} & {"ordinal", "date", "weekday"}
    return bool(dates and points) and not tells_why(talk) and not words.cannot(talk.text) and bool(meant(talk, dates))


def tells_why_they_left(talk: Talk) -> bool:
    if talk.open_question != QUESTION or words.QUESTION.search(talk.text):
        return False
    orders = words.AWAY.search(talk.text) and not tells_why(talk)
    return not orders and (talk.intent in TELLS or talk.confidence < SURE)


@instead(tells_why_they_left, first=True)
class WhyLeft(Answering):
    """Keeps the reason, or lets it rest."""

    def answer(self, talk: Talk) -> None:
        hear_why(talk)


@instead(picks_another_date, first=True)
class PicksAnother(Answering):
    """One of the other dates, which are shown beside the question."""

    def answer(self, talk: Talk) -> None:
        talk.close_question("enrol")
        Enrol().answer(talk)
