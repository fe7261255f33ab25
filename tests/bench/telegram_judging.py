"""Judges what two hundred chats heard: is each answer its own, in order, there, and there once; and how fast was it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bench.figures import quantile, say
from tests.bench.telegram_crowd import Person
from tests.bench.telegram_people import FAILURES, Talk
from tests.telegram_api.fake import FakeBotApi

SHOWN = 6
"""So many answers that don't fit are printed."""


@dataclass(slots=True)
class Heard:
    """What became of all turns. ``failed`` counts the sentences that say that something went wrong."""

    said: int = 0
    own: int = 0
    in_order: int = 0
    foreign: int = 0
    lost: int = 0
    double: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


def judge(api: FakeBotApi, people: Sequence[Person]) -> Heard:
    """Looks at every chat."""
    heard = Heard()
    for person in people:
        heard.lost += len(person.talk.turns) - len(person.taken)
        for number, (taken, messages) in enumerate(person.answers(api)):
            texts = [message.text for message in messages if message.text]
            heard.said += 1
            if taken.took is not None:
                heard.took.append(taken.took)
            _judge_turn(heard, person.talk, number, texts)
    return heard


def _judge_turn(heard: Heard, talk: Talk, number: int, texts: Sequence[str]) -> None:
    if not texts:
        heard.lost += 1
        return
    heard.double += len(texts) - len(set(texts))
    if failure := next((FAILURES[said] for said in FAILURES if any(said in text for text in texts)), None):
        heard.failed[failure] += 1
        return
    whole = "\n".join(texts)
    mine, theirs = _towns(talk.others, whole) if number in (1, len(talk.turns) - 1) else (True, False)
    heard.foreign += theirs
    fits = talk.turns[number].fits(whole)
    heard.own += mine and fits
    late = any(turn.fits(whole) for turn in talk.turns[:number]) and not fits
    heard.in_order += not late
    if not fits:
        heard.odd.append(f"{talk.turns[number].text!r}: {whole[:160]!r}")


def _towns(others: frozenset[str], text: str) -> tuple[bool, bool]:
    """Whether no town of somebody else stands in what should name only one's own; and whether one does."""
    told = re.search(r"heb je verteld: (.*)", text)
    found = told is not None and any(town in told[1] for town in others)
    return not found, found


def busiest(moments: Sequence[float]) -> int:
    """The most moments within any second."""
    ordered, first, most = sorted(moments), 0, 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def print_heard(heard: Heard, turns: int) -> None:
    """The lines of the report about the answers."""
    say(
        f"  {turns} turns, {heard.said} said: {heard.own} answered in their own chat, {heard.in_order} in order, "
        f"{heard.foreign} with somebody else's town, {heard.lost} lost, {heard.double} double; "
        f"failed {dict(heard.failed) or 'none'}, fitting otherwise {len(heard.odd)}"
    )
    if heard.took:
        took = [quantile(heard.took, part) for part in (0.5, 0.95)]
        say(f"  said to answered: p50 {took[0]:.1f} s   p95 {took[1]:.1f} s   max {max(heard.took):.1f} s")
    for odd in heard.odd[:SHOWN]:
        say(f"    does not fit {odd}")


def print_sends(api: FakeBotApi, chats: set[int], since: float) -> None:
    """The lines of the report about how fast the door sent, refused calls included."""
    calls = [call for call in api.calls() if call.at >= since and call.chat in chats]
    sends = [call for call in calls if call.method.lower() in ("sendmessage", "sendphoto", "senddocument")]
    edits = [call for call in calls if call.method.lower().startswith("editmessage")]
    of_one = max((busiest([call.at for call in sends if call.chat == chat]) for chat in chats), default=0)
    with_edits = max((busiest([call.at for call in sends + edits if call.chat == chat]) for chat in chats), default=0)
    say(
        f"  {len(sends)} messages and {len(edits)} edits; busiest second: {busiest([c.at for c in sends + edits])} "
        f"of all (at most 30), {of_one} of a chat (at most 1; {with_edits} with edits of buttons); "
        f"429: {sum(call.status == 429 for call in calls)}"
    )
