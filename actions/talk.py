"""One turn of a talk, as an action sees it: what was said, what is known, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from json import dumps
from typing import Any

from pydantic import BaseModel
from rasa_sdk import Tracker
from rasa_sdk.events import Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.academy import Academy
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking import Mention
from knowledge.people import Known, known

Button = dict[str, str]

ASK_AT_MOST = 2
"""The same question is asked twice at most; after that only its buttons come back, or the talk moves on."""


@dataclass(frozen=True)
class Wish:
    """One of the things that a message asks, orders or tells: its words, what they mean, and how sure that is."""

    text: str
    intent: str
    confidence: float


class Talk:
    """One turn. ``set`` keeps a slot; what was kept earlier in the same turn is read back."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker, academy: Academy) -> None:
        self.dispatcher, self.tracker, self.academy = dispatcher, tracker, academy
        self.now: datetime = academy.now()
        self._changed: dict[str, Any] = {}
        self._forgets = False
        self._heard: list[Mention] | None = None
        message = tracker.latest_message
        intent = message.get("intent") or {}
        wishes = message.get("wishes") or []
        text = wishes[0]["text"] if wishes else message.get("text")
        self._wish = Wish(str(text or ""), str(intent.get("name") or ""), float(intent.get("confidence") or 0.0))
        self.others = [Wish(**wish) for wish in wishes[1:]]

    def about(self, wish: Wish, heard: list[Mention]) -> Talk:
        """The same turn, as far as it is about another wish of the message; it keeps slots for both."""
        talk = Talk(self.dispatcher, self.tracker, self.academy)
        talk._changed, talk._wish, talk._heard, talk.others = self._changed, wish, heard, []
        return talk

    @property
    def conversation(self) -> str:
        return str(self.tracker.sender_id)

    @property
    def text(self) -> str:
        """What was said; of a message with several wishes the words of this one."""
        return self._wish.text

    @property
    def is_pressed(self) -> bool:
        """Whether it is a payload: a button, a command of a menu or a link; what is typed never is."""
        return self.text.startswith("/")

    @property
    def intent(self) -> str:
        return self._wish.intent

    @property
    def confidence(self) -> float:
        """How sure the model is of the intent; 1.0 for a button."""
        return self._wish.confidence

    @property
    def channel(self) -> str | None:
        """The door by which the message came, as the front door names it ("website", "telegram")."""
        told = self._metadata.get("channel")
        return told if isinstance(told, str) else None

    @property
    def replies_to(self) -> int | None:
        """The number of the notice to which this message is a reply, when the person replied to one of them."""
        told = self._metadata.get("about")
        return told if isinstance(told, int) and not isinstance(told, bool) else None

    @property
    def _metadata(self) -> Mapping[str, Any]:
        told = self.tracker.latest_message.get("metadata")
        return told if isinstance(told, Mapping) else {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of this turn, looked up once: the whole answer is about one version of it."""
        return self.academy.catalogue

    def slot(self, name: str) -> Any:
        """The value of a slot, also when it was set in this turn."""
        return self._changed.get(name, self.tracker.get_slot(name))

    def set(self, **slots: Any) -> None:
        """Keeps slots."""
        self._changed.update(slots)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What Rasa must remember of this turn: only what changed; or that all of the talk is forgotten."""
        if self._forgets:
            return [Restarted()]
        return [SlotSet(name, value) for name, value in self._changed.items() if value != self.tracker.get_slot(name)]

    def begin_over(self) -> None:
        """From the next turn on nothing of the talk is remembered."""
        self._forgets = True

    @property
    def profile(self) -> Profile:
        """What the person said of themselves until now, as far as the catalogue still knows it."""
        values = {name: self.slot(name) for name in Profile.model_fields}
        said = Profile.model_validate({name: v for name, v in values.items() if v is not None})
        return said.within(self.catalogue)

    def keep(self, profile: Profile) -> None:
        """Keeps a profile, field by field."""
        for name, value in profile.model_dump(mode="json").items():
            empty = value is None or value in ([], {})
            self.set(**{name: None if empty else value})

    @property
    def person(self) -> Known:
        """Who we talk to; all empty for a stranger."""
        return known(self.academy.engine, self.conversation)

    # --- what was heard -----------------------------------------------------------------------------

    @property
    def heard(self) -> list[Mention]:
        """What this message names: found in the text, or carried by a button."""
        if self._heard is not None:
            return self._heard
        return [
            Mention(m["kind"], m["value"], m.get("text", ""), 0, 0, m.get("negated", False))
            for m in self.slot("heard") or []
        ]

    def named(self, kind: str) -> Any:
        """The first thing of a kind that this message names and doesn't rule out, or None."""
        return next((m.value for m in self.heard if m.kind == kind and not m.negated), None)

    # --- what is said -------------------------------------------------------------------------------

    def say(
        self,
        response: str,
        *,
        buttons: Iterable[Button] = (),
        card: BaseModel | None = None,
        **values: Any,
    ) -> None:
        """Says a response of the domain, with at most four buttons and a card beside it."""
        self.dispatcher.utter_message(response=response, buttons=list(buttons)[:4], **values)
        if card is not None:
            self.show(card)

    def show(self, card: BaseModel) -> None:
        """Shows a card beside what was said last."""
        self.dispatcher.utter_message(json_message={"card": card.model_dump(mode="json")})

    def tell_door(self, **custom: Any) -> None:
        """Tells the front door something: what the question ``expects``, or to ``forget`` the talk."""
        self.dispatcher.utter_message(json_message=custom)

    def remind_door(self) -> None:
        """Tells the front door what the question that is open still expects; it forgets that with every answer."""
        expects = (self.slot("open_question") or {}).get("expects")
        if expects and not self._forgets:
            self.tell_door(expects=expects)

    # --- questions ----------------------------------------------------------------------------------

    def ask(
        self,
        question: str,
        *,
        topic: str,
        buttons: Iterable[Button] = (),
        expects: str | None = None,
        **values: Any,
    ) -> bool:
        """Asks ``utter_ask_<question>``, in other words the second time; never a third time.

        Returns:
            False when it was asked twice already; then nothing is said and the caller moves on.
        """
        asked = dict(self.slot("asked") or {})
        times = asked.get(question, 0)
        if times >= ASK_AT_MOST:
            return False
        asked[question] = times + 1
        again = "_again" if times else ""
        buttons = list(buttons)
        self.say(f"utter_ask_{question}{again}", buttons=buttons, **values)
        open_question = {"name": question, "buttons": buttons, "expects": expects, "values": values}
        self.set(asked=asked, topic=topic, open_question=open_question)
        return True

    def insist(
        self, question: str, *, topic: str, buttons: Iterable[Button], expects: str | None = None, **values: Any
    ) -> bool:
        """Asks what must be answered with a button or in words; from the third time on only its buttons come.

        Returns:
            True: it is always open afterwards.
        """
        buttons = list(buttons)
        if not self.ask(question, topic=topic, buttons=buttons, expects=expects, **values):
            open_question = {"name": question, "buttons": buttons, "expects": expects, "values": values}
            self.set(topic=topic, open_question=open_question)
            self.leave_question_open()
        return True

    def begin_anew(self, *questions: str) -> None:
        """These questions are about something else now: it doesn't count that they were asked before."""
        asked = self.slot("asked") or {}
        self.set(asked={name: times for name, times in asked.items() if name not in questions})

    @property
    def open_question(self) -> str | None:
        """The name of the question that waits for an answer."""
        return (self.slot("open_question") or {}).get("name")

    @property
    def has_just_asked(self) -> bool:
        """Whether this very answer asked what is open now."""
        question = self.slot("open_question")
        return bool(question) and question != self.tracker.get_slot("open_question")

    def close_question(self, topic: str = "none") -> None:
        """The open question has its answer, or doesn't matter any more."""
        asked = dict(self.slot("asked") or {})
        if self.open_question:
            asked.pop(self.open_question, None)
        self.set(open_question=None, topic=topic, asked=asked)

    def return_to_question(self) -> None:
        """After a side question: the open question again, in other words; the third time its buttons only."""
        question = self.slot("open_question")
        if not question:
            return
        buttons, values = question.get("buttons") or [], question.get("values") or {}
        if not self.ask(
            question["name"], topic=self.slot("topic"), buttons=buttons, expects=question["expects"], **values
        ):
            self.leave_question_open()

    def leave_question_open(self, response: str = "utter_still_open") -> None:
        """The open question is not asked again; its buttons are there, and what is typed still answers it."""
        question = self.slot("open_question")
        if not question:
            return
        buttons = question.get("buttons") or []
        self.say(response if buttons or response != "utter_still_open" else "utter_question_waits", buttons=buttons)


def button(title: str, intent: str, **entities: Any) -> Button:
    """A button whose press means an intent with these entities."""
    return {"title": title, "payload": payload(intent, entities)}


def payload(intent: str, entities: Mapping[str, Any]) -> str:
    """What Rasa gets when a button is pressed."""
    return f"/{intent}{dumps(dict(entities), ensure_ascii=False)}" if entities else f"/{intent}"
