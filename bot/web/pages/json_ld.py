"""What the pages say to machines that look for courses: schema.org as JSON-LD.

Source: schema.org Course, CourseInstance and ItemList.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.web.pages.dates import Date
from bot.web.pages.rendering import iso
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Catalogue
from knowledge.saying import say_number
from knowledge.vocabulary import DUTCH, Level

Data = dict[str, Any]
CONTEXT = "https://schema.org"
_LEVELS = {Level.BEGINNER: "Beginner", Level.PROFESSIONAL: "Intermediate", Level.EXPERT: "Advanced"}


def course(catalogue: Catalogue, module: Module, found: Sequence[Date], url: str) -> Data:
    """A module with its dates."""
    skills = [catalogue.skills[id].name for id in module.teaches if id in catalogue.skills]
    expected = [catalogue.skills[id].name for id in module.expects if id in catalogue.skills]
    said: Data = {
        "@context": CONTEXT,
        "@type": "Course",
        "@id": f"{url}/station/{module.id}#course",
        "url": f"{url}/station/{module.id}",
        "name": module.name,
        "description": module.summary,
        "inLanguage": "nl",
        "courseCode": module.id,
        "timeRequired": duration(module.hours),
        "learningResourceType": DUTCH[module.type],
        "teaches": skills,
        "coursePrerequisites": expected,
        "educationalLevel": [_LEVELS[level] for level in dict.fromkeys(module.teaches.values())],
        "provider": _owner(catalogue, module.owner),
        "hasCourseInstance": [_instance(one, module.hours, url) for one in found],
    }
    return {key: value for key, value in said.items() if value not in ([], None)}


def _instance(date: Date, hours: float, url: str) -> Data:
    card = date.card
    said: Data = {
        "@type": "CourseInstance",
        "@id": f"{url}/station/{card.module}#{card.id}",
        "name": card.name,
        "courseMode": "Online" if card.online or card.starts_at is None else "Onsite",
        "courseWorkload": duration(hours),
        "startDate": iso(card.starts_at) if card.starts_at else None,
        "endDate": iso(card.ends_at) if card.ends_at else None,
        "location": _location(date, url),
        "organizer": {"@type": "EducationalOrganization", "name": card.academy},
        "offers": {
            "@type": "Offer",
            "price": f"{card.cost:.2f}",
            "priceCurrency": "EUR",
            "category": "Free" if card.cost == 0 else "Paid",
            "availability": f"{CONTEXT}/{'InStock' if date.left > 0 else 'SoldOut'}",
            "url": f"{url}{date.start}",
        },
    }
    return {key: value for key, value in said.items() if value is not None}


def _location(date: Date, url: str) -> Data:
    if date.card.online or not date.card.place:
        return {"@type": "VirtualLocation", "url": f"{url}/station/{date.card.module}"}
    return {"@type": "Place", "name": date.card.place, "address": date.card.place}


def _owner(catalogue: Catalogue, id: str) -> Data | None:
    found = catalogue.academies.get(id) or catalogue.partners.get(id)
    return {"@type": "EducationalOrganization", "name": found.name} if found else None


def item_list(name: str, things: Iterable[tuple[str, str]], url: str) -> Data:
    """Things in their order, each a name and a path."""
    items = [
        {"@type": "ListItem", "position": n, "name": title, "url": f"{url}{path}"}
        for n, (title, path) in enumerate(things, 1)
    ]
    return {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def stations_of(catalogue: Catalogue, line: Line, url: str) -> Data:
    """The stations of a line, in order."""
    named = [(catalogue.module(one.module).name, f"/station/{one.module}") for one in line.stations]
    return {**item_list(line.name, named, url), "description": line.goal}


def duration(hours: float) -> str:
    """``PT3H``, ``PT2H30M`` (ISO 8601)."""
    whole, minutes = divmod(round(hours * 60), 60)
    said = f"{say_number(whole)}H" if whole else ""
    return f"PT{said}{f'{minutes}M' if minutes else ''}"
