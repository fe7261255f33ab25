"""How people say that they master something: the patterns of ``known``.

In them ``§`` stands for a skill and ``¤`` for a level.
"""

from __future__ import annotations

import re

_FILL = (
    r"(?:(?:al|ook|nu|best|wel|aardig|heel|goed|redelijk|prima|wat|iets|een|een keer|'n|beetje|nog|niet|amper|zelf"
    r"|de|het|veel|vaak|behoorlijk|natuurlijk|jaren|jaar|lang|\d+|dagelijks|elke dag|eens|ooit|vroeger|gewoon|hier"
    r"|zo|alleen|¤|er|dus|toch|erg|enkele|wekelijks|geen|nooit|niks|niets|mijn|m'n|meer|helemaal|echt|basis|met"
    r"|nogal|nauwelijks|inmiddels|ondertussen|eerder|regelmatig|soms|prive|thuis|volledig|zeker|wat dat betreft"
    r"|aardig wat|genoeg|alles|weinig|zelfs|klein|op school|op het werk|op mijn werk|in mijn opleiding|ne|nen|die"
    r"|dat|daar) )*"
)
_LIST = r"§(?: (?:(?:en|of|,|&|\+|/|ook|plus|met|in|van|¤|een|klein|beetje|wat) )*§)*"
_ME = r"(?:ik|'k|k|we|wij)"
_GOOD = (
    r"(?:goed|thuis|handig|sterk|ervaren|bekwaam|bedreven|vaardig|kundig|slecht|zwak|matig|redelijk|beter|best|vlot"
    r"|geschoold|getraind|opgeleid|gediplomeerd|gecertificeerd|bekend|vertrouwd|onderlegd|expert|¤|een kei|een held"
    r"|een ster|geroutineerd|ingewerkt|gevorderd|opgegroeid|mee opgegroeid)"
)
_PAPER = (
    r"(?:certificaat|certificaten|diploma|diploma's|papieren|papier|papiertje|papiertjes|badge|brevet|getuigschrift"
    r"|vinkje|aantekening|bewijs|pasje)"
)
_DONE = (
    r"(?:gedaan|gehad|geleerd|gevolgd|gewerkt|gehaald|gebruikt|behaald|afgerond|geprogrammeerd|in de vingers"
    r"|onder de knie|achter de rug|in huis|bijgehouden|gestudeerd|gegeven|ervaring|verstand van|kaas van gegeten"
    r"|kaas gegeten"
    r"|geen (?:moeite|problemen) mee|afgesloten|meegemaakt|onder controle|¤)"
)

BEFORE = re.compile(
    rf"(?<!\S)(?:{_ME} (?:kan|ken|beheers|snap|begrijp|doe|gebruik|deed|kon|programmeer|weet|bedien|stel|gaf|teken"
    rf"|beheerste|kende|gebruikte|bediende)"
    rf"|^(?:kan|ken|beheers|doe|snap|bedien|gebruik)|nog niet(?: met| in)?"
    rf"|(?:kan|ken|beheers|snap) {_ME}(?= (?:al|best|goed|redelijk|prima|aardig|amper|nauwelijks|wel|een beetje|ook al"
    rf"|inmiddels|ondertussen|gewoon|natuurlijk|niet|geen) )"
    rf"|(?:ervaring|gewerkt|werk|werkte|werken|bezig|gedaan|overweg|handig|bekend|vertrouwd|thuis|goed|sterk|opgeleid"
    rf"|geschoold|getraind|gecertificeerd|kennis|verstand|¤|ervaren|geoefend|uit de voeten|knap|gespeeld|vaardig"
    rf"|geknutseld|geprutst|gehobbyd|geoefend|gestudeerd"
    rf"|bedreven|bekwaam|gespecialiseerd|gediplomeerd|afgestudeerd|onderlegd|slecht|zwak|onbekend|ervaringen|gerommeld"
    rf"|geklooid|gestoeid|geexperimenteerd|kaas gegeten|affiniteit|routine|ingewerkt|zit|werkzaam|gestart|begonnen)"
    rf" {_FILL}(?:met|in|van|over|aan|op)"
    rf"|(?:weet|snap|begrijp) {_FILL}(?:van|over)"
    rf"|¤(?: in| met| op| van)?"
    rf"|{_PAPER}(?: {_FILL}(?:in|van|voor|op))?"
    rf"|(?:geef|gaf|geven) (?:\S+ )?(?:les|lessen|training|trainingen|cursus|cursussen|uitleg|instructie)"
    rf"(?: {_FILL}(?:in|over|van|aan))?"
    rf"|(?:een |'n |heel |klein |bietje )+beetje"
    r"|(?:gecertificeerd|gediplomeerd|geslaagd|bevoegd) voor|(?:mijn|m'n|de) weg in"
    rf"|heb (?:al |ook |ook al )*(?:mijn|m'n)"
    rf"|heb {_FILL}(?:met|aan))"
    rf" {_FILL}{_LIST}"
)
"""Signs that stand before the skill: "ervaring met §"."""

AFTER = re.compile(
    rf"{_LIST}(?: (?:programmeren|maken|bedienen|instellen|lezen|gebruiken))? (?:[:,?] )?{_FILL}"
    rf"(?:(?:kan|ken|beheers|doe|gebruik|snap|begrijp|programmeer|bedien|deed|kende|weet) {_ME}"
    rf"|(?:gaat|lukt|ging|zit|zat) {_FILL}(?:me |mij )?{_FILL}(?:goed|prima|redelijk|aardig|makkelijk|niet|snor|erin|¤)"
    rf"|(?:heb|had|hebben) {_ME} {_FILL}(?:{_PAPER}|een cursus|cursus)?(?: van| voor| in)? ?{_FILL}(?:{_DONE}"
    rf"|geprobeerd|gezien|geopend|bekeken|aangeraakt|bediend|ingesteld|gemaakt|getekend)"
    rf"|(?:heb|had) {_ME} (?:ook |wel |dus )*(?:al|allang)(?=$| [.,;:!?])"
    r"|(?:zegt|zeggen) (?:me|mij) (?:niks|niets|weinig|wel wat)"
    rf"|(?:heb|had|hebben) {_ME} {_FILL}(?:een |'n )?{_PAPER}(?: {_FILL}(?:van|voor|in))?"
    rf"|(?:ben|was) {_ME} {_FILL}{_GOOD}(?: in| mee| met)?"
    rf"|(?:weet|snap) {_ME} {_FILL}(?:alles|genoeg|veel|weinig|niks|niets)(?: van| vanaf| over)?"
    rf"|{_FILL}(?:heb |had )?{_DONE}"
    rf"|(?:is|zijn) {_FILL}(?:voor (?:mij|me) {_FILL})?(?:¤|gesneden koek|een eitje|een makkie|dagelijkse kost|bekend"
    rf"|bekend terrein|geen geheim|geen probleem|oude koek|mijn vak|mijn werk|m'n vak|bekende kost|kinderspel|nieuw"
    rf"|mijn ding|m'n ding|mijn specialiteit|mijn sterke punt|mijn sterkste kant"
    rf"|onbekend|abracadabra|chinees voor (?:mij|me)|gedaan|afgerond|gehaald|niks nieuws|niets nieuws)"
    rf"|(?:{_FILL})(?:nog niet|beetje|amper|nauwelijks)(?=$| [.,;:!?]| en | maar )"
    rf"|(?:hoef|hoeven) {_ME} (?:je |mij |me )?niet meer (?:te leren|uit te leggen|te doen)"
    rf"|(?:kan|kun|ken) {_FILL}{_ME}"
    rf"|¤)(?!\S)"
)
"""Signs that stand after the skill: "§ doe ik dagelijks"."""

ECHO = re.compile(
    r"(?:[,.;] )?(?:maar |en )?§(?: (?:en|,|of|&) §)* (?:ook|ook al|idem|niet|niks|wel|wat minder|minder)"
)
"""After what somebody masters, the same of another: "excel ken ik, lean niet"."""

WISHED = re.compile(
    r"(?<!\S)(?:wil|wilt|willen|wou|zou|zouden|graag|leren|leer|volgen|zoek|zoeken|worden|word|wordt|kun|moet|moeten"
    r"|interesse|benieuwd|interesseert|lijkt|ga|gaan|krijgen|krijg|bijleren|help)(?!\S)"
)
"""Words that make it a wish."""

ASKED = re.compile(r"(?:hoe|waar|waarom|wanneer|welke|welk|wie|wat (?:is|zijn|kost))(?!\S)")
"""Words that make it a question."""

LACKED = re.compile(
    r"(?<!\S)(?:niet(?! (?:veel|zo|heel|echt|erg|alleen|slecht|meer te|meer uit|onhandig|onbekend|zonder))"
    r"|geen(?! (?:probleem|moeite|geheim"
    r"|problemen|kunst))|nooit(?! (?:moeite|problemen))|niks(?! nieuws)|niets(?! nieuws)|nul|zonder|onbekend"
    r"|abracadabra"
    r"|chinees)(?!\S)"
)
"""Words that turn it round."""

TRIED = re.compile(
    r"(?<!\S)(?:wel eens|weleens|ooit|een keer|keertje|al wat|wat(?! ik| dat)|iets|beetje|basis|gehad|gevolgd|gespeeld"
    r"|cursus(?! gegeven)|amper|nauwelijks|niet (?:zo|heel|echt|erg) (?:goed|handig|sterk|best|ervaren|veel|thuis"
    r"|vlot)|eens|slecht|zwak|matig|gerommeld|geklooid|gestoeid|geprobeerd|gezien|nieuw|net"
    r"|begonnen|gestart|weinig|minder|een klein beetje|hobby)(?!\S)"
)
"""Words that mean no more than a beginning."""

NONE = frozenset({"geen", "nul", "0", "nooit", "niks", "niets"})
"""Words in a level that mean it is none at all ("nul ervaring")."""
