"""Questions about a line or station: what it costs, how long, when, where, what one gets, what one needs.

Each is a side question: it is answered and the open question returns.
"""

from __future__ import annotations

import re
from abc import abstractmethod

from actions.base import NavigatorAction
from actions.focus import Focus, ask_what, first_sessions, focus, knows_what, line_sessions, wishes_missed
from actions.offerings import cards_for, matching
from actions.seats import own_seat, say_seat
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.saying import euros, say_number
from knowledge.seat.looking import Seat, offering_card
from knowledge.vocabulary import DUTCH

WHAT_IT_IS = re.compile(
    r"\bwat (is|zijn|betekent) (eigenlijk |nou |nu |dat |zo'n |een |de )*(badge|erkenning|certificaat|diploma)",
    re.IGNORECASE,
)


class AboutSomething(NavigatorAction):
    """A question about a line or a station; asks which one when that isn't known.

    ``of_a_seat`` says that somebody who has a seat on it wants to know it of that seat ("en hoe laat?").
    """

    aside = True
    of_a_seat = False

    def is_ready(self, talk: Talk) -> bool:
        return knows_what(talk)

    def answer(self, talk: Talk) -> None:
        if self.of_a_seat and (seat := own_seat(talk)):
            talk.say("utter_your_seat", what=say_seat(talk, seat))
            return
        about = focus(talk)
        if about is None:
            ask_what(talk)
        else:
            self.tell(talk, about)

    @abstractmethod
    def tell(self, talk: Talk, about: Focus) -> None:
        """The answer, about one thing."""


class Cost(AboutSomething):
    """What it costs and who pays, from the offerings themselves."""

    called = "action_cost"
    also = ("ask_cost",)

    def is_ready(self, talk: Talk) -> bool:
        return bool(talk.slot("chosen")) or super().is_ready(talk)

    def answer(self, talk: Talk) -> None:
        chosen = talk.slot("chosen")
        if chosen and not any(talk.named(kind) for kind in ("line", "module", "offering")):
            total = sum(card.cost for card in cards_for(talk, chosen))
            talk.say("utter_cost_chosen", cost=euros(total))
        elif seat := own_seat(talk):
            payer = _payers([seat.offering.paid_by] if seat.offering.paid_by else [])
            talk.say("utter_cost_seat", what=_seat_in_short(talk, seat), cost=euros(seat.offering.cost), paid_by=payer)
        else:
            super().answer(talk)

    def tell(self, talk: Talk, about: Focus) -> None:
        if about.line:
            sessions, _missing = line_sessions(talk, about.line)
        else:
            sessions = first_sessions(talk, about, 1)
        if not sessions:
            talk.say("utter_no_dates", name=about.name)
            return
        costs = sorted(session.cost for session in sessions)
        payers = list(dict.fromkeys(session.paid_by for session in sessions if session.paid_by))
        talk.say(
            "utter_cost_line" if about.line else "utter_cost",
            name=about.name,
            cost=euros(sum(costs)),
            stations=len(sessions),
            low=euros(costs[0]),
            high=euros(costs[-1]),
            paid_by=_payers(payers),
        )


class Duration(AboutSomething):
    """How many hours, and with the hours a week that were said, how many weeks."""

    called = "action_duration"
    also = ("ask_duration",)

    def tell(self, talk: Talk, about: Focus) -> None:
        hours = sum(module.hours for module in about.modules)
        pace = talk.profile.hours_per_week
        weeks = f" Met {say_number(pace)} uur per week is dat {_weeks(-(-hours // pace))}." if pace else ""
        talk.say(
            "utter_duration_line" if about.line else "utter_duration",
            name=about.name,
            hours=say_number(hours),
            stations=len(about.modules),
            weeks=weeks,
        )


class Dates(AboutSomething):
    """The first dates that suit the person."""

    called = "action_dates"
    also = ("ask_dates",)
    of_a_seat = True

    def tell(self, talk: Talk, about: Focus) -> None:
        sessions = first_sessions(talk, about)
        if not sessions:
            talk.say("utter_no_dates", name=about.name)
            return
        if wishes_missed(talk, sessions) and not matching(talk, sessions):
            talk.say("utter_not_quite")
        talk.set(shown=[s.id for s in sessions])
        buttons = [button("Schrijf me in", "enrol", **_about(about))] if not talk.open_question else []
        talk.say("utter_dates", name=about.name, buttons=buttons)
        for card in cards_for(talk, [s.id for s in sessions]):
            talk.show(card)


class Location(AboutSomething):
    """Where it is held, nearest first, and what can be done online."""

    called = "action_location"
    also = ("ask_location",)
    of_a_seat = True

    def tell(self, talk: Talk, about: Focus) -> None:
        sessions = [s for m in about.modules for s in first_sessions(talk, Focus(m.name, None, [m]), 3)]
        places = list(dict.fromkeys(_where(talk, s) for s in sessions if s.place and not s.online))
        online = sum(any(s.online for s in talk.catalogue.sessions_of[m.id]) for m in about.modules)
        where = "; ".join(places[:3]) if places else "alleen online"
        if not sessions:
            talk.say("utter_no_dates", name=about.name)
        elif talk.named("attendance") == "online" and online < len(about.modules):
            names = [m.name for m in about.modules if any(s.online for s in talk.catalogue.sessions_of[m.id])]
            talk.say(
                "utter_online_part" if names else "utter_online_no",
                name=about.name,
                places=where,
                online=", ".join(names),
            )
        else:
            part = f" {online} van de {len(about.modules)} kun je online doen." if online and about.line else ""
            talk.say("utter_location", name=about.name, places=where, online=part)


class Certificate(AboutSomething):
    """What recognition a line or station leads to, and which stations one can't skip for it."""

    called = "action_certificate"
    also = ("ask_certificate",)

    def answer(self, talk: Talk) -> None:
        if WHAT_IT_IS.search(talk.text):
            talk.say("utter_explain_erkenning")
        else:
            super().answer(talk)

    def is_ready(self, talk: Talk) -> bool:
        return bool(WHAT_IT_IS.search(talk.text)) or super().is_ready(talk)

    def tell(self, talk: Talk, about: Focus) -> None:
        id = about.line.recognition if about.line else about.modules[0].recognition
        if id is None:
            talk.say("utter_no_certificate", name=about.name)
            return
        recognition = talk.catalogue.recognitions[id]
        needed = [s for s in about.line.stations if s.skip == "costs_recognition"] if about.line else []
        talk.say(
            "utter_certificate",
            name=about.name,
            recognition=recognition.name,
            kind=DUTCH[recognition.kind],
            what=recognition.description,
            needed=f"Daarvoor moet je {len(needed)} stations echt volgen." if needed else "",
        )


class Prerequisites(AboutSomething):
    """Which skills are expected; modules never depend on other modules."""

    called = "action_prerequisites"
    also = ("ask_prerequisites",)

    def tell(self, talk: Talk, about: Focus) -> None:
        taught = {skill for module in about.modules for skill in module.teaches} if about.line else set()
        expected = {s: level for m in about.modules for s, level in m.expects.items() if s not in taught}
        skills = talk.catalogue.skills
        names = [f"{skills[skill].name.lower()} ({level})" for skill, level in expected.items()]
        talk.say(
            "utter_prerequisites" if names else "utter_no_prerequisites",
            name=about.name,
            skills=", ".join(names),
        )


def _weeks(weeks: float) -> str:
    return "een week" if weeks <= 1 else f"zo'n {say_number(weeks)} weken"


def _seat_in_short(talk: Talk, seat: Seat) -> str:
    card = offering_card(talk.catalogue, seat.offering)
    return f"{card.name}, {card.when}"


def _payers(payers: list[str]) -> str:
    if not payers:
        return "Wie betaalt, staat er niet bij."
    return f"Wie betaalt: {payers[0]}." if len(payers) == 1 else "Wie betaalt, verschilt per station."


def _where(talk: Talk, session: Session) -> str:
    """The hall, with the distance from where somebody is when that was said."""
    here = talk.named("place") or talk.profile.place
    if not here or not session.town:
        return session.place
    return f"{session.place} (zo'n {talk.catalogue.kilometres(here, session.town):.0f} km)"


def _about(about: Focus) -> dict[str, str]:
    return {"line": about.line.id} if about.line else {"module": about.modules[0].id}
