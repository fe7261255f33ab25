"""Our pipeline and Rasa's default one on xSID Dutch: trained on its valid part, tested on its test part.

Nobody here wrote these sentences. The pipeline is ours without what belongs to our domain, with Rasa's own CRF for the
slots; the length of its runs of letters and lemmas was chosen by cross-validation on the training part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluate.card import Foreign
from tests.evaluate.engine import Example, train_and_read

DATA = Path(__file__).parents[1] / "data" / "xsid-nl"
OURS = Path(__file__).parent / "pipelines" / "xsid.yml"

Span = tuple[str, int, int]
"""What it is, and the characters from and up to which it stands."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with its intent, its words (the characters they take up) and the slot label of each (or "O")."""

    text: str
    intent: str
    words: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]

    @property
    def spans(self) -> set[Span]:
        """Its slots as whole spans."""
        found: list[Span] = []
        before = "O"
        for (start, end), label in zip(self.words, self.labels, strict=True):
            if label != "O" and found and label[:2] == "I-" and before[2:] == label[2:]:
                found[-1] = (found[-1][0], found[-1][1], end)
            elif label != "O":
                found.append((label[2:], start, end))
            before = label
        return set(found)

    @property
    def marked(self) -> str:
        """The text with its slots marked as Rasa's training files mark them."""
        pieces, at = [], 0
        for kind, start, end in sorted(self.spans, key=lambda span: span[1]):
            pieces += [self.text[at:start], f"[{self.text[start:end]}]{json.dumps({'entity': kind})}"]
            at = end
        return "".join([*pieces, self.text[at:]])


def read(file: Path) -> list[Sentence]:
    """The sentences of a file in xSID's form of CoNLL."""
    blocks = file.read_text(encoding="utf-8").strip().split("\n\n")
    return [_sentence(block.splitlines()) for block in blocks]


def _sentence(lines: Iterable[str]) -> Sentence:
    said: dict[str, str] = {}
    words: list[tuple[int, int]] = []
    labels: list[str] = []
    for line in lines:
        if line.startswith("# "):
            key, _, value = line[2:].partition(" = ")
            said[key] = value
            continue
        _, word, _, label = line.split("\t")
        start = said["text"].index(word, words[-1][1] if words else 0)
        words.append((start, start + len(word)))
        labels.append(label)
    intent = said["intent"].replace("/", "+")  # a stroke means something else to Rasa
    return Sentence(said["text"], intent, tuple(words), tuple(labels))


def measure_xsid(config: Path | dict[str, Any] = OURS) -> Foreign:
    """Trains a pipeline on the valid part and scores it on the test part."""
    taught = [Example(one.marked, one.intent) for one in read(DATA / "nl.valid.conll")]
    asked = read(DATA / "nl.test.conll")
    run = train_and_read(config, [(taught, [one.text for one in asked])])[0]
    return compare(asked, run.parsed)


def compare(asked: Sequence[Sentence], parsed: Sequence[dict[str, Any]]) -> Foreign:
    """The figures of what was understood beside what is meant."""
    right = {one.text: one.intent == got["intent"]["name"] for one, got in zip(asked, parsed, strict=True)}
    all_right = [right[one.text] for one in asked]
    spans, words = [0, 0, 0], [0, 0, 0]
    for one, got in zip(asked, parsed, strict=True):
        found = {(e["entity"], e["start"], e["end"]) for e in got["entities"]}
        _add(spans, one.spans, found)
        _add(words, set(_labelled(one.words, one.spans)), set(_labelled(one.words, found)))
    return Foreign(
        texts=len(asked),
        intent=sum(all_right) / len(all_right),
        intent_unique=sum(right.values()) / len(right),
        entities=_f1(words),
        spans=_f1(spans),
    )


def _labelled(words: Iterable[tuple[int, int]], spans: Iterable[Span]) -> list[Span]:
    """Each word that lies in a span, with the label of that span."""
    spans = list(spans)
    return [(kind, at, end) for at, end in words for kind, first, last in spans if first <= at < last]


def _add(counts: list[int], there: set[Span], found: set[Span]) -> None:
    counts[0] += len(there & found)
    counts[1] += len(there)
    counts[2] += len(found)


def _f1(counts: Sequence[int]) -> float:
    return 2 * counts[0] / (counts[1] + counts[2]) if counts[1] + counts[2] else 1.0
