"""What a few words mean as the answer to a message of the navigator: yes, no, another date, or how it was."""

from __future__ import annotations

import re

from actions.moving import OTHER_DATE

DAY = r"(maan|dins|woens|donder|vrij|zater|zon)dag"
CANNOT = re.compile(
    r"\b(kan|kom|komt|ga|haal|red|lukt|lukken|past)( \w+){0,3}? nie?t?\b"
    rf"(?=\W*$|\s*[.,;!:(-]| (meer(?! wachten)|uit|komen|lukken|gaan|mee|die|dan|deze|want|omdat|door"
    rf"|vandaag|morgen|overmorgen|{DAY}|op {DAY}"
    r"|op die|om die|helaas|bij|aanwezig|halen|redden|worden|er|ik|ben|heb|vanwege|wegens)\b)"
    r"|\b(ziek|griep|verhinderd|geveld)\b|\b(op|met) vakantie\b|\b(dan|die dag) (al )?(vakantie|vrij|weg)\b"
    r"|\bgaat (\w+ ){0,2}niet (meer )?(lukken|worden)\b"
    r"|\b(ben|zal) (ik )?er (dan |die dag |helaas |toch )*niet\b(?! geweest)"
    r"|\bgeen tijd\b|\bmoet (dan |die dag |toch )*werken\b",
    re.IGNORECASE,
)
"""Somebody who cannot come. "Ik kan niet lassen" and "kan niet wachten" say something else."""

AWAY = re.compile(
    r"\bafzeg\w*|\bafmeld\w*|\bafgemeld\b|\bzeg (ik |het |hem |'m )?(maar )?af\b|\bmeld (me|mij|mezelf)( \w+){0,2} af\b"
    r"|\bschrijf (me|mij)( \w+)? uit\b|\bannul\w+",
    re.IGNORECASE,
)
COMES = re.compile(
    r"\bik (kom|ben er|ben erbij|ben van de partij|doe mee|zal er zijn)\b(?!( \w+){0,2} (niet|nie|van|uit)\b)"
    r"|\bik ga (er )?(gewoon|wel|zeker|graag|mee|verder|naartoe|heen|door)\b(?!( \w+){0,2} nie?t?\b)"
    r"|\btot (dan|straks|zo|morgen)\b|\b(dat|het) past\W*$"
    r"|\b(lukt|past|red ik|gaat) (?!nie?t? )(\w+ )?(wel|gewoon|prima|goed|lukken|me|mij)\b(?!( \w+){0,1} nie?t?\b)"
    r"|\bkom(t)? (goed|zeker)\b",
    re.IGNORECASE,
)
MAYBE = re.compile(
    r"\b(misschien|weet (het )?(nog )?niet|twijfel\w*|als ik|stel dat|of ik|mogelijk|wellicht|waarschijnlijk"
    r"|denk (dat )?ik|eventueel|mocht)\b",
    re.IGNORECASE,
)
"""Not sure: nothing is done with it."""

OTHERS = re.compile(r"\b(collega\w*|baas|chef|hij|zij|vriend\w*|man|vrouw|trainer|docent)\b", re.IGNORECASE)
ONESELF = re.compile(r"\b(ik|me|mij)\b", re.IGNORECASE)
BEFORE = r"^\W*((nou|eh+|uh+|ah|oh?|hm+|tja|sorry|hoi|hallo|hey)\b\W*)*"
YES = re.compile(
    BEFORE
    + r"(ja+|jazeker|jawel|jep|yep|yes|ok|oke|oké|graag(?! gedaan)|prima|zeker|tuurlijk|natuurlijk|doe maar|is goed"
    r"|goed|top|akkoord|mooi|fijn|geef maar(?! (\w+ )?(aan|door))|(die |hem )?neem ik"
    r"|ik (neem|wil) (hem|'m|die|de|deze)( plek)?|lijkt me (goed|leuk))\b"
    r"(?! (niet|maar niet))",
    re.IGNORECASE,
)
NO = re.compile(
    BEFORE + r"(nee+|neen|nah|nope|laat (het )?maar|liever niet|toch (maar )?niet|hoeft niet|doe maar niet"
    r"|geen (zin|interesse|tijd|behoefte)|ik sla over|sla maar over)\b"
    r"|\baan (een |iemand |de )?(ander|anders|volgende)\b|\bzie (het|dat) niet zitten\b",
    re.IGNORECASE,
)
ALL_THE_SAME = re.compile(r"\b(prima|is goed|geen probleem|gewoon|wel)\b", re.IGNORECASE)
"""With one of these a "nee hoor" is no clear no."""

QUESTION = re.compile(
    r"\?|^\W*(en |maar |ok[eé]? |ja |nou )*(wat|waar|wanneer|hoe|hoeveel|hoelang|welke?|waarom|wie|is er|is het|zijn er"
    r"|mag|kost|duurt|moet (ik|je|dat|er|het|men)|kan ik(?!.*\bniet\b)|kun je)\b",
    re.IGNORECASE,
)
THUMBS = ("👍", "👌", "✅")
MOST_WORDS = 8
"""Of a bare yes or no; who says more says something else too."""

ABSENT = re.compile(
    r"\bnie?t? (\w+ )?(geweest|gegaan|gekomen|aanwezig)\b|\b(was|ben|kon) (ik )?er (\w+ )?nie?t?\b|\bgemist\b"
    r"|\b(kon|heb) (\w+ ){0,2}nie?t? (komen|gaan|kunnen)\b|\bkon (helaas |toch )?niet\W*$|\bwas (\w+ )?ziek\b",
    re.IGNORECASE,
)
COULD_BE_BETTER = re.compile(
    r"\b(viel|vond ik)( \w+){0,2} tegen\b|\btegengevallen\b|\bkon beter\b"
    r"|\b(saai|slecht|matig|waardeloos|rommelig|mwah?|teleur\w*)\b|\bweinig (aan|geleerd)\b"
    r"|\bniet (zo |echt |heel |erg |bijzonder )*(leuk|goed|nuttig|interessant|fijn|top|handig|duidelijk|veel|wat ik)\b"
    r"|\bte (moeilijk|makkelijk|lang|kort|snel|druk|theoretisch|simpel)\b|\bmeer (van )?verwacht\b",
    re.IGNORECASE,
)
GOOD = re.compile(
    r"\b(leuke?|aardige?|goede?|top|super|prima|interessante?|leerzame?|geweldige?|mooie?|fijne?|nuttige?|tof|gaaf|handige?"
    r"|uitstekende?|gezellige?|duidelijke?|genoten|veel geleerd|aanrader|perfect|viel( \w+)? mee)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(klaar|afgerond|(?<!graag )gedaan|helemaal af|is af|heb (het|hem|'m) af|voltooid|doorlopen)\b", re.IGNORECASE
)


def is_unsure(text: str) -> bool:
    """Whether somebody isn't sure, or speaks of somebody else."""
    return bool(MAYBE.search(text)) or bool(OTHERS.search(text) and not ONESELF.search(text))


def cannot(text: str) -> bool:
    return bool(CANNOT.search(text)) and not comes(text)


def comes(text: str) -> bool:
    return bool(COMES.search(text))


def wants_another(text: str) -> bool:
    return bool(OTHER_DATE.search(text))


def yes(text: str, intent: str) -> bool:
    """A bare yes."""
    short = len(text.split()) <= MOST_WORDS and not QUESTION.search(text)
    agrees = intent == "affirm" or text.strip().startswith(THUMBS) or bool(YES.search(text))
    return short and agrees and not NO.search(text)


def no(text: str, intent: str) -> bool:
    """A bare no."""
    short = len(text.split()) <= MOST_WORDS and not QUESTION.search(text)
    return short and (intent == "deny" or bool(NO.search(text))) and not ALL_THE_SAME.search(text)


def rating_in(text: str, intent: str) -> str | None:
    """How it was: ``absent``, ``could_be_better`` or ``good``; empty for another opinion, None for none."""
    if QUESTION.search(text):
        return None
    for rating, words in (("absent", ABSENT), ("could_be_better", COULD_BE_BETTER), ("good", GOOD)):
        if words.search(text):
            return rating
    return "" if intent == "give_feedback" else None
