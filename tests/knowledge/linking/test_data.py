"""The data of the linker are whole."""

from __future__ import annotations

from knowledge.linking.esco import occupations
from knowledge.linking.phrases import phrases
from knowledge.vocabulary import Attendance, Daypart, Level, WorkForm

VALUES: dict[str, set[str]] = {
    "daypart": set(Daypart),
    "attendance": set(Attendance),
    "form": set(WorkForm),
    "level": set(Level),
    "nothing": set(),
}


def test_every_phrase_means_words_of_the_vocabulary() -> None:
    wrong = [
        (phrase.kind, value)
        for phrase in phrases()
        for value in phrase.values
        if phrase.kind != "language_other" and value not in VALUES[phrase.kind]
    ]
    assert wrong == []


def test_every_value_can_be_said() -> None:
    said = {(phrase.kind, value) for phrase in phrases() for value in phrase.values}
    assert {(kind, value) for kind, values in VALUES.items() for value in values} <= said


def test_no_phrase_means_two_things_of_a_kind_by_two_entries() -> None:
    meant: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = {}
    for phrase in phrases():
        meant.setdefault((phrase.kind, phrase.norms), set()).add(phrase.values)
    assert {said: values for said, values in meant.items() if len(values) > 1} == {}


def test_esco_has_all_its_occupations_with_names() -> None:
    found = occupations()
    assert (len(found), len({one.uri for one in found})) == (1047, 1047)
    assert [one.label for one in found if not one.names] == []
