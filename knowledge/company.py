"""HR's "where do I start": for each role of a company the line, the inspiration station and the skills.

The six steps are those of the academy's own plan for a metro map (the concept of Smart Makers Academy),
made concrete for this company.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from knowledge.advice.advise import advise
from knowledge.advice.profile import Profile
from knowledge.cards import CompanyPlanCard, RoleStartCard
from knowledge.catalogue.content import Line, Role, Transition
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import say_period
from knowledge.seat.choosing import sessions_to_show
from knowledge.vocabulary import Phase


def plan_company(
    catalogue: Catalogue,
    now: datetime,
    *,
    transition: str | None,
    roles: Sequence[str],
    place: str | None,
    people: int | None = None,
    counts: Mapping[str, int] | None = None,
) -> CompanyPlanCard:
    """A first plan for a company.

    Without a transition each role's own best line is taken; without roles, those that the transition asks
    most of; ``people`` is the number of employees and ``counts`` that of each role, when it was said.

    Raises:
        ProfileError: when something is named that the catalogue lacks.
    """
    for role in (None, *roles):
        Profile(role=role, transition=transition, place=place).check(catalogue)
    chosen = list(roles) or roles_of_transition(catalogue, transition)
    way = catalogue.transitions.get(transition) if transition else None
    starts = [_start(catalogue, now, role, transition, place) for role in chosen[:6]]
    return CompanyPlanCard(
        transition=way.name if way else "nog open",
        region=catalogue.places[place].name if place else "overal",
        starts=starts,
        steps=_steps(
            way,
            starts,
            [say_role(catalogue, role, (counts or {}).get(role)) for role in chosen[:6]],
            people,
            catalogue.places[place].name if place else None,
        ),
    )


def say_role(catalogue: Catalogue, role: str, count: int | None = None) -> str:
    """``operator``, or with a number ``operator (20 mensen)``."""
    name = catalogue.roles[role].name
    name = name if name.split("-")[0].isupper() else name.lower()
    return f"{name} ({'1 mens' if count == 1 else f'{count} mensen'})" if count else name


def roles_of_transition(catalogue: Catalogue, transition: str | None, most: int = 3) -> list[str]:
    """The roles that share most skills with a transition; of no transition simply the first ones."""
    if transition is None:
        return list(catalogue.roles)[:most]
    wanted = set(catalogue.transitions[transition].skills)
    roles = catalogue.roles.values()
    share = {role.id: len(wanted & set(role.skills)) / len(role.skills) for role in roles}
    return sorted(share, key=lambda role: -share[role])[:most]


def transition_for(catalogue: Catalogue, *, lines: Sequence[str], skills: Sequence[str]) -> str | None:
    """The transition that somebody means who names a line or skills ("meer robots"); None when none fits."""
    ways = [catalogue.lines[line].transition for line in lines if line in catalogue.lines]
    if way := next((way for way in ways if way), None):
        return way
    shared = {way.id: len(set(skills) & set(way.skills)) for way in catalogue.transitions.values()}
    best = max(shared, key=lambda way: shared[way], default=None)
    return best if best and shared[best] else None


def transition_about(catalogue: Catalogue, text: str) -> str | None:
    """The one transition whose name, description or skills hold most of the words of a text; None when none does.

    For words that are no name of anything ("meer onderhoud", "minder energie"); those of four letters and more count.
    """
    asked = {word[:8] for word in re.findall(r"\w{4,}", text.casefold())} - NO_DIRECTION
    held = {
        way.id: " ".join([way.name, way.description, *(catalogue.skills[s].name for s in way.skills)]).casefold()
        for way in catalogue.transitions.values()
    }
    found = {way: sum(bool(re.search(rf"\b{re.escape(word)}", words)) for word in asked) for way, words in held.items()}
    best = [way for way, count in found.items() if count and count == max(found.values())]
    return best[0] if len(best) == 1 else None


NO_DIRECTION = frozenset(
    {"meer", "minder", "bedrijf", "mensen", "werken", "machine", "machines", "snel", "graag", "veel"}
)
"""Words that stand in the descriptions of transitions and tell none from another."""


def _start(
    catalogue: Catalogue, now: datetime, role_id: str, transition: str | None, place: str | None
) -> RoleStartCard:
    role = catalogue.roles[role_id]
    profile = Profile(role=role_id, transition=transition, place=place)
    line = catalogue.lines[advise(catalogue, profile).line]
    first = next(
        (s for s in line.stations if s.phase == Phase.INSPIRATION),
        line.stations[0],
    )
    module = catalogue.modules[first.module]
    session = next(iter(sessions_to_show(catalogue, first.module, profile, now, most=1)), None)
    return RoleStartCard(
        role=role.name,
        line=line.name,
        line_id=line.id,
        station=module.name,
        when=say_period(session.starts_at, session.ends_at)
        if session and session.starts_at and session.ends_at
        else None,
        place=("online" if session.online else session.place) if session else None,
        skills=[
            catalogue.skills[s].name
            for s in shared_skills(catalogue, line, role, catalogue.transitions.get(transition or ""))
        ],
    )


def shared_skills(
    catalogue: Catalogue, line: Line, role: Role, transition: Transition | None, most: int = 4
) -> list[str]:
    """The skills that a line teaches and that the role or the transition asks for; role first."""
    taught = {skill for s in line.stations for skill in catalogue.modules[s.module].teaches}
    asked = [*role.skills, *(transition.skills if transition else ())]
    found = [skill for skill in dict.fromkeys(asked) if skill in taught and not catalogue.skills[skill].basic]
    return found[:most]


def _steps(
    way: Transition | None, starts: Sequence[RoleStartCard], roles: Sequence[str], people: int | None, town: str | None
) -> list[str]:
    lines = _and(list(dict.fromkeys(start.line for start in starts if start.line)))
    staff = f"van jullie {people} mensen " if people else ""
    return [
        f"Kies wie {staff}er eerst gaan ({_and(roles)}) en beschrijf kort hoe zij het liefst leren.",
        f"Zeg per groep wat het moet opleveren: {way.description if way else 'kies samen één richting.'}",
        "Leg per groep vast wat ze nu al kunnen; beginnersniveau is genoeg om te starten.",
        f"Loop de stations na van {lines}: wat kan worden overgeslagen, en wie brengt een eigen klus mee?",
        f"Spreek met de academie{f' bij {town}' if town else ''} data, minimum aantal mensen en kosten af.",
        "Laat mensen zich inschrijven, begin samen op het inspiratiestation, en kijk na drie maanden terug.",
    ]


def _and(words: Sequence[str]) -> str:
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))
