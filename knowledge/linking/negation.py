"""What somebody rules out: "geen online", "niet op maandag", "zaterdag kan niet", "liever X dan Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.words import listed

BEGINS = bounded(
    r"geen|niet|nie|ni|nooit|zonder|behalve|niks|niets|noch|neen? geen|in plaats van|ipv|i \. p \. v \.|vergeet|haat"
    r"|heb een hekel aan|hekel aan|hou niet van|uitgezonderd|allesbehalve|niemand|buiten de|in slaap van|liever geen"
    r"|hoeft geen"
    r"|hoef geen|kom (?:me |mij )?niet af met"
    r"|(?:ik zei|zei ik)(?= [^.;]* maar )|(?:haal|laat|doe)(?= [^.;]*(?: weg| eraf| vallen)(?: |$))|schrap|verwijder"
    r"|(?:dacht|dachten|wilde|wou|had|hadden|keek|twijfelde|neigde) (?:ik |we |wij )?(?:eerst|eerder|aanvankelijk"
    r"|eigenlijk"
    r"|in het begin)(?= [^.;]* maar )"
)
SAYS_NOTHING = bounded(
    r"(?:maakt|maak) (?:me |mij |het |'t |dat |ook |helemaal |echt )*(?:niet|niks|niets) uit"
    r"|weet (?:ik |het |nog |dat |eigenlijk |echt )*niet"
    r"|niet alleen(?= .* ook)|niet (?:te |al te |zo |heel )?(?:ver|duur|moeilijk|lang|laat|vroeg|veel)"
    r"|(?:niet|nooit) (?:meer|langer|later|eerder|vroeger|verder|minder) dan|niet zo'n|niet zoveel"
    r"|(?:geen|weinig) (?:enkele? |echte? |goed )?(?:probleem|idee|punt|voorkeur|bezwaar|moeite|ervaring|verstand"
    r"|kennis"
    r"|zorgen|haast|last|hekel)"
    r"|waarom niet|niet erg|(?:niks|niets|niet) (?:op )?tegen|of niet|niet zeker|niet verkeerd"
    r"|(?:toch|of|zo) niet waar|niet (?:weten|snappen|begrijpen)|kan niet wachten|nog nooit"
    r"|(?:snap|begrijp|versta) (?:ik |het |er |je |u )*(?:niet|niks)"
)
ENDS = frozenset(".,;:!?()") | listed(
    "maar wel liever liefst graag want omdat dus doch juist gewoon mag echter alleen enkel hooguit doe wil zoek"
    " zeg bedoel"
)
RATHER = bounded(
    r"(?:leer|leren|onthoud|snap|heb|steek) (?:ik |er |het )*(?:veel )?(?:meer|beter) (?:op |aan )?dan(?= (?:van|uit"
    r"|met|in|achter|op) )"
    r"|(?:liever|eerder|meer|beter) (?:[^.,;!?]* )?(?<!meer )(?<!eerder )(?<!liever )(?<!beter )dan(?= \S)"
)
CANNOT = bounded(
    r"(?:kan|kunnen|lukt|lukken|gaat|gaan|past|passen|hoeft|hoef|hoeven|wil|schikt|komt|komen|mag|red|zie|werkt|doe)"
    r"(?: (?!en |maar |wel |of )[a-z']+){0,4}? (?:niet|nie|ni|nooit|geen|niks)"
    r"(?: (?!op |in |bij |naar )[a-z']+){0,2}?"
    r"(?= [.,;:!?]| maar | want | dus | en | ik (?:zeg|bedoel|wil|kan|kies|doe) |$)"
)
NOT_FOR_ME = bounded(
    r"(?:is|zijn|lijkt|lijkt me|vind ik|vind ik echt|wordt) (?:echt |helemaal |gewoon |ook )*(?:niks|niets|niet) "
    r"(?:voor mij|voor me|mijn ding|m'n ding|aan mij besteed|leuk|fijn|prettig|mijn stijl|handig|nodig)"
    r"|(?:vind|vond|leer|heb|krijg|onthoud|begrijp|word) (?:ik |me |mij |er |daar |daarvan |echt |dus |gewoon )*"
    r"(?:niks|niets|niet veel|weinig|vreselijk|verschrikkelijk|saai|gek|knettergek|zenuwachtig|drie keer niks)"
    r"(?: aan| van| uit| bij| mee)?(?= [.,;:!?]| maar | want | dus | en |$)"
    r"|(?:val|vallen|viel) (?:ik |me )*in slaap"
    r"|(?:is|zijn|werkt|werken) (?:echt |gewoon |bij mij |voor mij |voor me )*(?:saai|een ramp|waardeloos|vreselijk"
    r"|drama"
    r"|tijdverlies|tijdverspilling|ellende|uitgesloten|niet mogelijk|onmogelijk|heilig|bezet|vol|niet te doen"
    r"|geen optie)"
    r"|(?:valt|vallen|valt er|valt dus) af|(?:zit|zitten) (?:al |helemaal |altijd )?vol|(?:hebben|heb) afgedaan"
    r"|(?:hangt|hangen|komt|komen) (?:me |mij )?(?:de|mijn|m'n) (?:keel|strot|neus|oren)(?: uit)?"
    r"|(?:\?|:|,|\.|;) (?:nee|neen|nou nee|nah|liever niet|hoeft niet|niks voor mij|niet nodig)"
    r"(?: (?:bedankt|dank je|dank je wel|dankjewel|merci|hoor|joh|zeg|dank u|laat maar|hoor nee))?(?= [.,;:!?]"
    r"| liever| doe| maar|$)"
    r"|(?:,|dus|en) (?:dus )?(?:dan|daar|die) (?:kan ik |lukt |gaat het |dus |even |echt )*niet(?= [.,;:!?]|$)"
)
TOO_FAR = bounded(
    r"(?:(?:\? )*(?:is|ligt|vind ik|vinden we|lijkt me|das|da's|dat is|dat ligt) )?(?:me |mij |voor mij |voor me |echt "
    r"|toch |wel |net |gewoon |ook |allemaal |veel |een beetje |wat )*(?:te ver|veels te ver|niet te doen)(?! \?)"
    r"|(?:[?,.] )*(?:is|das|da's|dat is) (?:(?!half |maar )[^\s.,;!?]+ )*(?:uur|uren|eind|eindje) (?:rijden|reizen"
    r"|treinen|onderweg|met de auto|met de trein|met het ov|weg|van huis)"
)
DOUBTED = bounded(r"\?(?: [?!])+")
"""After a place: it was asked, or somebody wonders at it."""

RATHER_NOT = bounded(
    r"(?:(?:liever|echt|zeker|absoluut|helemaal|toch|eigenlijk|beter|dus) )?(?:niet|nie|ni|nooit)"
    r"(?= [.,;:!?]| maar| want| dus|$)"
)
BACK_TO = frozenset(".,;:!?()") | listed("maar wel want dus omdat liever")
OTHER_SENSE = listed("snap begrijp ken weet versta lukt")
NO_WISH = listed("ben is heb zit werk wordt hebben was ga")


def ruled_out(sentence: Sentence, found: Iterable[Found], kinds: Iterable[str]) -> list[Found]:
    """The same finds, with ``negated`` turned for those of ``kinds`` that stand in what is ruled out."""
    scope = _scope(sentence)
    turned = frozenset(kinds)
    found = list(found)
    scope |= _too_far(sentence, [one for one in found if one.kind == "place"])
    return [
        replace(one, negated=not one.negated) if one.kind in turned and one.first in scope else one for one in found
    ]


def _scope(sentence: Sentence) -> set[int]:
    idle = {at for _, first, last in sentence.scan(SAYS_NOTHING) for at in range(first, last)}
    scope: set[int] = set()
    for pattern in (BEGINS, RATHER):
        for _, first, last in sentence.scan(pattern):
            if first not in idle or pattern is RATHER:
                scope |= _onward(sentence, last, scope)
    for pattern in (CANNOT, NOT_FOR_ME):
        for _, first, last in sentence.scan(pattern):
            if not idle & set(range(first, last)):
                scope |= _back(sentence, first)
    for _, first, last in sentence.scan(RATHER_NOT):
        if last - 1 not in idle:
            scope |= _just_before(sentence, first)
    return scope


def _too_far(sentence: Sentence, places: list[Found]) -> set[int]:
    """ "Zwolle is te ver", "Dordrecht?? das een uur rijden", and "Dordrecht?? doe Zwolle" when another follows."""
    far = {first for _, first, _ in sentence.scan(TOO_FAR)}
    doubted = {first: last for _, first, last in sentence.scan(DOUBTED)}
    out: set[int] = set()
    for one in places:
        after = doubted.get(one.last, one.last)
        follows = one.last in doubted and any(other.first >= after and other.value != one.value for other in places)
        if follows or {one.last, after} & far:
            out.add(one.first)
    return out


def _onward(sentence: Sentence, at: int, known: set[int]) -> set[int]:
    """From here to a sign or a word that turns ("maar", "wel"), or to what is ruled out already."""
    found: set[int] = set()
    words = sentence.words
    while at < len(words) and at not in known and not _new_line(sentence, at):
        norm = words[at].norm
        if norm in ENDS and not (norm == "alleen" and not found):
            break
        found.add(at)
        at += 1
    return found


def _back(sentence: Sentence, at: int) -> set[int]:
    """From a verb back to where its part of the sentence began, at most to an earlier such verb."""
    found: set[int] = set()
    while at and sentence.words[at - 1].norm not in BACK_TO and not _new_line(sentence, at):
        at -= 1
        if re.fullmatch("kan|kunnen|lukt|gaat|past", sentence.words[at].norm):
            break
        found.add(at)
    return found


def _just_before(sentence: Sentence, at: int) -> set[int]:
    """ "Online liever niet": the words before, unless their verb has another sense ("snap ik niet")."""
    found = _back(sentence, at)
    said = {sentence.words[word].norm for word in found}
    return set() if said & (OTHER_SENSE | NO_WISH) else found


def _new_line(sentence: Sentence, at: int) -> bool:
    return at > 0 and "\n" in sentence.text[sentence.words[at - 1].end : sentence.words[at].start]
