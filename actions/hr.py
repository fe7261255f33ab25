"""HR's "waar begin ik?": three questions at most, then a plan for the company."""

from __future__ import annotations

from typing import Any

from actions.base import NavigatorAction
from actions.talk import Button, Talk, button
from knowledge.company import plan_company

QUESTIONS = (("transition", "company_transition"), ("roles", "company_roles"), ("place", "company_place"))
"""What must be known of a company, in the order in which it is asked."""


class CompanyPlan(NavigatorAction):
    """Asks what is still needed of the company, one at a time, and shows the plan."""

    called = "action_company_plan"

    def answer(self, talk: Talk) -> None:
        company = dict(talk.slot("company") or {})
        open_field = next((f for f, q in QUESTIONS if q == talk.open_question), None)
        if open_field and not company.get(open_field) and talk.intent in ("no_preference", "deny", "affirm"):
            company[open_field] = "open"
        talk.set(company=company)
        for field, question in QUESTIONS:
            if not company.get(field):
                if talk.ask(question, topic="company", buttons=_buttons(talk, field)):
                    return
                company[field] = "open"
        plan = plan_company(
            talk.catalogue,
            talk.now,
            transition=_said(company["transition"]),
            roles=_said(company["roles"]) or [],
            place=_said(company["place"]),
            people=company.get("people"),
        )
        talk.close_question()
        talk.set(company=None)
        talk.say(
            "utter_company_plan",
            transition=plan.transition,
            starts="\n".join(f"- {s.role}: lijn {s.line}, begint op {s.station}" for s in plan.starts),
            buttons=[button("Wat kost het?", "ask_cost"), button("Is er subsidie?", "hr_funding")],
            card=plan,
        )


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
