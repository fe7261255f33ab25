"""One candidate: trained, started and measured as the navigator would run it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import yaml
from pydantic import BaseModel

from bot.masking import mask
from bot.running.parts import engine_environment
from tests.bench.figures import memory_of, quantile
from tests.bench.turns import INIT, Bot, measure_rasa
from tests.chain.running import Running, free_ports
from tests.evaluate.engine import ROOT
from tests.evaluate.headline import SLIP
from tests.evaluate.held_out import TYPED, Meant, utterances
from tests.evaluate.intents import Row, row, score

CANDIDATES = Path(__file__).with_name("candidates.yml")


class Tried(BaseModel):
    """What one candidate came to: shares of the held-out sentences, seconds, milliseconds and megabytes."""

    name: str
    says: str
    epochs: int | None
    first: float
    among_two: float
    one_slip: float
    asked_back: float
    training_s: float
    start_s: float
    memory_mb: float
    alone_p50_ms: float
    alone_p95_ms: float
    crowd_p95_ms: float


def candidates() -> dict[str, dict[str, Any]]:
    """Each candidate by its name, as the file describes it."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(CANDIDATES.read_text(encoding="utf-8"))
    return loaded


def config_of(candidate: dict[str, Any], epochs: int) -> str:
    """The whole config.yml of a candidate."""
    if candidate.get("init"):
        return INIT.replace("EPOCHS", str(epochs))
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    config |= {key: candidate[key] for key in ("pipeline", "policies") if key in candidate}
    left_out = candidate.get("without", [])
    config["pipeline"] = [one for one in config["pipeline"] if one["name"] not in left_out]
    return yaml.safe_dump(config, sort_keys=False).replace("EPOCHS", str(epochs))


def try_one(name: str, candidate: dict[str, Any], epochs: int, running: Running, folder: Path) -> Tried:
    """Trains and starts it beside the running actions; then the talks of the bench and the held-out sentences."""
    folder.mkdir()
    config = config_of(candidate, epochs)
    (folder / "config.yml").write_text(config, encoding="utf-8")
    env = engine_environment(ROOT) | {
        "NAVIGATOR_ACTIONS_URL": f"{running.actions_url}/webhook",
        "NAVIGATOR_RASA_DB": str(folder / "rasa.db"),
    }
    module = "rasa" if candidate.get("init") else "components.server"
    bot = Bot(name, module, folder / "config.yml", free_ports(1)[0], folder, env)
    model, trained = bot.train()
    with bot.running(model) as (pid, start):
        alone, crowd, _ = asyncio.run(measure_rasa(bot.port))
        memory = memory_of(pid)
        known = score(parse(bot.port, utterances()))
        slipped = score(parse(bot.port, [(TYPED[SLIP](text), intent) for text, intent in utterances()]))
    return Tried(
        name=name,
        says=candidate["says"],
        epochs=epochs if "epochs" in config else None,
        first=known.first,
        among_two=known.among_two,
        one_slip=slipped.first,
        asked_back=known.asked_back,
        training_s=trained,
        start_s=start,
        memory_mb=memory,
        alone_p50_ms=quantile(alone, 0.5),
        alone_p95_ms=quantile(alone, 0.95),
        crowd_p95_ms=quantile(crowd, 0.95),
    )


def parse(port: int, meant: Sequence[Meant]) -> list[Row]:
    """What a running Rasa makes of each text, masked as the bot would."""
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as rasa:
        rows = []
        for text, intent in meant:
            answer = rasa.post("/model/parse", json={"text": mask(text).text})
            answer.raise_for_status()
            rows.append(row(text, intent, answer.json()))
        return rows
