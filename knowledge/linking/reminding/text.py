"""A text about reminders made ready: misspelled words put right, cut into clauses that each say yes or no."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.linking.dutch import dutch
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.words import Word, listed, words_of

MOST_WORDS = 200
SHORTEST, LONG = 5, 9
"""Letters from which one typing error is forgiven, and from which two are."""

WORDS = sorted(
    listed(
        "herinnering herinneringen herinner herinneren weekend weekenden bericht berichten berichtje melding meldingen "
        "telegram website nachtdienst nachtploeg dagdienst dagploeg vroegdienst laatdienst avonddienst vroege dienst "
        "diensten tevoren vantevoren vooraf ervoor elearning ochtend ochtends middag middags avond avonds savonds "
        "sochtends smorgens snachts smiddags doordeweeks reminder reminders seintje waarschuw uitzetten aanzetten "
        "werkdagen overdag liever alleen gezeur mailtje zaterdag zondag storen"
    )
)
SIGNS = frozenset(".,;:!?()-–")
TURNS = frozenset(("want", "omdat", "behalve", "terwijl", "anders"))
FILLED = listed("stuur zet doe app mail laat geef herinner hou houd stop bel meld graag mag")
"""Words after which "maar" turns nothing: "zet maar uit"."""

EN_TURNS = bounded(
    r"en (?:(?:dan )?(?:ook )?(?:niet|geen|wel|alleen|liever|pas|stuur|zet|herinner|app|mail|verder)|"
    r"(?!\d)(?:[a-z']+ ){1,5}?(?:mag|mogen|wel))(?: .*)?"
)
NO_MATTER = bounded(
    r"geen (?:probleem|bezwaar|punt)|niet (?:erg|alleen|zo erg)|(?:maakt|maken) (?:me |mij )?niet(?: zo veel)? uit"
)
"""What sounds like no and isn't."""

NO = bounded(
    r"niet|nie|geen|nooit|niks|niets|zonder|behalve|uitgezonderd|stop|stoppen|ophouden"
    r"|(?:hou|houd|kap) (?:\S+ )?(?:op|met)"
    r"|rust|rustig|stil|stille|stilte|slaap|slapen|storen? niet|verboden"
)
YES = bounded(
    r"wel|mag|mogen|kan|kun|kunnen|graag|prima|goed|ok|oke|okee|okay|alleen|enkel|liever|liefst|pas|stuur|sturen"
    r"|zet|herinner"
)
ASKS = bounded(
    r"(?:(?:hoi|hallo|hey|hee|en|maar|dus|o|oh|ja|nee|trouwens) )*"
    r"(?:wanneer|hoe|hoelaat|waarom|waar|wat(?! mij)|wie|welke?|hoeveel|krijg|krijgen|kreeg|sturen jullie|ontvang|is er"
    r"|heb ik|moet ik|kom ik|komt er|bestaat|zijn er)(?: .*)?"
)
"""A question is answered elsewhere and changes nothing; "kun je" and "mag ik" are requests."""

COMPLAINS = bounded(
    r"(?:heb|hebben|had) (?:\S+ ){0,6}?(?:gekregen|ontvangen|gehad|gezien|binnengekregen)|kreeg|kregen|gemist"
)


@dataclass(frozen=True)
class Clause:
    """Words ``first`` up to but not including ``last`` of a sentence; ``words`` are those not yet understood."""

    first: int
    last: int
    words: list[Word]
    inherits_no: bool = False

    @cached_property
    def plain(self) -> str:
        return " ".join(word.plain for word in self.words)

    @property
    def no(self) -> bool:
        """Whether it rules something out, also as it goes on from one that does ("niet in het weekend, 's avonds")."""
        return says_no(self.plain) or self.inherits_no

    def without(self, taken: Collection[int]) -> Clause:
        """What is left of it when some words (counted in the sentence) are understood."""
        at = range(self.first, self.last)
        left = [word for n, word in zip(at, self.words, strict=True) if n not in taken]
        return replace(self, words=left)


def says_no(plain: str) -> bool:
    """Whether a text rules something out."""
    return bool(NO.search(NO_MATTER.sub("mag", plain)))


def sentence_of(text: str) -> Sentence:
    """The text in words, misspelled ones put right; longer texts are cut off."""
    return Sentence(text, [_right(word) for word in words_of(text)[:MOST_WORDS]], None)


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses that can change a wish: no questions, and no complaint about what came or didn't."""
    found: list[Clause] = []
    for first, last in _stretches(sentence):
        clause = Clause(first, last, sentence.words[first:last])
        goes_on = bool(found) and found[-1].no and not YES.search(clause.plain) and not says_no(clause.plain)
        found.append(replace(clause, inherits_no=goes_on))
    return [one for one in found if not ASKS.match(one.plain) and not COMPLAINS.search(one.plain)]


def _right(word: Word) -> Word:
    norm = word.norm
    if len(norm) < SHORTEST or not norm.isalpha() or norm in WORDS or dutch().knows(norm):
        return word
    near = process.extractOne(norm, WORDS, scorer=OSA.distance, score_cutoff=1 if len(norm) < LONG else 2)
    return replace(word, norm=near[0], plain=near[0]) if near and near[0][0] == norm[0] else word


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    first = 0
    for at, word in enumerate(sentence.words):
        if word.norm in SIGNS or _turns(sentence, at):
            if at > first:
                yield first, at
            first = at + (word.norm in SIGNS or word.norm in ("maar", "en"))
    if first < len(sentence.words):
        yield first, len(sentence.words)


def _turns(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at].norm
    if word == "maar":
        after = sentence.after(at + 1).split(" ")[0]
        return at > 0 and sentence.words[at - 1].norm not in FILLED and after not in ("uit", "aan", "af")
    if word == "en":
        return bool(EN_TURNS.match(sentence.after(at)))
    return word in TURNS
