"""Finds in a Dutch text what it names: things of the catalogue, wishes, amounts and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import to_local
from knowledge.linking.busy import not_when_busy
from knowledge.linking.clock import find_clock
from knowledge.linking.counts import find_numbers, find_ordinals
from knowledge.linking.days import find_days, find_notice, parts_in_weekends
from knowledge.linking.dutch import dutch
from knowledge.linking.guards import Guards
from knowledge.linking.headcount import find_headcount
from knowledge.linking.hours import find_hours
from knowledge.linking.known import with_known
from knowledge.linking.levels import find_years
from knowledge.linking.mention import Found, Mention
from knowledge.linking.names import Names
from knowledge.linking.negation import ruled_out
from knowledge.linking.overlap import covered, free_of, longest
from knowledge.linking.sentence import Sentence
from knowledge.linking.spelling import spelling
from knowledge.linking.temporal.reading import read_words
from knowledge.linking.temporal.shapes import Expression
from knowledge.linking.terms import terms_of
from knowledge.linking.topics import find_topics
from knowledge.linking.unclear import Unclear
from knowledge.linking.wishes import NOTHING, wishes
from knowledge.linking.words import listed, words_of

LONGEST_TEXT = 20_000
"""Characters that are looked at."""

NEGATED = listed(
    """role transition skill line module academy place map occupation attendance daypart weekday form hours_per_week
    number ordinal date period time duration headcount unknown_topic language_other level"""
)


class Linker:
    """Links words to one version of the catalogue. Building takes under 2 s, linking a message some ms."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._dutch = dutch()
        terms = terms_of(catalogue)
        self._words = frozenset(norm for term in terms for norm in term.norms)
        with self._dutch.lasting():
            self._names = Names(terms, self._dutch)
            self._unclear = Unclear(terms, self._dutch)
            self._guards = Guards(self._dutch)
            self._wishes = wishes()
            self._spelling = spelling()

    def link(self, text: str, now: datetime) -> list[Mention]:
        """What the text names, in order of position; never fails, whatever the text.

        Mentions of one kind don't overlap, but for one phrase that means several values ("overdag" is
        morning and afternoon): then each has its own mention on the same words. One word can name things of
        several kinds when they have the same name. Times are those of the Netherlands, seen from ``now``.
        """
        clean = text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
        with self._dutch.working():
            sentence = self._read(clean)
            found = self._find(sentence, now) if sentence.words else []
        return sorted(
            (sentence.mention(one) for one in found),
            key=lambda one: (one.start, one.end, one.kind, str(one.value)),
        )

    def _read(self, text: str) -> Sentence:
        words = self._spelling.right(words_of(text), self._words)
        doc = self._dutch.doc([word.norm for word in words])
        self._names.lemmatize(doc)
        return Sentence(text, words, doc)

    def _find(self, sentence: Sentence, now: datetime) -> list[Found]:
        phrases = self._phrases(sentence)
        today = to_local(now).date()
        times = read_words(sentence.text, sentence.words, today)
        days = find_days(times, sentence, today)
        amounts = _amounts(sentence, times, days, phrases)
        weekdays = free_of([one for one in days if one.kind == "weekday"], _dates(amounts))
        days = [*weekdays, *(one for one in days if one.kind == "daypart")]
        parts = parts_in_weekends([one for one in phrases if one.kind != NOTHING], days)
        found = longest_of_a_kind([*parts, *amounts, *days])
        found = not_when_busy(sentence, ruled_out(sentence, found, NEGATED))
        found = with_known(sentence, found)
        topics = find_topics(sentence, found, phrases)
        numbers = free_of(find_numbers(times, sentence), [*found, *phrases])
        return [*found, *ruled_out(sentence, [*topics, *numbers], NEGATED)]

    def _phrases(self, sentence: Sentence) -> list[Found]:
        """Names and wishes; the longest wins between all of them."""
        wished = [*self._wishes.find(sentence), *find_years(sentence)]
        named = self._guards.keep(self._names.find(sentence), sentence)
        joined = self._guards.keep(self._unclear.joined(sentence), sentence)
        clear = longest([*wished, *named, *joined])
        unclear = self._guards.keep(self._unclear.find(sentence, covered(clear)), sentence)
        return [*clear, *longest(unclear)]


def _amounts(
    sentence: Sentence, times: Sequence[Expression], days: Iterable[Found], phrases: Iterable[Found]
) -> list[Found]:
    """Hours, dates and periods, people and choices, none on the words of a name or of one before it."""
    phrases = list(phrases)
    names = [one for one in phrases if one.kind in ("skill", "line", "module", "transition", "level") and one.size > 1]
    found: list[Found] = []
    for finds in (
        find_hours(sentence),
        _dates(days),
        find_headcount(sentence, [one for one in phrases if one.kind in ("role", "occupation")]),
        find_notice(times, sentence),
        find_clock(times, sentence),
        find_ordinals(times, sentence),
    ):
        found += free_of(longest(finds), [*names, *found])
    return found


def _dates(found: Iterable[Found]) -> list[Found]:
    return [one for one in found if one.kind in ("date", "period")]


def longest_of_a_kind(found: Iterable[Found]) -> list[Found]:
    """Within each kind the longest finds, of those that overlap; equal ones once."""
    kinds: dict[str, list[Found]] = {}
    for one in {(one.kind, str(one.value), one.first, one.last, one.negated): one for one in found}.values():
        kinds.setdefault(one.kind, []).append(one)
    return [one for group in kinds.values() for one in longest(group)]
