"""What changed about an offering, in sentences: what it was, and what it is now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.telling.saying import first_low, say_cost
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import as_utc, say_period
from knowledge.seat.looking import OWN_PACE
from knowledge.tables import Offering

Changed = Mapping[str, list[Any]]
"""The old and the new value of each column that changed, as plain data (moments in ISO 8601)."""


def changes(changed: Changed, offering: Offering, catalogue: Catalogue) -> list[str]:
    """A sentence for each thing that changed. What holds now is read from the offering."""
    found = [_time(changed, offering), _place(changed, offering, catalogue), _bring(changed, offering)]
    if "cost" in changed:
        old = say_cost(float(changed["cost"][0] or 0), "")
        found.append(f"De kosten waren {old}; nu {say_cost(offering.cost, offering.paid_by)}.")
    return [sentence for sentence in found if sentence]


def _time(changed: Changed, offering: Offering) -> str:
    if not {"starts_at", "ends_at"} & set(changed):
        return ""
    old = _period(_was(changed, "starts_at", offering.starts_at), _was(changed, "ends_at", offering.ends_at))
    new = _period(offering.starts_at, offering.ends_at)
    return "" if old == new else f"Het was {old}. Het is nu {new}."


def _was(changed: Changed, name: str, holds: datetime | None) -> datetime | None:
    if name not in changed:
        return holds
    old = changed[name][0]
    return as_utc(datetime.fromisoformat(old)) if old else None


def _period(starts_at: datetime | None, ends_at: datetime | None) -> str:
    return say_period(starts_at, ends_at) if starts_at and ends_at else OWN_PACE


def _place(changed: Changed, offering: Offering, catalogue: Catalogue) -> str:
    if not {"place", "town", "online"} & set(changed):
        return ""
    was = {
        name: changed[name][0] if name in changed else getattr(offering, name) for name in ("place", "town", "online")
    }
    holds = {"place": offering.place, "town": offering.town, "online": offering.online}
    old, new = _where(was, catalogue), _where(holds, catalogue)
    if old == new:  # the hall has the same name, in another town
        old, new = _town(was["town"], catalogue), _town(offering.town, catalogue)
    if old == new or not new:
        return ""
    return f"De plek was {old}. De plek is nu {new}." if old else f"De plek is nu {new}."


def _where(values: Mapping[str, Any], catalogue: Catalogue) -> str:
    return "online" if values["online"] else values["place"] or _town(values["town"], catalogue)


def _town(id: str | None, catalogue: Catalogue) -> str:
    place = catalogue.places.get(id or "")
    return place.name if place else id or ""


def _bring(changed: Changed, offering: Offering) -> str:
    if "bring" not in changed:
        return ""
    return f"Neem mee: {first_low(offering.bring).rstrip('. ')}." if offering.bring else "Je hoeft niets mee te nemen."
