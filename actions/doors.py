"""One talk by two doors, the website and Telegram: what somebody wants of it.

The codes and the linking are the front door's, and so is every sentence that depends on them: whether Telegram is on
here, and whether this talk is linked already. It adds those to the answer.
"""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.talk import Talk

MAKE, UNDO = "make", "undo"
"""What the front door is told under ``link``."""


class LinkDoor(NavigatorAction):
    """Has the front door give the way to go on elsewhere with this talk."""

    called = "action_link_door"
    also = ("link_door",)
    aside = True

    def answer(self, talk: Talk) -> None:
        talk.say("utter_link")
        talk.tell_door(link=MAKE)


class UnlinkDoor(NavigatorAction):
    """Has the front door undo the link, if there is one; the talk and its seats stay."""

    called = "action_unlink_door"
    also = ("unlink_door",)
    aside = True

    def answer(self, talk: Talk) -> None:
        talk.say("utter_unlink")
        talk.tell_door(link=UNDO)
