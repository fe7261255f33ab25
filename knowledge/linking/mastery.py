"""How people say that they master something: the patterns of ``known``.

In them ``§`` stands for a skill and ``¤`` for a level.
"""

from __future__ import annotations

import re

_FILL = (
    r"(?:(?:al|ook|nu|best|wel|aardig|heel|goed|redelijk|prima|wat|iets|een|een keer|'n|beetje|nog|niet|amper|zelf"
    r"|de|het|veel|vaak|behoorlijk|natuurlijk|jaren|jaar|lang|\d+|dagelijks|elke dag|eens|ooit|vroeger|gewoon|hier"
    r"|zo|alleen|¤|er|dus|toch|erg|enkele|wekelijks|geen|nooit|niks|niets|mijn|m'n|meer|helemaal|echt|basis|met"
    r"|nogal) )*"
)
_LIST = r"§(?: (?:(?:en|of|,|&|\+|/|ook|plus|met|¤|een|klein|beetje|wat) )*§)*"
_ME = r"(?:ik|'k|k)"

BEFORE = re.compile(
    rf"(?<!\S)(?:{_ME} (?:kan|ken|beheers|snap|begrijp|doe|gebruik|deed|kon|programmeer|weet)"
    rf"|^(?:kan|ken|beheers|doe)"
    rf"|(?:ervaring|gewerkt|werk|werkte|werken|bezig|gedaan|overweg|handig|bekend|vertrouwd|thuis|goed|sterk|opgeleid"
    rf"|geschoold|getraind|gecertificeerd|kennis|verstand|¤|ervaren|geoefend|uit de voeten|knap|gespeeld)"
    rf" {_FILL}(?:met|in|van|over|aan)"
    rf"|(?:weet|snap) {_FILL}(?:van|over)"
    rf"|¤(?: in| met)?"
    rf"|(?:certificaat|diploma|papieren|badge)(?: {_FILL}(?:in|van|voor))?"
    rf"|heb {_FILL}(?:met|aan))"
    rf" {_FILL}{_LIST}"
)
"""Signs that stand before the skill: "ervaring met §"."""

AFTER = re.compile(
    rf"{_LIST} (?:: )?{_FILL}"
    rf"(?:(?:kan|ken|beheers|doe|gebruik|snap|begrijp|programmeer|bedien|deed) {_ME}"
    rf"|(?:gaat|lukt|ging) (?:me |mij |al |wel |best |heel )*(?:goed|prima|redelijk|aardig|makkelijk|niet|¤)"
    rf"|(?:heb|had) {_ME} {_FILL}(?:gedaan|gehad|geleerd|gevolgd|gewerkt|gehaald|gebruikt|in de vingers|¤)"
    rf"|{_FILL}(?:gedaan|gehad|geleerd|gevolgd|gewerkt|geprogrammeerd|gehaald|gebruikt|behaald|afgerond)"
    rf"|(?:is|zijn) (?:nog |helemaal |wel |heel )*¤"
    rf"|¤)(?!\S)"
)
"""Signs that stand after the skill: "§ doe ik dagelijks"."""

WISHED = re.compile(
    r"(?<!\S)(?:wil|wilt|willen|wou|zou|zouden|graag|leren|leer|volgen|zoek|zoeken|worden|word|wordt|kun|moet|moeten"
    r"|interesse|benieuwd|interesseert|lijkt|ga|gaan|krijgen|krijg|bijleren|help)(?!\S)"
)
"""Words that make it a wish."""

ASKED = re.compile(r"(?:hoe|waar|waarom|wanneer|welke|welk|wie|wat (?:is|zijn|kost))(?!\S)")
"""Words that make it a question."""

LACKED = re.compile(r"(?<!\S)(?:niet(?! (?:veel|zo|alleen|slecht))|geen|nooit|niks|niets|nul|zonder)(?!\S)")
"""Words that turn it round."""

TRIED = re.compile(
    r"(?<!\S)(?:wel eens|weleens|ooit|een keer|al wat|wat|iets|beetje|basis|gehad|gevolgd|gespeeld|cursus)(?!\S)"
)
"""Words that mean no more than a beginning."""

NONE = frozenset({"geen", "nul", "0", "nooit", "niks", "niets"})
"""Words in a level that mean it is none at all ("nul ervaring")."""
