"""A turn of this bot beside a turn of a Rasa bot with the pipeline and policies of ``rasa init``, on the same data.

Both have the same domain, examples, rules, stories and action server, and are asked the same over Rasa's REST
channel; ours is asked through the front door too. Rasa's own bot runs as Rasa starts it.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx

from bot.running.parts import engine_environment, engine_python
from tests.bench.figures import family, memory_of, quantile, say

ROOT = Path(__file__).parents[2]
INIT = """\
version: "3.1"
recipe: default.v1
assistant_id: rasa-init
language: nl
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: EPOCHS
    constrain_similarities: true
  - name: EntitySynonymMapper
  - name: ResponseSelector
    epochs: EPOCHS
    constrain_similarities: true
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
policies:
  - name: MemoizationPolicy
  - name: RulePolicy
    core_fallback_action_name: action_clarify
  - name: UnexpecTEDIntentPolicy
    max_history: 5
    epochs: EPOCHS
  - name: TEDPolicy
    max_history: 5
    epochs: EPOCHS
    constrain_similarities: true
"""
"""What ``rasa init`` of 3.6 works with when its config.yml is left as it comes, where EPOCHS is 100."""

TALK = (
    "hoi",
    "ik ben lasser en wil iets met cobots",
    "waarom deze lijn",
    "wat kost dat",
    "hoe lang duurt het",
    "laat mijn pad zien",
    "heb je nog iets anders",
    "wat is een nanomodule",
    "mijn inschrijvingen",
    "bedankt",
)
PEOPLE = 20
LONG = 300
"""Turns of a long talk."""
LOOKED_AT = 50
"""Turns at either end of a long talk that are compared."""


@dataclass
class Bot:
    """A Rasa to measure: how it is started, trained from which config, and on which port."""

    name: str
    module: str
    config: Path
    port: int
    folder: Path
    env: dict[str, str]

    def train(self) -> tuple[Path, float]:
        """The model and the seconds that training took, with all processors."""
        command = [engine_python(ROOT), "-m", self.module, "train", "--config", str(self.config)]
        command += ["--out", str(self.folder), "--fixed-model-name", "model", "--force"]
        began = perf_counter()
        with (self.folder / "train.log").open("w") as log:
            env = self.env | {"OMP_NUM_THREADS": str(os.cpu_count() or 1)}
            subprocess.run(command, cwd=ROOT, env=env, stdout=log, stderr=log, check=True)
        return self.folder / "model.tar.gz", perf_counter() - began

    @contextmanager
    def running(self, model: Path) -> Iterator[tuple[int, float]]:
        """Its process and the seconds until it answered."""
        command = [engine_python(ROOT), "-m", self.module, "run", "--enable-api", "-i", "127.0.0.1"]
        command += ["--port", str(self.port), "--model", str(model)]
        began = perf_counter()
        with (self.folder / "run.log").open("w") as log:
            env = self.env | {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1", "OMP_NUM_THREADS": "1"}
            process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{self.port}/status", process)
            yield process.pid, perf_counter() - began
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Until an address answers with 200, or its process ended. Raises RuntimeError."""
    transport = httpx.HTTPTransport(retries=0)
    with httpx.Client(transport=transport, trust_env=False, timeout=2) as client:
        for _ in range(600):
            try:
                if client.get(url).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            try:
                process.wait(timeout=0.5)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"what should answer at {url} ended")
    raise RuntimeError(f"nothing answers at {url}")


async def talk_to(url: str, person: str, client: httpx.AsyncClient, rounds: int) -> list[float]:
    """The milliseconds of each turn of one person who goes through the talk ``rounds`` times."""
    took = []
    for number in range(rounds):
        for text in TALK:
            began = perf_counter()
            response = await client.post(url, json={"sender": f"{person}-{number}", "message": text})
            response.raise_for_status()
            took.append((perf_counter() - began) * 1000)
            assert response.json(), f"no answer to {text!r}"
    return took


async def talk_at_door(url: str, client: httpx.AsyncClient) -> list[float]:
    """The same through the front door."""
    return (await talk_on(url, client, None))[0]


async def talk_on(url: str, client: httpx.AsyncClient, conversation: str | None) -> tuple[list[float], str | None]:
    """The milliseconds of each turn of the talk, held in a conversation that may be going on; and its id."""
    took = []
    for text in TALK:
        began = perf_counter()
        response = await client.post(f"{url}/api/chat", json={"conversation": conversation, "text": text})
        response.raise_for_status()
        conversation = response.json()["conversation"]
        took.append((perf_counter() - began) * 1000)
    return took, conversation


async def measure_rasa(port: int) -> tuple[list[float], list[float], float]:
    """Turns one at a time, turns of 20 people at once (ms), and turns a second of those."""
    url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
    async with httpx.AsyncClient(trust_env=False, timeout=60, limits=httpx.Limits(max_connections=64)) as client:
        await talk_to(url, "warm", client, 1)
        alone = await talk_to(url, "alone", client, 3)
        began = perf_counter()
        talks = await asyncio.gather(*(talk_to(url, f"p{n}", client, 1) for n in range(PEOPLE)))
        crowd = [turn for talk in talks for turn in talk]
        return alone, crowd, len(crowd) / (perf_counter() - began)


async def measure_door(url: str) -> tuple[list[float], list[float]]:
    """The same through the front door."""
    async with httpx.AsyncClient(trust_env=False, timeout=60, limits=httpx.Limits(max_connections=64)) as client:
        await talk_at_door(url, client)
        alone = await talk_at_door(url, client) + await talk_at_door(url, client)
        talks = await asyncio.gather(*(talk_at_door(url, client) for _ in range(PEOPLE)))
        return alone, [turn for talk in talks for turn in talk]


async def measure_long_talk(url: str) -> tuple[list[float], list[float]]:
    """The turns at the begin and at the end of one talk of ``LONG`` turns (ms)."""
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        took: list[float] = []
        conversation = None
        while len(took) < LONG:
            took_now, conversation = await talk_on(url, client, conversation)
            took += took_now
        return took[:LOOKED_AT], took[-LOOKED_AT:]


def epochs() -> int:
    """How long the bot of ``rasa init`` is trained: 100 epochs unless ``BENCH_EPOCHS`` says fewer.

    A hundred take an hour or so on two processors; turn times and memory don't depend on it.
    """
    return int(os.environ.get("BENCH_EPOCHS", "100"))


def parts_of(pid: int) -> dict[str, int]:
    """The processes of the three parts below ``navigator up``, and itself."""
    words = {"rasa": "components.server", "actions": "bot.running.action_server", "bot": "bot.web"}
    found = {"up": pid}
    for one in family(pid)[1:]:
        command = Path(f"/proc/{one}/cmdline").read_text().replace("\0", " ")
        found |= {part: one for part, word in words.items() if word in command and part not in found}
    return found


def bench_turns() -> None:
    """Starts a whole navigator, then the bot of ``rasa init`` on the same action server, and prints both."""
    from tests.chain.running import free_ports, navigator  # what the tests of conversations run

    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        began = perf_counter()
        with navigator(folder) as running:
            started = perf_counter() - began
            pids = parts_of(running.process.pid)
            env = engine_environment(ROOT) | {
                "NAVIGATOR_ACTIONS_URL": f"{running.actions_url}/webhook",
                "NAVIGATOR_RASA_DB": str(folder / "bench-rasa.db"),
            }
            (folder / "init.yml").write_text(INIT.replace("EPOCHS", str(epochs())))
            for kind in ("ours", "init"):
                (folder / kind).mkdir()
            ports = free_ports(2)
            ours = Bot("this bot", "components.server", ROOT / "config.yml", ports[0], folder / "ours", env)
            init = Bot("rasa init", "rasa", folder / "init.yml", ports[1], folder / "init", env)
            say(
                f"{'':12}{'training':>10}{'start':>8}{'memory':>9}{'alone p50':>11}{'p95':>8}"
                f"{'20 at once p50':>16}{'p95':>8}{'turns/s':>9}"
            )
            say(f"(rasa init trained for {epochs()} of its 100 epochs)")
            for bot in (ours, init):
                model, trained = bot.train()
                with bot.running(model) as (pid, start):
                    alone, crowd, rate = asyncio.run(measure_rasa(bot.port))
                    say(
                        f"{bot.name:12}{trained:8.0f} s{start:6.0f} s{memory_of(pid):6.0f} MB"
                        f"{quantile(alone, 0.5):8.0f} ms{quantile(alone, 0.95):5.0f} ms"
                        f"{quantile(crowd, 0.5):13.0f} ms{quantile(crowd, 0.95):5.0f} ms{rate:9.1f}"
                    )
            alone, crowd = asyncio.run(measure_door(str(running.door.base_url).rstrip("/")))
            say(
                f"{'front door':12}{'':34}{quantile(alone, 0.5):1.0f} ms{quantile(alone, 0.95):5.0f} ms"
                f"{quantile(crowd, 0.5):13.0f} ms{quantile(crowd, 0.95):5.0f} ms"
            )
            first, last = asyncio.run(measure_long_talk(str(running.door.base_url).rstrip("/")))
            say(
                f"One talk of {LONG} turns: the first {LOOKED_AT} take p50 {quantile(first, 0.5):.0f} ms, "
                f"p95 {quantile(first, 0.95):.0f} ms; the last {LOOKED_AT} p50 {quantile(last, 0.5):.0f} ms, "
                f"p95 {quantile(last, 0.95):.0f} ms."
            )
            say(
                f"The whole navigator started in {started:.0f} s; memory (PSS): "
                + ", ".join(f"{part} {memory_of(pid):.0f} MB" for part, pid in pids.items() if part != "up")
                + f"; together {memory_of(running.process.pid):.0f} MB (budget 1,536 MB)."
            )
