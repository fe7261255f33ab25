"""The words by which names are told from talk."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    """
    van de der den het 't ter ten te op in la le el al von du da di dos bin ibn ben abu st vande
    vander
    """
)
"""Words inside a name that are no name by themselves."""

_PERSONS = _words(
    """
    ik je jij u ge gij we wij ze zij hij mij me mijn mn m'n men jouw jullie ons onze uw dat dit die
    deze daar er
    """
)
_QUESTIONS = _words(
    """
    wat wie waar waarom hoe wanneer welke welk hoeveel waarvoor hoezo
    """
)
_ANSWERS = _words(
    """
    ja jawel jep yes nee neen nope no ok oke oké okay prima goed akkoord klopt juist niet niets niks
    geen nooit misschien liever graag hoor alsjeblieft alstublieft aub svp dank dankje bedankt
    dankjewel merci hallo hoi hey dag doei sorry stop stoppen annuleer annuleren opnieuw terug help
    verder volgende idee voorkeur maakt uit
    """
)
_SMALL = _words(
    """
    en of maar want dus dan toch nog ook al om voor na naar bij met zonder over uit tot tegen als nu
    later even ff eerst straks morgen vandaag gisteren iets iemand anders allemaal alles beter
    eigenlijk gewoon voluit officieel nogmaals zo hier wel een
    snel vlug moeilijk lastig moment momentje groeten
    eerste tweede derde vierde laatste te trouwens namelijk vanuit sinds omdat zoals echt heel erg
    """
)
_VERBS = _words(
    """
    is ben bent zijn was heb hebt heeft hebben had wil wilt willen wou kan kun kunt kunnen mag mogen
    moet moeten zal zou ga gaat gaan doe doet doen laat toon geef geeft geven stuur sturen schrijf
    schrijft schrijven zeg zegt zeggen vertel weet weten vind vinden kost kosten duurt begin
    beginnen wis wissen vergeet wijzig wijzigen verander veranderen verwijder verwijderen bewaar
    bewaren deel delen opslaan gebruiken nodig hoeft werk werkt werken werkzaam leer leren volg
    volgen zoek zoeken kijk kijken snap begrijp heet noem kom komt wacht meld bel mail mailen
    twijfel twijfelen overleggen nadenken beslissen overslaan
    inschrijven uitschrijven afmelden aanmelden geboren woon woont gevestigd
    """
)
_THINGS = _words(
    """
    naam voornaam achternaam e-mail email mailadres adres nummer telefoon telefoonnummer gegevens
    privacy cursus module modules lijn lijnen metrolijn kaart metrokaart station stations
    inschrijving inschrijvingen pad ontwikkelpad datum datums data prijs certificaat badge diploma
    mens mensen persoon personen man mannen vrouwen jongens meiden gasten ploeg ploegen team teams groep
    rest personeel medewerker medewerkers werknemer werknemers monteurs lassers operators
    robot baas chef collega collega's collegas bedrijf firma fabriek afdeling zaak uur uren week maand
    jaar online locatie skills skillspaspoort maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag weekend avond avonds ochtend ochtends middag middags
    """
)
_TRADES = _words(
    """
    lasser monteur onderhoudsmonteur elektromonteur operator verspaner frezer draaier bankwerker
    teamleider werkvoorbereider ontwerper directeur manager hr engineer planner leerling stagiair
    """
)

NOT_NAMES = _PERSONS | _QUESTIONS | _ANSWERS | _SMALL | _VERBS | _THINGS | _TRADES
"""Words that tell an answer, a question or a fact from a name."""

ALSO_NAMES = _words("ben wil bent dag mark roos")
"""Words of talk that are first names too, when they come first and more follows."""
