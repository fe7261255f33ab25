"""``python -m tests.evaluate.pipelines [NAME ...]``: tries pipelines side by side and writes docs/pipelines.md.

``PIPELINE_EPOCHS`` says how long what has epochs is trained (100, as Rasa sets it up). What was measured is kept in
docs/pipelines.json, so that one candidate can be tried again without the others.
"""

from __future__ import annotations

import json
import os
import platform
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import say
from tests.chain.running import navigator
from tests.evaluate.engine import ROOT
from tests.evaluate.pipelines.trying import Tried, candidates, try_one

KEPT = ROOT / "docs" / "pipelines.json"
PAGE = ROOT / "docs" / "pipelines.md"
HEAD = """\
# Pipelines that were tried

Made by `python -m tests.evaluate.pipelines`, which trains each candidate on the same data, starts it beside the same
action server, holds the talks of `make bench` with it, and lets it read the held-out sentences
(`tests/data/utterances.yml`). Shares are of those sentences; "one slip" is the same sentences with one typing error in
each. Times were taken on {machine}; the machine was shared and
busy, and not all rows are of one hour: shares are exact, times can be off by a factor of two. Turns side by side
in one run stand in [figures](figures.md).

| pipeline | first | among two | one slip | asked back | turn p50 / p95 | 20 at once p95 | training | start | memory |
|---|---|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Tries the candidates that are named, or all."""
    parser = ArgumentParser(prog="python -m tests.evaluate.pipelines", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    every = candidates()
    chosen = parser.parse_args().names or list(every)
    if unknown := [name for name in chosen if name not in every]:
        parser.error(f"no candidate is named {', '.join(unknown)}; there are: {', '.join(every)}")
    epochs = int(os.environ.get("PIPELINE_EPOCHS", "100"))
    with TemporaryDirectory(prefix="pipelines-") as name, navigator(Path(name)) as running:
        for number, one in enumerate(chosen):
            tried = try_one(one, every[one], epochs, running, Path(name) / str(number))
            say(tried.model_dump_json())
            keep(tried, every)


def keep(tried: Tried, order: Iterable[str]) -> None:
    """Keeps what a candidate came to, in the place of what it came to before, and writes the page anew."""
    kept = [Tried.model_validate(one) for one in json.loads(KEPT.read_text())] if KEPT.exists() else []
    by_name = {one.name: one for one in kept} | {tried.name: tried}
    found = [by_name[name] for name in order if name in by_name]
    KEPT.write_text(json.dumps([one.model_dump() for one in found], indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(table(found, f"Python {platform.python_version()}, {os.cpu_count()} processors"), encoding="utf-8")


def table(found: Iterable[Tried], machine: str) -> str:
    """The page: a row for each candidate, and below it what each is."""
    found = list(found)
    rows = [
        f"| {one.name} | {one.first:.3f} | {one.among_two:.3f} | {one.one_slip:.3f} | {one.asked_back:.3f} "
        f"| {one.alone_p50_ms:.0f} / {one.alone_p95_ms:.0f} ms | {one.crowd_p95_ms:,.0f} ms | {one.training_s:.0f} s "
        f"| {one.start_s:.0f} s | {one.memory_mb:,.0f} MB |"
        for one in found
    ]
    epochs = [f"- **{one.name}**: {one.says}{_trained(one)}." for one in found]
    return HEAD.format(machine=machine) + "\n".join([*rows, "", *epochs]) + "\n"


def _trained(one: Tried) -> str:
    return f"; trained for {one.epochs} of its 100 epochs" if one.epochs not in (None, 100) else ""


if __name__ == "__main__":
    main()
