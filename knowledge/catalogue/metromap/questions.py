"""What a map file leaves open, as questions in plain Dutch for the coordinator of an academy."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.metromap.naming import clean


@dataclass(frozen=True)
class OpenQuestion:
    """One thing that the file doesn't tell.

    Attributes:
        where: the place of the answer, such as ``modules/lasrobot/hours`` or
            ``lines/robots/stations/lasrobot/phase``: kind, id and field of the draft.
        what: the question, on one line.
    """

    where: str
    what: str


MODULE = {
    "type": 'Wat voor module is "{name}"? Kies W, E, O, X, M, P, B of D. In de kaart staat: {letters}.',
    "hours": 'Hoeveel uur duurt de module "{name}"? Dat is 2 tot 6 uur, en hooguit 4 als de module nieuw is.',
    "summary": 'Wat doe je in de module "{name}", en wat kun je daarna? Schrijf een of twee zinnen.',
    "teaches": 'Welke skills leer je in de module "{name}"? Geef bij elke skill het niveau: '
    "beginner, professional of expert.",
    "owner": 'Welke academie of partner is de eigenaar van de module "{name}"?',
}
LINE = {
    "goal": 'Wat is het doel van de lijn "{name}"? Schrijf een zin.',
    "target_group": 'Voor welke doelgroep van de catalogus is de lijn "{name}"? In de kaart staat: "{group}".',
    "transition": 'Bij welke transitie hoort de lijn "{name}"?',
    "academies": 'Welke academies bieden de lijn "{name}" aan?',
    "no_stations": 'Welke stations staan op de lijn "{name}"? In de kaart staat er geen een.',
    "skip": 'Welke stations van de lijn "{name}" mag je niet overslaan als je de erkenning wilt krijgen? '
    "Zet daar skip: costs_recognition bij, en bij de andere skip: free.",
    "gaps": 'De lijn "{name}" is in losse stukken getekend. Klopt deze volgorde: {order}?',
    "direction": 'Begint de lijn "{name}" bij "{first}"? De kaart heeft geen begin- of eindstation voor deze lijn.',
    "differs": 'De lijn "{name}" staat al in de catalogus, met andere stations of een andere volgorde: '
    "{there}. Welke is goed?",
    "renamed": 'Deze lijn heet in de kaart "{name}" en in de catalogus "{there}". Welke naam is goed?',
    "group_differs": 'In de kaart is de lijn "{name}" voor "{group}", in de catalogus voor "{there}". Wat is goed?',
}
STATION = {
    "phase": 'In welke fase staat "{station}" op de lijn "{name}"? Kies inspiration, learning_question, '
    "content of conclusion.",
    "far": 'Het station "{station}" ligt {pixels} pixels van de lijn "{name}". Hoort het bij deze lijn?',
    "level": 'Komt "{other}" op de lijn "{name}" voor of na "{station}"? Ze liggen op dezelfde plek.',
    "misplaced": '"{station}" is getekend als begin of eind van de lijn "{name}", maar ligt daar niet. '
    "Klopt de volgorde?",
}
KNOWN_MODULE = {
    "name": 'Het station heet in de kaart "{name}", de module in de catalogus "{there}". Welke naam is goed?',
    "type": 'De module "{name}" is in de kaart "{type}", in de catalogus "{there}". Wat is goed?',
}
MAP = {
    "name": "Hoe heet deze metrokaart?",
    "description": 'Wat staat er op de kaart "{name}", en voor wie? Schrijf een of twee zinnen.',
    "region": 'Voor welke regio is de kaart "{name}"? Als ondertitel staat er {words}.',
    "academy": 'Welke academie beheert de kaart "{name}"? Als ondertitel staat er {words}.',
    "no_lines": 'Welke lijnen horen bij de kaart "{name}"? Op de kaart staat er geen een.',
    "differs": 'De kaart "{name}" staat al in de catalogus, met andere lijnen: {there}. Welke is goed?',
}
TEXTS = {
    "long": 'De beschrijving van "{name}" heeft {length} tekens. Kun je haar korter maken dan 600 tekens?',
    "several": 'Bij "{name}" staan in de kaart verschillende beschrijvingen. Dit is een andere: "{other}". '
    "Welke is goed?",
    "date": 'Bij "{name}" staat in de kaart deze datum: "{date}". Welke regel voor datums hoort daarbij, '
    "bijvoorbeeld elke 2 weken op dinsdag van 13:00 tot 17:00? Noem ook de plek, het aantal deelnemers "
    "en de kosten.",
    "placeholder": 'Het station "{name}" heeft nog geen eigen naam. Hoe heet het?',
}


def ask(where: str, template: str, **values: object) -> OpenQuestion:
    """A question with its values filled in, on one line."""
    shown = {key: clean(str(value)) for key, value in values.items()}
    return OpenQuestion(where, template.format(**shown))
