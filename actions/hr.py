"""HR's "waar begin ik?": three questions at most, then a plan for the company; and what its people can be sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.advising import noted
from actions.base import NavigatorAction
from actions.talk import Button, Talk, button
from knowledge.cards import RoleStartCard
from knowledge.company import plan_company, say_role

QUESTIONS = (("transition", "company_transition"), ("roles", "company_roles"), ("place", "company_place"))
"""What must be known of a company, in the order in which it is asked."""


class CompanyPlan(NavigatorAction):
    """Asks what is still needed of the company, one at a time, and shows the plan.

    Afterwards the talk stays about the company, so that the plan can be corrected, until somebody says that
    it is for themselves.
    """

    called = "action_company_plan"
    also = ("hr_where_to_start",)

    def answer(self, talk: Talk) -> None:
        company = dict(talk.slot("company") or {})
        open_field = next((f for f, q in QUESTIONS if q == talk.open_question), None)
        if open_field and not company.get(open_field) and talk.intent in ("no_preference", "deny", "affirm"):
            company[open_field] = "open"
        if talk.open_question is None and company.get("planned") == _told(company):
            talk.say("utter_company_more")
            return
        if self._is_complete(talk, company):
            self._show(talk, company)

    def _is_complete(self, talk: Talk, company: dict[str, Any]) -> bool:
        """Asks the first thing that is missing; what was asked twice stays open."""
        for field, question in QUESTIONS:
            if not company.get(field):
                talk.set(company=company)
                if talk.ask(question, topic="company", buttons=_buttons(talk, field)):
                    return False
                company[field] = "open"
        return True

    def _show(self, talk: Talk, company: dict[str, Any]) -> None:
        plan = plan_company(
            talk.catalogue,
            talk.now,
            transition=_said(company["transition"]),
            roles=_said(company["roles"]) or [],
            place=_said(company["place"]),
            people=company.get("people"),
            counts=company.get("counts"),
        )
        if company.get("planned") and (names := noted(talk)):
            talk.say("utter_noted", what=", ".join(names))
        talk.close_question("company")
        talk.set(company={**company, "planned": _told(company), "line": _only_line(talk, plan.starts)})
        talk.say(
            "utter_company_plan",
            transition=plan.transition,
            starts="\n".join(
                f"- {_who(s.role, talk, company)}: lijn {s.line}, begint op {s.station}" for s in plan.starts
            ),
            region="" if plan.region == "overal" else f", in de buurt van {plan.region}",
            buttons=[button("Is er subsidie?", "hr_funding"), button("Toon de metrokaart", "show_map")],
            card=plan,
        )


class Invite(NavigatorAction):
    """Tells how colleagues are invited, and has the front door give the address of the line that the talk is about."""

    called = "action_hr_invite"
    also = ("hr_invite",)
    aside = True

    def answer(self, talk: Talk) -> None:
        planned = (talk.slot("company") or {}).get("line") if talk.slot("topic") == "company" else None
        line = talk.catalogue.lines.get(talk.named("line") or planned or talk.slot("line") or "")
        start = f"bij de lijn {line.name}" if line else "met een gesprek over wat die wil leren"
        talk.say("utter_hr_invite", start=start, contact=talk.academy.settings.contact)
        talk.tell_door(share={"line": line.id if line else None})


def _only_line(talk: Talk, starts: Sequence[RoleStartCard]) -> str | None:
    """The line on which all of a plan start; None when there are more."""
    names = {start.line for start in starts}
    found = [line.id for line in talk.catalogue.lines.values() if line.name in names]
    return found[0] if len(found) == 1 else None


def _who(role: str, talk: Talk, company: dict[str, Any]) -> str:
    """A role with how many people that are, when it was said."""
    id = next(one.id for one in talk.catalogue.roles.values() if one.name == role)
    said = say_role(talk.catalogue, id, (company.get("counts") or {}).get(id))
    return said[:1].upper() + said[1:]


def _told(company: dict[str, Any]) -> dict[str, Any]:
    return {field: company.get(field) for field in ("transition", "roles", "place", "people", "counts")}


def _said(value: Any) -> Any:
    return None if value == "open" else value


def _buttons(talk: Talk, field: str) -> list[Button]:
    catalogue = talk.catalogue
    no_matter = button("Weet ik nog niet", "no_preference")
    if field == "transition":
        ways = list(catalogue.transitions.values())[:3]
        return [*(button(way.name, "inform", transition=way.id) for way in ways), no_matter]
    if field == "place":
        cities = list(dict.fromkeys(academy.city for academy in catalogue.academies.values()))[:3]
        return [*(button(catalogue.places[c].name, "inform", place=c) for c in cities), no_matter]
    return [no_matter]
