"""The designer's letters for the type of a station, and ours.

``b`` means *binnen bedrijf* (inside a company) there and says nothing about the form, so it is read as no
type at all. B (bijeenkomst), P (praktijksessie) and D (diner) have no letter there: they are written as
``*`` (other), which is read as no type either. Our own type travels beside it in ``navigatorType``.
"""

from __future__ import annotations

from knowledge.vocabulary import ModuleType

OTHER = "*"
IN_COMPANY = "b"

TYPE_OF: dict[str, ModuleType | None] = {
    "w": ModuleType.WORKSHOP,
    "x": ModuleType.EXPERIENCE,
    "e": ModuleType.E_LEARNING,
    "o": ModuleType.WEBINAR,
    "m": ModuleType.MASTERCLASS,
    IN_COMPANY: None,
    OTHER: None,
}
"""What each letter of the designer says of the type of a module."""

LETTER_OF: dict[ModuleType, str] = {
    **dict.fromkeys(ModuleType, OTHER),
    **{type_: letter for letter, type_ in TYPE_OF.items() if type_ is not None},
}
"""The letter that each type is written with."""
