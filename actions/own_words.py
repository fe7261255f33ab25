"""What a message says of somebody's own case or learning question: the words themselves, apart from the wish."""

from __future__ import annotations

import re

from knowledge.linking.words import listed
from knowledge.seat.sharing import Brought

Told = tuple[Brought, str]

QUESTION_IS = re.compile(
    r"\b(?:leervraag|eigen vraag)\s*(?::|is|wordt|luidt|gaat over)[\s:,]*(?:(?:nu|dan|dus|eigenlijk)\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
CASE_IS = re.compile(
    r"\b(?:case|casus|klus|opdracht|werkstuk|vraagstuk|praktijkgeval|project)\s*(?::|is|wordt|gaat over)[\s:,]*+"
    r"(?!geheim|vertrouwelijk|klaar|nog)"
    r"(?:(?:nu|dan|dus|eigenlijk)\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
FINDS_OUT = re.compile(
    r"\b(?:uitzoeken|te weten komen|zoek(?:en)? uit|leren|weten)\s+((?:hoe|waarom|waardoor|of|wat|welke?|wanneer)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
ASKS_ABOUT_IT = re.compile(
    r"^\W*(en |maar |dus |hoi |hallo )*(moet|mag|kan|kun|kunnen|waar|wat voor|wat is|hoe dien|hoe geef"
    r"|hoe kan ik een|hoe (concreet|groot|lang|veel)|is het|is er|can i|krijg\w*|welke|wie|wanneer)\b",
    re.IGNORECASE,
)
BEGINS_TO_ASK = re.compile(r"\W*(hoe|waarom|waardoor)\b", re.IGNORECASE)
ASKED_IN_WORDS = re.compile(
    r"^\W*(hoe|waarom|waardoor|welke?|wat|wanneer|of|kan|kun)\b|\b(leren|weten|uitzoeken)\b", re.IGNORECASE
)
ANNOUNCES = frozenset(
    listed(
        "ik wil wou zou willen graag liefst mijn m'n me mij ons onze eigen een de het 't iets van uit werk "
        "werkvloer bedrijf zaak case casus klus opdracht werkstuk probleem probleempje vraagstuk praktijk "
        "praktijkvoorbeeld voorbeeld leervraag vraag project geval inbrengen meenemen meebrengen meegeven "
        "indienen voorleggen gebruiken noteren werken werke oefenen aandragen kan kun kunnen mag moet dat die dit "
        "er aan met in op tijdens les cursus workshop station lijn daar daarmee als om te voor bij heb hebben "
        "kheb is we wij jullie u ff even ook dan nog en of maar dus echt echte hulp groep nemen naar waar kwijt "
        "neem geef breng zelf concreet concrete nieuwe andere ja nee hoi hallo zo mee "
    )
)
"""Words that only say that there is a case or a question."""

TELLS_FROM = 3
"""With so many other words it is told what it is about."""


def own_words(text: str) -> Told | None:
    """The case or the question that a message tells; None when it only says that there is one."""
    for what, pattern in ((Brought.LEARNING_QUESTION, QUESTION_IS), (Brought.OWN_CASE, CASE_IS)):
        if (found := pattern.search(text)) and _tells(found[1]):
            asks = BEGINS_TO_ASK.match(found[1])
            return Brought.LEARNING_QUESTION if asks else what, found[1].strip()
    if ASKS_ABOUT_IT.search(text):
        return None
    if found := FINDS_OUT.search(text):
        whole = _tells(text[: found.start()], TELLS_FROM)
        return Brought.LEARNING_QUESTION, (text if whole else found[1]).strip()
    return (Brought.OWN_CASE, text.strip()) if _tells(text, TELLS_FROM) else None


def answered_words(text: str) -> Told | None:
    """The same of an answer to the question what it is about; there everything counts but a word or two."""
    if told := own_words(text):
        return told
    if not _tells(text) and len(text.split()) < TELLS_FROM:
        return None
    asks = ASKED_IN_WORDS.search(text)
    return Brought.LEARNING_QUESTION if asks else Brought.OWN_CASE, text.strip()


def _tells(text: str, least: int = 1) -> bool:
    return len([word for word in re.findall(r"[\w'-]+", text.lower()) if word not in ANNOUNCES]) >= least
