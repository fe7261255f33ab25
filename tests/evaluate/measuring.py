"""Every part of the report card, each measured by a function of its own, and all of them put together."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, TypeVar

import httpx
import yaml

from tests.bench.turns import INIT
from tests.evaluate.card import Card, Extraction, Intents, People, Times
from tests.evaluate.engine import ROOT, pipeline_of, train_and_read, training_examples
from tests.evaluate.held_out import Meant, in_and_out_of_scope, typed_otherwise, understand, utterances
from tests.evaluate.intents import Row, confusion, row, score
from tests.evaluate.people.evaluating import evaluate_people
from tests.evaluate.people.printing import write_report
from tests.evaluate.people.talking import House
from tests.evaluate.times import measure_times
from tests.evaluate.value_file import FILES
from tests.evaluate.values import ValuesReport, measure_values
from tests.evaluate.xsid import measure_xsid

FOLDS = 5
Part = TypeVar("Part")


class Clock:
    """Does one part after the other, says which, and keeps the seconds that each took."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.seconds: dict[str, float] = {}
        self._say = say

    def do(self, name: str, part: Callable[[], Part]) -> Part:
        """What the part gives."""
        self._say(f"{name} …")
        began = perf_counter()
        found = part()
        self.seconds[name] = round(perf_counter() - began, 1)
        self._say(f"{name}: {self.seconds[name]:.0f} s")
        return found


def through_the_door(house: House) -> dict[str, Any]:
    """The held-out sentences through the running navigator: the fields of the card, and what was confused."""
    figures, known = held_out(house.door)
    ways = {way: understand(house.door, meant) for way, meant in typed_otherwise(utterances())}
    return {
        "held_out": figures,
        "confusion": confusion(known),
        "robustness": {way: score(found) for way, found in ways.items()},
    }


def held_out(door: httpx.Client) -> tuple[Intents, list[Row]]:
    """The held-out sentences as they are: their figures, and the rows of those that have an intent."""
    rows = understand(door, [*utterances(), *in_and_out_of_scope()])
    known = rows[: len(utterances())]
    return _with_scope(score(known), rows), known


def _with_scope(figures: Intents, rows: Sequence[Row]) -> Intents:
    """The figures of the utterances, with what is out of scope counted over all sentences."""
    scope = score(rows)
    return figures.model_copy(update={"out_of_scope": scope.out_of_scope, "turned_away": scope.turned_away})


def cross_validation(config: Path = ROOT / "config.yml") -> Intents:
    """Each training sentence read by a pipeline that was trained on four fifths of the others."""
    examples = training_examples()
    Random(0).shuffle(examples)
    folds = [examples[number::FOLDS] for number in range(FOLDS)]
    runs = [
        ([one for other in folds if other is not fold for one in other], [one.text for one in fold]) for fold in folds
    ]
    read = train_and_read(nlu_only(config), runs)
    return score(
        [
            row(one.text, one.intent, got)
            for fold, run in zip(folds, read, strict=True)
            for one, got in zip(fold, run.parsed, strict=True)
        ]
    )


def nlu_only(config: Path) -> dict[str, Any]:
    """The pipeline of a config without its policies."""
    return {key: value for key, value in pipeline_of(config).items() if key != "policies"}


def of_init(epochs: int) -> tuple[Intents, dict[str, Intents]]:
    """Rasa's default pipeline on the same data and the same held-out sentences, once trained."""
    ways = dict(typed_otherwise(utterances()))
    told = [*utterances(), *in_and_out_of_scope()]
    texts = [text for text, _ in told] + [text for meant in ways.values() for text, _ in meant]
    pipeline = init_pipeline(epochs)
    parsed = train_and_read(pipeline, [(training_examples(), texts)])[0].parsed
    rows = _rows(told, parsed)
    at = len(told)
    robust = {}
    for way, meant in ways.items():
        robust[way] = score(_rows(meant, parsed[at:]))
        at += len(meant)
    return _with_scope(score(rows[: len(utterances())]), rows), robust


def init_pipeline(epochs: int) -> dict[str, Any]:
    """The pipeline of ``rasa init``, trained for this many epochs (100 as it comes)."""
    loaded: dict[str, Any] = yaml.safe_load(INIT.replace("EPOCHS", str(epochs)))
    del loaded["policies"]
    return loaded


def _rows(meant: Sequence[Meant], parsed: Sequence[dict[str, Any]]) -> list[Row]:
    return [row(text, intent, got) for (text, intent), got in zip(meant, parsed, strict=False)]


def extraction(which: str) -> Extraction:
    """The linker on one of the two files of values."""
    return extraction_of(measure_values(FILES[which]))


def extraction_of(report: ValuesReport) -> Extraction:
    """The figures of a report, without its sentences."""
    total = report.total
    kinds = {kind: figures.f1 for kind, figures in report.kinds.items()}
    return Extraction(texts=report.texts, precision=total.precision, recall=total.recall, f1=total.f1, kinds=kinds)


def times() -> Times:
    """The reader of times on the cases of others."""
    report = measure_times()
    scores = list(report.all.values())
    cases, right = sum(one.cases for one in scores), sum(one.right for one in scores)
    unseen = list(report.held_out.values())
    return Times(
        cases=cases,
        exact=right / cases,
        unseen=sum(one.right for one in unseen) / sum(one.cases for one in unseen),
        kinds={str(kind): one.right / one.cases for kind, one in report.all.items() if one.cases},
    )


def people(house: House, many: int, out: Path) -> People:
    """Simulated people through the whole chain, each a second time as one who answers every question in order."""
    report, told = evaluate_people(house, people=many, dutiful=many)
    write_report(report, told, out)
    groups = {
        f"{name}: {kind}": group
        for name, by in (("talks", report.by_talks), ("typos", report.by_typos), ("willing", report.by_willing))
        for kind, group in by.items()
    }
    return People(all=report.all, groups=groups, dutiful=report.dutiful)


def card(
    clock: Clock, house: House, out: Path, *, without: Sequence[str] = (), epochs: int = 100, many: int = 216
) -> Card:
    """The whole report card; ``without`` leaves parts out: "cross-validation", "init", "xsid", "people".

    The talks of the simulated people are written into ``out``.
    """
    found: dict[str, Any] = clock.do(
        "held-out sentences, as they are and typed otherwise", lambda: through_the_door(house)
    )
    found["values"] = clock.do("values", lambda: extraction("held-out"))
    found["values_seen"] = clock.do("values of the file that was looked at", lambda: extraction("seen"))
    found["times"] = clock.do("times, dates and numbers of others", times)
    if "people" not in without:
        found["people"] = clock.do("simulated people", lambda: people(house, many, out))
    if "xsid" not in without:
        found["xsid"] = clock.do("xSID", measure_xsid)
    if "cross-validation" not in without:
        found["cross_validation"] = clock.do("cross-validation", cross_validation)
    if "init" not in without:
        found["init"], found["init_robustness"] = clock.do("Rasa's default pipeline", lambda: of_init(epochs))
        found["xsid_init"] = clock.do("xSID, Rasa's default pipeline", lambda: measure_xsid(init_pipeline(100)))
        found["init_epochs"] = epochs
    return Card(
        commit=commit(),
        made=datetime.now(UTC),
        seconds=clock.seconds,
        training_texts=len(training_examples()),
        **found,
    )


def commit() -> str:
    """The commit that is checked out, with a plus when files were changed since; "unknown" outside git."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return described.stdout.strip() or "unknown"
