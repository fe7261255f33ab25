"""Several wishes in one message, and what waits until its time comes.

What a message asks beside its main wish is answered in the same turn: the side answers first when a question stays
open, so that the question is read last. Of two orders the second waits until the first is done ("haal me van de
lijst en wis mijn gegevens"); a question about a line waits until there is one. Both stand in the slot ``waiting``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from actions.answering import ANSWERED, Answering
from actions.detours import detour
from actions.meanings import MEANINGS
from actions.refusing import refuse
from actions.talk import Talk, Wish
from knowledge.errors import Refusal

TELLS = ("find_line", "change_answer", "inform")
"""What is told beside a question is heard before any answer; there is nothing to run for it."""

PATIENCE = 10
"""As many turns a wish waits at most."""

REFERS = ("line", "module")
"""What "het" and "die" in a second wish refer to, when it names none of these itself."""

Run = tuple[Answering, Talk]


def reply(chosen: Answering, talk: Talk) -> None:
    """The whole answer to a message: of the action that was chosen, of other wishes, and back to the open question."""
    runs = [(detour(chosen, talk), talk), *_others(talk)]
    orders = [run for run in runs if not run[0].aside]
    asides = [run for run in runs if run[0].aside]
    main = _said_by(talk, orders[:1] or [asides.pop(0)])
    ready = [run for run in asides if run[0].is_ready(run[1])]
    beside = _said_by(talk, ready)
    talk.dispatcher.messages.extend([*beside, *main] if orders and talk.open_question else [*main, *beside])
    _let_wait(talk, [run[1] for run in [*orders[1:], *asides] if run not in ready])
    if not _take_up(talk) and not orders:
        runs[0][0].go_on(talk)


def _others(talk: Talk) -> list[Run]:
    """What answers the other wishes of the message, each with the talk about it."""
    wishes = [wish for wish in talk.others if wish.intent in ANSWERED]
    abouts = [_beside(talk, wish) for wish in wishes if talk.intent != "nlu_fallback"]
    return [(detour(ANSWERED[about.intent](), about), about) for about in abouts]


def answer_one(action: Answering, talk: Talk) -> None:
    """The answer of one action; a refusal is an answer too."""
    try:
        action.answer(talk)
    except Refusal as refusal:
        refuse(talk, refusal)


def _beside(talk: Talk, wish: Wish) -> Talk:
    """The talk about a second wish; "het" in it refers to what the first one names."""
    heard = talk.academy.linker.link(wish.text, talk.now)
    if not {mention.kind for mention in heard} & set(REFERS):
        heard += [mention for mention in talk.heard if mention.kind in REFERS]
    return talk.about(wish, heard)


def _said_by(talk: Talk, runs: list[Run]) -> list[dict[str, Any]]:
    """What these say, taken out of what is said."""
    messages: list[dict[str, Any]] = talk.dispatcher.messages
    before = len(messages)
    for action, about in runs:
        answer_one(action, about)
    said = messages[before:]
    del messages[before:]
    return said


def _let_wait(talk: Talk, left: list[Talk]) -> None:
    """Keeps what can't be answered yet, and says that it is not forgotten."""
    kept = [w for w in talk.slot("waiting") or [] if w["intent"] != talk.intent and w["turns"] > 1]
    waiting = [{**wish, "turns": wish["turns"] - 1} for wish in kept]
    wishes = [Wish(about.text, about.intent, about.confidence) for about in left]
    waiting += [{**asdict(wish), "turns": PATIENCE} for wish in wishes]
    talk.set(waiting=waiting or None)
    if left and talk.open_question:
        talk.say("utter_later", what=" en ".join(MEANINGS[about.intent].lower() for about in left))
        talk.dispatcher.messages.insert(0, talk.dispatcher.messages.pop())


def _take_up(talk: Talk) -> bool:
    """Answers the first wish that waited and whose time has come; whether there was one."""
    for kept in talk.slot("waiting") or []:
        wish = Wish(kept["text"], kept["intent"], kept["confidence"])
        about = _beside(talk, wish)
        action = detour(ANSWERED[wish.intent](), about)
        if action.is_ready(about) and (action.aside or not talk.open_question):
            talk.set(waiting=[one for one in talk.slot("waiting") if one is not kept] or None)
            talk.say("utter_next_wish", what=MEANINGS[wish.intent].lower())
            answer_one(action, about)
            return not action.aside
    return False
