"""All reminders on or off at once: "geen herinneringen meer", "zet herinneringen aan", "herinner me"."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.linking.reminding.moments import ALL
from knowledge.linking.reminding.text import Clause, says_no
from knowledge.linking.sentence import bounded

NOUN = (
    r"(?:herinnering\w*|reminders?|bericht(?:en|je|jes)?|melding(?:en)?|notificaties?|seintjes?"
    r"|appjes?|piepjes?|sms ?jes|pushberichten|waarschuwing(?:en)?|mails|mailtjes|spam|gezeur|gepiep|alarmpjes?)"
)
OFF = bounded(
    rf"geen (?:\S+ )?{NOUN}(?: .*)?|{NOUN} (?:\S+ ){{0,4}}?(?:uit|uitzetten|uitschakelen|stopzetten|afzetten|weg)"
    rf"|{NOUN} (?:\S+ ){{0,4}}?(?:hoeft|hoeven|wil|moet)(?: \S+){{0,3}}? niet(?: .*)?"
    rf"|{NOUN} (?:\S+ ){{0,3}}?niet (?:meer|nodig)(?: .*)?"
    rf"|(?:hoef|hoeven|wil|willen) (?:\S+ ){{0,3}}?{NOUN} (?:\S+ ){{0,2}}?niet(?: .*)?"
    rf"|(?:zet|zetten|schakel|doe) (?:\S+ ){{0,4}}?{NOUN} (?:\S+ ){{0,3}}?(?:uit|af|stop)"
    rf"|(?:zet|doe) (?:(?:ze|alles|het|maar|allemaal|dat|die) )*(?:uit|af)"
    rf"|(?:stop|stoppen|kap|hou|houd|ophouden) (?:\S+ ){{0,3}}?(?:{NOUN}|herinneren|sturen|appen|mailen|zeuren)"
    r"|(?:hoef\w*|wil|moet|mag) (?:\S+ ){0,3}?(?:niet|nooit) (?:\S+ ){0,3}?(?:herinner\w*|waarschuwen|gewaarschuwd)"
    r"|(?:herinner|stuur|app|bericht|waarschuw) (?:\S+ ){0,3}?(?:niet|nooit|niks|niets)(?: meer)?"
    r"|niet (?:meer |langer )?(?:herinneren|herinnerd|storen|lastigvallen|appen|zeuren)"
    r"|(?:laat|laten) (?:\S+ ){0,3}?met rust"
    r"|met rust laten"
)
ON = bounded(
    rf"{NOUN} (?:\S+ ){{0,3}}?(?:aan|aanzetten|inschakelen|activeren)"
    rf"|(?:zet|doe) (?:\S+ ){{0,4}}?{NOUN} (?:\S+ ){{0,2}}?aan"
    rf"|(?:zet|doe) (?:(?:ze|alles|het|maar|weer|allemaal|dat|die) )*aan"
    rf"|{NOUN} (?:mogen|mag) (?:\S+ ){{0,2}}?(?:weer|wel|aan)"
    rf"|(?:wel )?weer (?:\S+ )?{NOUN}(?: .*)?|alles aan"
)
ASKS_FOR = bounded(
    rf"herinner (?:me|mij|ons)(?: .*)?|(?:stuur|geef) (?:\S+ ){{0,6}}?{NOUN}(?: .*)?"
    rf"|{NOUN} (?:\S+ ){{0,3}}?(?:graag|aub|alsjeblieft)"
    rf"|graag (?:\S+ ){{0,3}}?{NOUN}(?: .*)?|(?:waarschuw|verwittig) (?:me|mij)(?: .*)?"
    rf"|(?:wil|zou|kun|kunt|kan|mag) (?:\S+ ){{0,6}}?(?:{NOUN}|herinneren|herinnerd|verwittigd|gewaarschuwd)(?: .*)?"
)
A_WHILE = bounded(
    r"(?<!'s )(?<!s )morgen|vandaag|vanavond|\S*vakantie\w*|bouwvak|(?:deze|volgende|komende|die) (?:week|maand)"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|tot en met|zolang|als .*"
)
"""A time or a case that no wish can be tied to: then it is not all of them that is meant."""


def switched(clauses: Iterable[Clause]) -> bool | None:
    """Whether clauses that say nothing finer put all on (True) or off; the last one counts."""
    said = [found for one in clauses if (found := _switched(one.plain)) is not None]
    return said[-1] if said else None


def asks_for_any(clauses: Iterable[Clause]) -> bool:
    """Whether somebody just wants to be reminded, without saying when."""
    return any(
        ASKS_FOR.search(one.plain) and not says_no(one.plain) and not A_WHILE.search(one.plain) for one in clauses
    )


def _switched(plain: str) -> bool | None:
    if A_WHILE.search(plain):
        return None
    if OFF.search(plain):
        return False
    return True if (ON.search(plain) and not says_no(plain)) or ALL.fullmatch(plain) else None
