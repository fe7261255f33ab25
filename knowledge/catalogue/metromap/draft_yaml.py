"""Writes the draft of an import as YAML that a person can finish: the questions stand where answers go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from knowledge.catalogue.content import KINDS
from knowledge.catalogue.metromap.naming import clean
from knowledge.catalogue.metromap.questions import OpenQuestion

_HEAD = (
    "Concept van een metrokaart, gelezen uit {file}.",
    "Wat de kaart niet vertelt staat hier als VRAAG. Vul het antwoord in en haal de vraag weg.",
)
_Answers = dict[str, list[OpenQuestion]]


def write_draft(file: str, content: Mapping[str, Any], questions: Sequence[OpenQuestion]) -> str:
    """The YAML of a draft; it parses to ``content``, for a question is a comment."""
    asked: _Answers = {}
    for question in questions:
        asked.setdefault(question.where, []).append(question)
    lines = [f"# {line.format(file=clean(file))}" for line in _HEAD]
    for kind, things in content.items():
        lines.append(f"{kind}:" if things else f"{kind}: []")
        for thing in things:
            lines.extend(_item(_thing(kind, thing, asked), "  "))
    lines.extend(_loose(asked))
    return "\n".join(lines) + "\n"


def _thing(kind: str, thing: Mapping[str, Any], asked: _Answers) -> Iterator[str]:
    where = f"{kind}/{thing['id']}"
    fields = [*KINDS[kind].model_fields]
    for name in sorted({*thing, *fields}, key=fields.index):
        questions = asked.pop(f"{where}/{name}", [])
        yield from _comments(questions)
        if name == "stations" and thing.get(name):
            yield "stations:"
            for station in thing[name]:
                yield from _item(_station(f"{where}/stations", station, asked), "  ")
        elif name in thing:
            yield from _dump({name: thing[name]})
        elif questions:
            yield f"# {name}:"
    yield from _comments(asked.pop(where, []))


def _station(where: str, station: Mapping[str, Any], asked: _Answers) -> Iterator[str]:
    own = f"{where}/{station['module']}"
    yield from _dump({"module": station["module"]})
    yield from _comments(asked.pop(own, []))
    questions = asked.pop(f"{own}/phase", [])
    yield from _comments(questions)
    if questions and "phase" not in station:
        yield "# phase:"
    for key, value in station.items():
        if key != "module":
            yield from _dump({key: value})


def _loose(asked: _Answers) -> Iterator[str]:
    """What is asked about things that the draft doesn't hold: known modules, and dates still to plan."""
    for where, questions in asked.items():
        kind, _, place = where.partition("/")
        yield f"# {kind}: {place}"
        for line in _comments(questions):
            yield line.replace("# ", "#   ", 1)


def _item(lines: Iterator[str], indent: str) -> Iterator[str]:
    """The lines as one item of a list; the first of them is never a comment, for `id` leads."""
    for n, line in enumerate(lines):
        yield f"{indent}{'  ' if n else '- '}{line}"


def _comments(questions: Sequence[OpenQuestion]) -> Iterator[str]:
    for question in questions:
        yield f"# VRAAG: {question.what}"


def _dump(part: Mapping[str, Any]) -> Iterator[str]:
    """Each value behind its key; lists and tables between brackets."""
    for key, value in part.items():
        flow = isinstance(value, list | dict)
        text = yaml.safe_dump(
            value if flow else {key: value},
            allow_unicode=True,
            sort_keys=False,
            width=10**9,
            default_flow_style=flow,
        ).rstrip("\n")
        yield from (f"{key}: {text}" if flow else text).split("\n")
