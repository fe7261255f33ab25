"""How moments, money and skills are said within a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import say_day, to_local
from knowledge.saying import euros
from knowledge.vocabulary import DUTCH, Level

LONGEST_REASON = 240
"""Signs of a reason that somebody typed; a longer one is cut between two words."""

_COMMON = re.compile(r"(Je|Jouw|Een|De|Het|Eigen)\b")
_SOON = {0: "vandaag", 1: "morgen", 2: "overmorgen", 7: "over een week"}


def say_moment(moment: datetime | None) -> str:
    """``dinsdag 8 december om 13:00``; empty for None."""
    return f"{say_day(moment)} om {to_local(moment):%H:%M}" if moment else ""


def say_soon(moment: datetime, now: datetime) -> str:
    """How far off its day is: ``vandaag``, ``morgen``, ``over een week``, ``over 5 dagen``."""
    days = max(0, (to_local(moment).date() - to_local(now).date()).days)
    return _SOON.get(days, f"over {days} dagen")


def say_cost(cost: float, paid_by: str) -> str:
    """``gratis``, ``€ 75 (betaalt: je werkgever)``, ``€ 12,50``."""
    return f"{euros(cost)} (betaalt: {paid_by})" if cost and paid_by else euros(cost)


def say_skills(skills: Mapping[str, Level], catalogue: Catalogue) -> str:
    """``cobots programmeren (beginner) en veilig werken (beginner)``; empty without skills."""
    said = [f"{catalogue.skills[id].name} ({DUTCH[level]})" for id, level in skills.items() if id in catalogue.skills]
    return " en ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def first_low(text: str) -> str:
    """Ready to stand after a colon: ``je laptop`` for ``Je laptop``; a name keeps its capital."""
    return text[:1].lower() + text[1:] if _COMMON.match(text) else text


def first_high(text: str) -> str:
    """Ready to begin a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """What somebody typed as one sentence with its stop; empty for nothing."""
    said = shorten(" ".join(text.split()), LONGEST_REASON)
    return said if not said or said[-1] in ".!?…" else f"{said}."


def shorten(text: str, most: int) -> str:
    """At most so many signs (1 or more): cut between two words if that leaves any, with ``…`` for the rest."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut if text[most - 1] == " " else cut.rpartition(" ")[0] or cut
    return f"{whole.rstrip(' ,;:-')}…"
