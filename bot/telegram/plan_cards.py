"""A development path, a company's plan and the skills that are missing, in Telegram."""

from __future__ import annotations

from bot.card_words import path_facts, say_gap, say_hours, say_proof
from bot.telegram.card_parts import dashed, facts, is_said, lines, numbered, one_line, title
from bot.telegram.markup import bold, escape, italic
from knowledge.cards import CompanyPlanCard, PathCard, RoleStartCard, SkillGapCard, StepCard


def say_path(card: PathCard, said: str) -> str:
    """How long it takes and how good it is proved to be, unless the text above says so; then the steps."""
    told = is_said(said, say_hours(card.hours))
    parts = [
        lines(title(f"Ontwikkelpad: {card.goal}"), "" if told else facts(*path_facts(card))),
        numbered(_step(step) for step in card.steps),
        lines(bold("Sla je over"), dashed(facts(one) for one in card.skipped)) if card.skipped else "",
        lines(bold("Nog geen aanbod voor"), dashed(facts(one) for one in card.missing)) if card.missing else "",
        "" if told else facts(say_proof(card)),
    ]
    return "\n\n".join(part for part in parts if part)


def _step(step: StepCard) -> str:
    kind = facts(step.what, say_hours(step.hours), between=", ")
    return lines(f"{title(step.name)} ({kind})", facts(step.when, step.place), italic(one_line(step.why)))


def say_company_plan(card: CompanyPlanCard, said: str) -> str:
    """The line and the first station of each role are left out when the text above says them."""
    starts = [start for one in card.starts if (start := _start(one, said))]
    parts = [
        lines(
            title(f"Plan voor jullie bedrijf: {card.transition}"),
            "" if is_said(said, card.region) else facts(card.region),
        ),
        lines(bold("Wie begint waar"), *starts) if starts else "",
        lines(bold("De stappen"), numbered(facts(step) for step in card.steps)) if card.steps else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _start(one: RoleStartCard, said: str) -> str:
    line = one.line if one.line and not is_said(said, one.line) else None
    station = f"eerste station: {one.station}" if one.station and not is_said(said, one.station) else None
    nowhere = None if one.line or one.station or one.when or one.place else "nog geen lijn gevonden"
    where = facts(line, station, one.when, one.place, nowhere)
    skills = facts(f"Het gaat om: {', '.join(one.skills)}") if one.skills else ""
    role = escape(one_line(one.role)) or "Nog geen rol"
    return f"- {lines(f'{role}: {where}' if where else role, skills)}" if where or skills else ""


def say_skill_gap(card: SkillGapCard, said: str) -> str:
    """Empty when the text above names every skill with its level, and none of them is known a little already."""
    known = any(skill in card.have for skill in card.need)
    if said and not known and all(is_said(said, f"{skill} ({level})") for skill, level in card.need.items()):
        return ""
    rows = (facts(say_gap(skill, level, card.have.get(skill))) for skill, level in card.need.items())
    return lines(title(f"Wat je nog mist voor {card.goal}"), dashed(rows))
