"""Runs in engine/.venv: trains a pipeline on examples and reads other texts with it. Asked and answered in JSON files.

``python engine_job.py JOB ANSWER``, where JOB is ``{"config": path, "runs": [{"nlu": path, "texts": [...]}]}`` and
ANSWER becomes one object a run: the seconds that training and loading took, the milliseconds of each text, and what
was understood of it. The runs of one job share one process, so that Rasa is imported once; a sentence is encoded
once for all of them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np
from components import sentence_meaning
from rasa.core.agent import Agent
from rasa.model_training import train_nlu


def remember_vectors() -> None:
    """Encodes each sentence once in this process, however many runs ask for it."""
    encoder = sentence_meaning.encoder
    known: dict[str, np.ndarray] = {}

    def remembering(threads: int) -> sentence_meaning.Encoder:
        encode = encoder(threads)

        def vectors(texts: list[str]) -> np.ndarray:
            missing = [text for text in dict.fromkeys(texts) if text not in known]
            if missing:
                known.update(zip(missing, encode(missing), strict=True))
            return np.stack([known[text] for text in texts])

        return vectors

    sentence_meaning.encoder = remembering


def run(config: str, nlu: str, texts: list[str]) -> dict[str, Any]:
    """Trains in a folder that goes again, loads, and reads each text."""
    with TemporaryDirectory() as folder:
        began = perf_counter()
        model = train_nlu(config, nlu, folder)
        trained = perf_counter()
        agent = Agent.load(model)
        loaded = perf_counter()
        parsed, took = asyncio.run(read(agent, texts))
    return {"trained": trained - began, "loaded": loaded - trained, "took": took, "parsed": parsed}


async def read(agent: Agent, texts: list[str]) -> tuple[list[dict[str, Any]], list[float]]:
    """What was understood of each text, and the milliseconds it took."""
    parsed, took = [], []
    for text in texts:
        began = perf_counter()
        found = await agent.parse_message(text)
        took.append((perf_counter() - began) * 1000)
        kept = {key: found[key] for key in ("intent", "entities", "intent_ranking")}
        kept["tokens"] = found.get("text_tokens", [])
        parsed.append(kept)
    return parsed, took


def main(job: str, answer: str) -> None:
    """Does the runs of a job file, one after the other, and writes the answers at the end."""
    asked = json.loads(Path(job).read_text())
    remember_vectors()
    found = [run(asked["config"], one["nlu"], one["texts"]) for one in asked["runs"]]
    Path(answer).write_text(json.dumps(found, default=float))


if __name__ == "__main__":
    main(*sys.argv[1:])
