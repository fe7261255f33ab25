"""What somebody is about to get, in words, before they say yes: with its dates, what it costs and what it overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.clashing import clashes_of, say_clashes
from actions.offerings import cards_for, say_offering
from actions.seats import my_seats
from actions.talk import Button, Talk, button
from knowledge.cards import OfferingCard
from knowledge.clock import say_short
from knowledge.saying import euros

FREE, FIRST = "free", "first"
"""What the button of a part carries: what overlaps nothing, or the first station alone."""


@dataclass(frozen=True)
class Summary:
    """``what`` is all of it, ``short`` the same in one line, ``warning`` what it overlaps, ``buttons`` the answers."""

    what: str
    short: str
    warning: str
    buttons: list[Button]

    def values(self) -> dict[str, str]:
        """What a response can name."""
        return {"what": self.what, "short": self.short, "warning": self.warning}


def summary(talk: Talk, chosen: Sequence[str]) -> Summary:
    """Of one session all of it; of several a list with dates, the sum and who pays. Raises UnknownThing."""
    cards = cards_for(talk, chosen)
    by_id = {session.id: session for session in talk.catalogue.sessions}
    sessions = [by_id[id] for id in chosen if id in by_id]
    warning = say_clashes(talk, sessions)
    if len(cards) == 1:
        what = f"{say_offering(cards[0])}{_paid_by(cards)}"
        yes_no = [button("Ja, dat is goed", "affirm"), button("Nee, liever niet", "deny")]
        return Summary(what, what, warning + _say_full(talk, cards[0]), yes_no)
    clashing = {session.id for session, _ in clashes_of(talk, sessions)}
    without = [button("Zonder wat botst", "enrol", part=FREE)] if 0 < len(clashing) < len(cards) else []
    buttons = [
        button("Ja, alles", "affirm"),
        *without,
        button("Alleen het eerste station", "enrol", part=FIRST),
        button("Nee", "deny"),
    ]
    line = talk.catalogue.lines.get(talk.slot("line") or "")
    modules = {stop.module for stop in line.stations} if line else set()
    of = f" van {line.name}" if line and modules >= {card.module for card in cards} else ""
    total = f"{len(cards)} stations{of}, samen {euros(sum(card.cost for card in cards))}{_paid_by(cards)}"
    return Summary(f"{total}:\n{_listed(cards)}", total, warning, buttons)


def _say_full(talk: Talk, card: OfferingCard) -> str:
    """That a yes is a place in line, for who has none yet; said before the yes."""
    if card.seats_left != 0 or card.id in {seat.offering.id for seat in my_seats(talk)}:
        return ""
    return "Deze datum is vol: met je ja kom je op de wachtlijst. "


def _listed(cards: Sequence[OfferingCard]) -> str:
    return "\n".join(f"{number}. {card.name}, {_when(card)}" for number, card in enumerate(cards, 1))


def _when(card: OfferingCard) -> str:
    if card.starts_at is None:
        return "in je eigen tempo"
    where = "online" if card.online else card.place.split(",")[-1].strip()
    return ", ".join(part for part in (say_short(card.starts_at), where) if part)


def _paid_by(cards: Sequence[OfferingCard]) -> str:
    """Who pays, when there is something to pay and it is known."""
    payers = {card.paid_by for card in cards if card.cost}
    if not payers or payers == {""}:
        return ""
    return f" (betaalt: {payers.pop()})" if len(payers) == 1 else " (wie betaalt, verschilt per station)"
