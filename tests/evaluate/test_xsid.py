"""How sentences of xSID are read, marked and scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluate.card import Foreign
from tests.evaluate.xsid import DATA, Sentence, compare, read

TWO = """\
# id = 1
# text = zet de wekker op zeven uur morgen
# intent = alarm/set_alarm
1\tzet\talarm/set_alarm\tO
2\tde\talarm/set_alarm\tO
3\twekker\talarm/set_alarm\tO
4\top\talarm/set_alarm\tB-datetime
5\tzeven\talarm/set_alarm\tI-datetime
6\tuur\talarm/set_alarm\tI-datetime
7\tmorgen\talarm/set_alarm\tB-datetime

# id = 2
# text = stop
# intent = alarm/cancel_alarm
1\tstop\talarm/cancel_alarm\tO
"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    (tmp_path / "two.conll").write_text(TWO, encoding="utf-8")
    return read(tmp_path / "two.conll")


def test_slots_are_spans_and_two_that_touch_stay_two(sentences: list[Sentence]) -> None:
    assert sentences[0].spans == {("datetime", 14, 26), ("datetime", 27, 33)}


def test_a_sentence_is_marked_as_rasa_reads_it(sentences: list[Sentence]) -> None:
    assert sentences[0].marked == ('zet de wekker [op zeven uur]{"entity": "datetime"} [morgen]{"entity": "datetime"}')


def test_intents_and_slots_are_compared_by_word_and_by_span(sentences: list[Sentence]) -> None:
    found = [
        {"intent": {"name": "alarm+set_alarm"}, "entities": [{"entity": "datetime", "start": 14, "end": 22}]},
        {"intent": {"name": "greet"}, "entities": []},
    ]
    assert compare(sentences, found) == Foreign(
        texts=2, intent=0.5, intent_unique=0.5, entities=2 * 2 / (4 + 2), spans=0.0
    )


def test_a_sentence_that_stands_there_twice_counts_once_among_the_unique_ones(sentences: list[Sentence]) -> None:
    right = {"intent": {"name": "alarm+set_alarm"}, "entities": []}
    wrong = {"intent": {"name": "greet"}, "entities": []}
    figures = compare([sentences[0], sentences[0], sentences[1]], [right, right, wrong])
    assert (figures.intent, figures.intent_unique) == (2 / 3, 1 / 2)


def test_the_files_are_whole() -> None:
    assert (len(read(DATA / "nl.valid.conll")), len(read(DATA / "nl.test.conll"))) == (300, 500)
