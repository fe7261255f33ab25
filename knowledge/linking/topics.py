"""Finds what somebody wants to learn that the catalogue has no word for ("iets met breien")."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.lang.nl.stop_words import STOP_WORDS

from knowledge.linking.mention import Found
from knowledge.linking.overlap import covered
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.words import listed

BEFORE = bounded(
    r"(?:iets|wat|meer) (?:leren |doen |weten |bijleren |gaan doen )?(?:met|over|rond|rondom)"
    r"|(?<!de )(?<!die )(?<!deze )(?<!welke )(?<!mijn )(?<!elke )"
    r"(?:(?:cursus|cursussen|training|opleiding|workshop|cursusje|bijscholing)(?: (?:in|over|rond|van|met))?"
    r"|(?:les|lessen) (?:in|over|rond))"
    r"|(?:weten|verdiepen|interesse|geinteresseerd|bijscholen|bekwamen) (?:over|in|van|hoe je)"
    r"|(?:leren|bijleren|leer)(?: (?:over|in|met|van|hoe je))?"
)
LEARN = bounded(r"leren|bijleren")
COURSE = bounded(r"cursus|cursusje|training|opleiding|workshop|lessen")
CAN_BEGIN = frozenset(".,;:!?()") | listed("een 'n nen ne die voor naar met op of en ook")
"""Before a topic that stands before "cursus": "een hydrauliek cursus"."""

GLUED = ("cursusje", "cursus", "opleiding", "workshop")
NOT_GLUED = listed("voor avond dag basis bedrijfs school mini snuffel proef verdiepings herhalings beginners")
MOST_WORDS = 3
BETWEEN = 3
"""Words that may stand between a topic and the name it goes with ("programmeren op een cobot")."""

NAMED = ("skill", "known_skill", "line", "module", "transition")

SKIPPED = listed(
    """een de het mijn m'n wat meer nog korte kort nieuwe goede goeie beetje alles die dat deze zo'n echte leuke
    iets basis ook eens al graag wel gewoon"""
)
STOPPERS = STOP_WORDS | listed(
    """leren leer volgen doen gaan ga zoeken zoek vinden vind willen wilt geven krijgen krijg maken hebben weten
    werken werk vandaag morgen week weken uur uurtje maand dag jaar nieuws nieuw nieuwe leuk leuks graag kunnen
    online aanraden aanbieden starten beginnen begin programma cursus cursussen opleiding opleidingen training
    trainingen workshop lessen les module modules station stations lijn lijnen metrolijn metrolijnen academie kost
    kosten duurt past passen snel langzaam gratis certificaat diploma datum plek plaats bedrijf baas collega
    collega's mensen iemand anders ander dingen ding zaken praktisch handig interessant aub alsjeblieft bedankt zie
    liefst liever hooguit ongeveer ergens nergens beste goed goede beter bezig klaar start zeg help kom komen
    bestaat bestaan gedaan gehad gevolgd aanmelden inschrijven inschrijf meld schrijf stop annuleren afmelden
    hetzelfde leven school thuis nodig ervan erover ermee techniek vak aandacht pakket naast hand handen vrije
    slim slimmer handiger kijken snappen begrijpen zeggen laten lezen spreken zien horen tegenwoordig
    leraar docent fouten ervaring praktijk boeken anderen elkaar kies kiezen aanbod digitaal digitaals machine
    machines zoal hoeveel per smart makers academy gemeente vorige verwacht erkend doorgaat zet kan ofzo enzo"""
)
BRIDGES = (STOP_WORDS - {"en", "of", "maar", "wil", "ook"}) | {"leren"}
NO_TOPIC = ("waar", "daar", "hier", "overal")
"""Beginnings of words that only point ("waardoor")."""


def find_topics(sentence: Sentence, found: Collection[Found], phrases: Collection[Found]) -> list[Found]:
    """The words after "iets met", "cursus", "leren over" and before "leren" that link to nothing."""
    taken = covered([*found, *phrases])
    topics: dict[int, Found] = {}
    for _, _, last in sentence.scan(BEFORE):
        _keep(topics, _onward(sentence, last, taken), sentence)
    for _, first, _ in sentence.scan(LEARN):
        _keep(topics, _back(sentence, first, taken), sentence)
    for _, first, _ in sentence.scan(COURSE):
        _keep(topics, _just_before(sentence, first, taken), sentence)
    for at, word in enumerate(sentence.words):
        ending = next((ending for ending in GLUED if word.norm.endswith(ending)), "")
        topic = word.norm.removesuffix(ending)
        if ending and len(topic) > 3 and at not in taken and topic not in NOT_GLUED:
            topics.setdefault(at, Found("unknown_topic", topic, at, at + 1))
    names = covered(one for one in found if one.kind in NAMED)
    return [topic for topic in _apart(topics) if not _goes_with(topic, names, sentence)]


def _keep(topics: dict[int, Found], span: tuple[int, int], sentence: Sentence) -> None:
    first, last = span
    if first < last:
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        topics.setdefault(first, Found("unknown_topic", sentence.text[start:end], first, last))


def _onward(sentence: Sentence, at: int, taken: Collection[int]) -> tuple[int, int]:
    words = sentence.words
    while at < len(words) and words[at].norm in SKIPPED and at not in taken:
        at += 1
    last = at
    while last < len(words) and last - at < MOST_WORDS and _is_topic(sentence, last, taken):
        last += 1
    return at, last


def _back(sentence: Sentence, at: int, taken: Collection[int]) -> tuple[int, int]:
    """ "Iets plezants leren" names nothing: after "iets" stands how it should be."""
    first = at
    while first and at - first < MOST_WORDS and _is_topic(sentence, first - 1, taken):
        first -= 1
    how = first == at - 1 and sentence.words[first].norm.endswith("s") and first > 0
    return (at, at) if how and sentence.words[first - 1].norm in ("iets", "wat", "niets", "veel") else (first, at)


def _just_before(sentence: Sentence, at: int, taken: Collection[int]) -> tuple[int, int]:
    """One noun at the beginning of something said; a word on -e tells how the course should be."""
    words = sentence.words
    begins = at == 1 or (at > 1 and words[at - 2].norm in CAN_BEGIN)
    noun = begins and len(words[at - 1].norm) > 4 and not words[at - 1].norm.endswith("e")
    return (at - 1, at) if noun and _is_topic(sentence, at - 1, taken) else (at, at)


def _is_topic(sentence: Sentence, at: int, taken: Collection[int]) -> bool:
    word = sentence.words[at].norm
    if at in taken or word in STOPPERS or word.startswith(NO_TOPIC):
        return False
    return len(word) > 2 and word.isalpha()


def _goes_with(topic: Found, names: Collection[int], sentence: Sentence) -> bool:
    """A name stands close after it ("programmeren op een cobot") or before ("een cobot leren programmeren")."""
    words = sentence.words
    onward = range(topic.last, min(topic.last + BETWEEN + 1, len(words)))
    back = range(topic.first - 1, max(topic.first - BETWEEN - 2, -1), -1)
    return any(_leads_to(names, [(at, words[at].norm) for at in way]) for way in (onward, back))


def _leads_to(names: Collection[int], way: list[tuple[int, str]]) -> bool:
    for at, norm in way:
        if at in names:
            return True
        if norm not in BRIDGES:
            return False
    return False


def _apart(topics: dict[int, Found]) -> Iterator[Found]:
    after = 0
    for first in sorted(topics):
        if first >= after:
            yield topics[first]
            after = topics[first].last
