"""By which way somebody wants to be told, whether in weekends, and whether about an e-learning that lies still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.linking.reminding.text import NO_MATTER, Clause, says_no
from knowledge.linking.sentence import bounded
from knowledge.telling.wishes import ReminderWishes, Way

_MAIL = r"(?:e )?(?:mailtje|mailtjes|mails|mailen|mail|mailbox)|email(?:tje|tjes|en|s)?"
_TELEGRAM = r"telegram|tg"
_SITE = r"(?:web ?)?site|browser|webpagina"
_HERE = (
    r"hier (?:in|op|via) (?:(?:de|het|deze|dit) )?(?:chat|gesprek|chatvenster|venster|scherm|app)"
    r"|(?:in|via|op) (?:(?:de|het|deze|dit) )?(?:chat|gesprek|chatvenster)|chat"
    r"|^hier$|(?<=stuur het )hier|(?<=stuur ze )hier|(?<=stuur alles )hier"
    r"|hier(?= (?:geen|niet|niks|niets|nooit) )|(?<=stuur me )hier|(?<=stuur mij )hier|(?<=app me )hier|(?<=stuur )hier"
    r"|(?<=maar )hier|(?<=gewoon )hier|(?<=graag )hier|(?<=liever )hier|hier graag|via hier|hierzo"
)
NO_WAY = bounded(
    r"mail ?adres\w*|(?:e )?mail (?:is|was|wordt|klopt)|(?:mijn |m'n )?(?:gegevens|bewijs|certificaat|overzicht|factuur"
    r"|bevestiging|kaart|lijn|pad|plan|badge|rooster)"
)
"""What is about an address, or about something else that can be mailed."""

TOO_MANY = bounded(rf"(?:ook|zowel|en) (?:(?:niet|geen|via|per|de|op|mijn) )*(?:{_MAIL}|{_TELEGRAM}|{_SITE})")
"""Beside another way; there is only one at a time."""

REMINDS = bounded(r"herinner\w*|bericht\w*|melding\w*|reminders?|seintje\w*")
_MESSAGES = (
    r"(?:herinner\w*|bericht\w*|melding\w*|reminders?|seintjes?|appjes?|notificaties?|mails|mailtjes?|iets|sturen|horen"
    r"|van je|van jullie|krijgen)"
)
NEVER = (
    r"(?:niet|geen|nooit|niks|niets|zonder|in plaats van|ipv|(?:hou|houd|kap) (?:maar )?op met|stop(?:pen)? met|genoeg)"
    rf"(?: (?:meer|via|per|met|op|de|mijn|m'n|in|een|over|langs|naar|door|als|die|al|hier|{_MESSAGES}))*"
)
NOT_AFTER = (
    r"(?: (?!en |maar |of |, )\S+){0,2}? (?:niet|nooit"
    rf"|(?:geen|niks|niets)(?: (?:meer|van je|van jullie|over|sturen|horen|krijgen|{_MESSAGES}))+"
    r"|(?:mag|mogen|kan|kunnen) (?:\S+ )?(?:uit|weg|stoppen|ophouden)"
    r"|(?:uit|uitzetten|afzetten))"
)

WEEKEND = bounded(r"(?:de |het |'t |t )?(?:weekend|weekenden|weekends|weekeinde|weekeinden|wkend|zaterdags?|zondags?)")
ONLY_WORKDAYS = bounded(
    r"(?:alleen|enkel|uitsluitend|slechts|liefst|liever|gewoon)(?: \S+){0,3}?"
    r" (?:doordeweeks\w*|door de weeks?|werkdagen|weekdagen"
    r"|maandag (?:t / m|tm|tot en met|tot|t m) vrijdag|ma (?:t / m|tm|tot en met|tot|-) vr(?:ij)?)"
    r"|(?:doordeweeks|door de weeks?|op werkdagen) (?:alleen|graag)"
)
FREE = bounded(r"rust|vrij|met rust|gezin|prive|offline|weekend is weekend")
AGREES = bounded(r"mag|mogen|kan|kunnen|wel|ook|weer|prima|goed|ok|oke|okee|okay|best")
ONLY = bounded(r"alleen|enkel|uitsluitend")

E_LEARNING = bounded(
    r"e ?learnings?|elearning(?:s|module)?|e ?learning ?modules?|zelfstudie|thuisstudie|online (?:cursus|module)"
)
PUSHES = bounded(r"duwtjes?|aansporing(?:en)?|aansporen|schop|achter de (?:broek|vodden)|opjagen|aanmoedig\w*|nudges?")
NAGS = bounded(r"laat maar|laat zitten|gezeur|gezanik|gedram|zeur|zeuren|uit|ophouden")
WANTS = bounded(
    r"kan|herinner\w*|stuur|graag|mag|mogen|wel|weer|porren?|por|help|geef|achter de (?:broek|vodden)|prik|duwtje"
)


def way_said(clause: Clause, wishes: ReminderWishes, here: Way, ways: Sequence[Way]) -> dict[str, Way | None]:
    """The way that is wanted. When one is only ruled out, the first of the other ``ways``, or the one that holds.

    Nobody who never chose is told by another way for what they say of mail: it is then about the messages themselves.
    """
    plain = clause.plain
    if (TOO_MANY.match(plain) and not WANTS.search(plain)) or (NO_WAY.search(plain) and not REMINDS.search(plain)):
        return {}
    patterns = {Way.EMAIL: _MAIL, Way.TELEGRAM: _TELEGRAM, Way.WEBSITE: _SITE}
    patterns[here] = f"{patterns[here]}|{_HERE}"
    wanted, unwanted = _sides(plain, patterns)
    if len(wanted) == 1:
        return {"way": wanted.pop()}
    if wanted or not unwanted:
        return {}
    if wishes.way is None and not unwanted & ({Way.TELEGRAM, here} - {Way.EMAIL}):
        return {}
    if wishes.way is not None and wishes.way not in unwanted:
        return {"way": wishes.way}
    other = next((way for way in ways if way not in unwanted), None)
    return {"way": other} if other or wishes.way else {}


def _sides(plain: str, patterns: Mapping[Way, str]) -> tuple[set[Way], set[Way]]:
    wanted: set[Way] = set()
    unwanted: set[Way] = set()
    for way, pattern in patterns.items():
        if not bounded(pattern).search(plain):
            continue
        no = rf"{NEVER} (?:{pattern})|laat (?:(?:die|dat|de) )?(?:{pattern})|(?:{pattern}){NOT_AFTER}"
        no += rf"|(?:liever|liefst|beter) (?:\S+ ){{0,5}}?dan (?:\S+ ){{0,3}}?(?:{pattern})"
        moved = rf"van (?:de |mijn )?(?:{pattern}) naar"
        (unwanted if bounded(f"{no}|{moved}").search(plain) else wanted).add(way)
    return wanted, unwanted


def weekend_said(clause: Clause) -> bool | None:
    """Whether messages in weekends are fine; None when it isn't about that, or asks what there isn't."""
    plain = NO_MATTER.sub("mag", clause.plain)
    if ONLY_WORKDAYS.search(plain):
        return False
    if not WEEKEND.search(plain):
        return None
    if clause.no or FREE.search(plain):
        return False
    return True if AGREES.search(plain) and not ONLY.search(plain) else None


def nudges_said(clause: Clause) -> bool | None:
    """Whether a word about an e-learning that lies still is welcome; None when it isn't about that."""
    plain = clause.plain
    if not E_LEARNING.search(plain) and not PUSHES.search(plain):
        return None
    if says_no(plain) or NAGS.search(plain):
        return False
    return True if WANTS.search(plain) else None
