"""Beginning anew: it is asked first when something would be lost."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.talk import Talk, button
from actions.ways_on import ways_on


class Restart(NavigatorAction):
    """Stands in for Rasa's own action of this name, which forgets everything at once."""

    called = "action_restart"
    yields = True

    def answer(self, talk: Talk) -> None:
        if talk.open_question == "restart" and talk.intent == "deny":
            self._go_back(talk)
        elif talk.intent == "affirm" or talk.text.startswith("/restart") or not loses_something(talk):
            talk.say("utter_restart")
            talk.begin_over()
        else:
            before = {"open_question": talk.slot("open_question"), "topic": talk.slot("topic")}
            if talk.open_question != "restart":
                talk.begin_anew("restart")
                talk.set(paused=before)
            yes_no = [button("Ja, begin opnieuw", "affirm"), button("Nee, ga verder", "deny")]
            talk.insist("restart", topic="restart", buttons=yes_no)

    def _go_back(self, talk: Talk) -> None:
        """What was open before is open again."""
        paused = talk.slot("paused") or {"open_question": None, "topic": "none"}
        talk.set(**paused, paused=None)
        talk.say("utter_restart_dropped", buttons=[] if paused["open_question"] else ways_on(talk))
        talk.leave_question_open("utter_question_waits")


def loses_something(talk: Talk) -> bool:
    """Whether somebody told something, or is in the middle of something."""
    told = talk.profile.model_dump(exclude_defaults=True)
    return bool(told or talk.slot("company") or talk.slot("chosen") or talk.slot("line"))
