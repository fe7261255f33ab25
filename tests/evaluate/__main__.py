"""``make evaluate``: the report card, as a page to read, as JSON, and as a line of the history."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import say
from tests.evaluate.headline import headline
from tests.evaluate.history import append, falls, read
from tests.evaluate.measuring import Clock, card
from tests.evaluate.page import page
from tests.evaluate.people.talking import running_house

PARTS = ("cross-validation", "init", "xsid", "people")


def main() -> None:
    """Starts a navigator of its own, measures, prints the headline figures and writes the report."""
    parser = ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("var/evaluate"), help="the folder for page and JSON")
    parser.add_argument("--without", nargs="*", choices=PARTS, default=[], help="parts to leave out")
    parser.add_argument("--people", type=int, default=216, help="how many simulated people talk")
    chosen = parser.parse_args()
    epochs = int(os.environ.get("EVALUATE_EPOCHS", "100"))
    with TemporaryDirectory(prefix="evaluate-") as folder, running_house(Path(folder)) as house:
        made = card(Clock(say), house, chosen.out, without=chosen.without, epochs=epochs, many=chosen.people)
    chosen.out.mkdir(parents=True, exist_ok=True)
    before = read()
    (chosen.out / "report.json").write_text(made.model_dump_json(indent=1), encoding="utf-8")
    (chosen.out / "report.html").write_text(page(made, append(made)), encoding="utf-8")
    for name, figure in headline(made).items():
        say(f"{name:22}{figure:8.3f}")
    for fall in falls(before, made):
        say(fall)
    say(f"Written: {chosen.out}/report.html, report.json, and a line in docs/evaluation/history.jsonl")


if __name__ == "__main__":
    main()
