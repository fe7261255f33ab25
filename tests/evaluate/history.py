"""How the headline figures went from commit to commit: ``docs/evaluation/history.jsonl``, one line a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from tests.evaluate.card import Card
from tests.evaluate.headline import headline
from tests.evaluate.targets import CLOSE, Target, read_targets

HISTORY = Path(__file__).parents[2] / "docs" / "evaluation" / "history.jsonl"


class Line(BaseModel):
    """The headline figures of one commit; a figure that was not measured has no entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    commit: str
    made: datetime
    figures: dict[str, float]


def line_of(card: Card) -> Line:
    """What is kept of a run."""
    return Line(commit=card.commit, made=card.made, figures=headline(card))


def read(path: Path = HISTORY) -> list[Line]:
    """Every line, oldest first; none when there is no file. Raises ValidationError on a line that is none."""
    if not path.exists():
        return []
    return [Line.model_validate_json(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def joined(history: Sequence[Line], card: Card) -> list[Line]:
    """The history with this run: in the place of the line of the same commit, else at the end."""
    new = line_of(card)
    lines = [new if line.commit == new.commit else line for line in history]
    return lines if new in lines else [*lines, new]


def append(card: Card, path: Path = HISTORY) -> list[Line]:
    """Writes this run into the file, as ``joined`` says, and gives back all of it."""
    lines = joined(read(path), card)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line.model_dump_json() + "\n" for line in lines), "utf-8")
    return lines


def before(history: Sequence[Line], card: Card) -> Line | None:
    """The last line before this commit's own; None when there is none."""
    lines = joined(history, card)
    place = next(place for place, line in enumerate(lines) if line.commit == card.commit)
    return lines[place - 1] if place else None


def falls(history: Sequence[Line], card: Card) -> list[str]:
    """A sentence for each headline figure that is worse than at the commit before by more than its margin.

    Worse is lower where the target is a least, higher where it is a most. What either run did not measure is left out.
    """
    last = before(history, card)
    if last is None:
        return []
    now, targets = headline(card), read_targets().targets
    return [
        _said(target, last, was, now[name])
        for name, target in targets.items()
        if name in now and (was := last.figures.get(name)) is not None
        if target.worse_by(now[name], was) > target.margin + CLOSE
    ]


def _said(target: Target, last: Line, was: float, value: float) -> str:
    went = "fell" if value < was else "rose"
    return f"{target.name}: {went} from {target.shown(was)} at commit {last.commit} to {target.shown(value)}."
