"""Trains pipelines in Rasa's own environment and gives back what they understood (see ``engine_job``)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from bot.running.parts import engine_environment, engine_python

ROOT = Path(__file__).parents[2]
JOB = Path(__file__).with_name("engine_job.py")


@dataclass(frozen=True)
class Example:
    """A sentence to train on, with its intent; entities are marked in the text as Rasa's files mark them."""

    text: str
    intent: str


@dataclass(frozen=True)
class Run:
    """What one training came to: seconds of training and of loading, ms of each text, what was understood."""

    trained: float
    loaded: float
    took: list[float]
    parsed: list[dict[str, Any]]


def train_and_read(config: Path | dict[str, Any], runs: Sequence[tuple[Sequence[Example], Sequence[str]]]) -> list[Run]:
    """Trains the pipeline of a config on each list of examples, and reads the texts beside it.

    All runs share one process. Raises RuntimeError with Rasa's last words when it fails.
    """
    with TemporaryDirectory(prefix="evaluate-") as name:
        folder = Path(name)
        if isinstance(config, dict):
            (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
            config = folder / "config.yml"
        asked = []
        for number, (examples, texts) in enumerate(runs):
            file = folder / f"nlu-{number}.yml"
            file.write_text(nlu_file(examples), encoding="utf-8")
            asked.append({"nlu": str(file), "texts": list(texts)})
        job, answer = folder / "job.json", folder / "answer.json"
        job.write_text(json.dumps({"config": str(config), "runs": asked}), encoding="utf-8")
        # -P keeps this folder off the path, where our modules would stand before Python's own
        done = subprocess.run(
            [engine_python(ROOT), "-P", str(JOB), str(job), str(answer)],
            cwd=ROOT,
            env=engine_environment(ROOT),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"Rasa could not train this pipeline:\n{done.stderr[-3000:]}")
        return [Run(**one) for one in json.loads(answer.read_text(encoding="utf-8"))]


def nlu_file(examples: Sequence[Example]) -> str:
    """The examples as a file that Rasa reads."""
    intents: dict[str, list[str]] = {}
    for example in examples:
        intents.setdefault(example.intent, []).append(example.text)
    blocks = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)} for intent, texts in intents.items()
    ]
    return yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True)


def training_examples(folder: Path = ROOT / "data" / "nlu") -> list[Example]:
    """Every example that the navigator is trained on."""
    found = []
    for file in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.strip() for line in block.get("examples", "").splitlines())
            found += [Example(line[2:].strip(), block["intent"]) for line in lines if line.startswith("- ")]
    return found


def pipeline_of(config: Path) -> dict[str, Any]:
    """What a config file holds, to be changed and trained."""
    loaded: dict[str, Any] = yaml.safe_load(config.read_text(encoding="utf-8"))
    return loaded
