"""The map of a draft: its name, its region, and which lines are on it."""

from __future__ import annotations

from typing import Any

from knowledge.catalogue.metromap.draft import Draft, matching
from knowledge.catalogue.metromap.drawing import drawing_of
from knowledge.catalogue.metromap.naming import own_id
from knowledge.catalogue.metromap.questions import MAP


def draft_map(draft: Draft) -> dict[str, Any]:
    """The map; of one that the catalogue has, everything but its lines stays as it is there."""
    known = next((one for one in draft.known.maps if one.id == draft.map_id), None)
    told = _told(draft)
    found: dict[str, Any] = known.model_dump(mode="json", exclude_defaults=True) if known else told
    found["lines"] = list(draft.lines.values())
    if found["lines"]:
        found["drawing"] = drawing_of(draft).model_dump(mode="json", exclude_defaults=True)
    where = f"maps/{draft.map_id}"
    name = found.get("name", draft.map_id)
    words = f'"{_subtitle(draft)}"' if _subtitle(draft) else "niets"
    for field in ("name", "description", "region", "academy"):
        if field not in found:
            draft.ask(f"{where}/{field}", MAP[field], name=name, words=words)
    if not found["lines"]:
        draft.ask(f"{where}/lines", MAP["no_lines"], name=name)
    if known and known.lines != found["lines"]:
        draft.ask(f"{where}/lines", MAP["differs"], name=name, there=", ".join(known.lines))
    return found


def _told(draft: Draft) -> dict[str, Any]:
    """What the file tells. Its subtitle is an academy or a region; which, only the catalogue knows, or we
    ourselves when we wrote the file."""
    head, subtitle = draft.found.head, _subtitle(draft)
    academy = matching(subtitle, draft.known.academies)
    region = next((one.region for one in draft.known.academies if one.id == academy), None)
    if region is None and own_id(head.navigator_id, head.external_id):
        region = subtitle
    told = {"id": draft.map_id, "name": head.title, "region": region, "academy": academy}
    return {field: value for field, value in told.items() if value}


def _subtitle(draft: Draft) -> str:
    return draft.found.head.sub_title or ""
