"""What a button is about, in a sentence: read from its meaning, which stays on our side."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Engine

from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.seat.looking import offering_card
from knowledge.tables import Offering


def about(engine: Engine, catalogue: Catalogue, payload: str) -> str:
    """``Het gaat over ‘Lassen’: dinsdag 8 december, 13:00–17:00, Zwolle.``; empty when it names nothing."""
    values = _values(payload)
    with reading(engine) as session:
        offering = session.get(Offering, str(values["offering"])) if "offering" in values else None
    if offering is not None:
        card = offering_card(catalogue, offering)
        where = ", ".join(part for part in (card.when, card.place) if part)
        return f"Het gaat over ‘{card.name}’: {where}."
    module = catalogue.modules.get(str(values.get("module")))
    return f"Het gaat over ‘{module.name}’." if module else ""


def _values(payload: str) -> dict[str, Any]:
    _, brace, rest = payload.partition("{")
    try:
        found = json.loads(brace + rest) if brace else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
