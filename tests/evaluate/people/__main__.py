"""``python -m tests.evaluate.people``: the report card of whole conversations, printed and written."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.evaluate.people.evaluating import AT_ONCE, DUTIFUL, PEOPLE, evaluate_people
from tests.evaluate.people.judging import Told
from tests.evaluate.people.printing import summary, write_report
from tests.evaluate.people.talking import running_house


def main() -> None:
    """Starts a navigator of its own, holds the talks and says what came of them."""
    parser = ArgumentParser(prog="python -m tests.evaluate.people", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    parser.add_argument("--dutiful", type=int, default=DUTIFUL)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("var/evaluate"))
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="people-") as folder, running_house(Path(folder)) as house:
        report, told = evaluate_people(
            house,
            people=chosen.people,
            at_once=chosen.at_once,
            dutiful=chosen.dutiful,
            seed=chosen.seed,
            progress=_say,
        )
    write_report(report, told, chosen.out)
    sys.stdout.write(f"\n{summary(report)}\nWritten to {chosen.out}.\n")


def _say(told: Told) -> None:
    if told.faults:
        sys.stdout.write(f"{told.number}: {'; '.join(told.faults)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
