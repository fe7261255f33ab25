"""Less than all that was chosen, whichever intent the words were taken for."""

from __future__ import annotations

from actions.answering import Answering
from actions.choosing import sessions_of
from actions.detours import instead
from actions.enrol import AFTER_A_CHOICE, Enrol
from actions.parts import part_of
from actions.picking import QUESTION
from actions.talk import Talk

CAN_MEAN_IT = (
    *("inform", "change_answer", "deny", "affirm", "no_preference", "enrol", "cancel_enrolment", "skip_station"),
    *("find_line", "ask_alternatives", "stop", "out_of_scope", "nlu_fallback", "next_station", "show_station"),
)
"""What such words are taken for; who asks what something costs or needs keeps all."""


def keeps_a_part(talk: Talk) -> bool:
    """Words that keep some of several sessions or leave some out, while a yes to all of them is awaited."""
    if talk.open_question not in AFTER_A_CHOICE or talk.intent not in CAN_MEAN_IT or QUESTION.search(talk.text):
        return False
    chosen = sessions_of(talk, talk.slot("chosen") or [])
    return len(chosen) > 1 and part_of(talk, chosen) is not None


@instead(keeps_a_part, first=True)
class KeepsAPart(Answering):
    """What is left is asked anew."""

    def answer(self, talk: Talk) -> None:
        Enrol().answer(talk)
