"""Trains the Rasa model when what it is made of has changed; the hash of that is the model's name."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.running.children import Child, Nursery, tail
from bot.running.parts import engine_environment, engine_python
from bot.running.progress import Progress, say
from knowledge.errors import NavigatorError

INPUTS = ("config.yml", "domain.yml", "domain", "data", "engine/components", "engine/requirements.txt")
"""What a model is made of; folders with all that is in them."""

_KEPT = 3
_LOG_LINES = 20


def model_hash(root: Path) -> str:
    """16 hexadecimal digits that change when, and only when, a name or the content of an input does."""
    digest = sha256()
    for file in _input_files(root):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _input_files(root: Path) -> Iterator[Path]:
    for name in INPUTS:
        place = root / name
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in found:
            within = file.relative_to(root).parts
            hidden = any(part.startswith(".") or part == "__pycache__" for part in within)
            if file.is_file() and not hidden and file.suffix != ".pyc":
                yield file


def ensure_model(root: Path, logs: Path, *, force: bool = False) -> Path:
    """The model for the inputs as they are now, trained when it isn't there yet (or ``force`` is on).

    Raises:
        NavigatorError: when training fails, with the last lines of its log.
    """
    wanted = model_hash(root)
    model = root / "models" / f"{wanted}.tar.gz"
    if model.exists() and not force:
        return model
    model.parent.mkdir(exist_ok=True)
    with _one_at_a_time(model.parent / ".training.lock"):
        if model.exists() and not force:
            return model
        _train(root, model, logs / "training.log", force=force)
    return model


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        told = False
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not told:
                    say("Another training is under way; waiting for it.")
                told = True
                time.sleep(0.5)
        yield


def _train(root: Path, model: Path, log: Path, *, force: bool) -> None:
    """Trains beside the models and moves the result into place, so that no model is ever half there."""
    say("Training the model: what it is made of has changed. This takes a minute or more.")
    name = model.name.removesuffix(".tar.gz")
    with TemporaryDirectory(prefix=".training-", dir=model.parent) as folder, Nursery(grace=3) as nursery:
        command = [engine_python(root), "-m", "components.server", "train"]
        command += ["--fixed-model-name", name, "--out", folder, *(["--force"] if force else [])]
        env = engine_environment(root) | {"OMP_NUM_THREADS": str(os.cpu_count() or 1)}
        child = nursery.start("training", command, cwd=root, env=env, log=log)
        took = _wait(child)
        made = Path(folder) / model.name
        if child.process.returncode or not made.exists():
            raise NavigatorError(
                f"Training failed. The last lines of {log}:\n{child.last_lines(_LOG_LINES)}\n"
                "Mend what it names, then run the same command again."
            )
        if model_hash(root) != name:
            raise NavigatorError("Its data changed while the model was trained. Run the same command again.")
        shutil.move(made, model)
    _forget_old(model)
    say(f"Trained in {took:.0f} s: {model.relative_to(root)}")


def _wait(child: Child) -> float:
    """Seconds until training ended, showing how it goes."""
    progress = Progress("  training")
    while True:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(timeout=0.5)
            break
        progress.tell("".join(tail(child.log, 1)) or "starting Rasa")
    progress.done("  training ended")
    return progress.seconds


def _forget_old(newest: Path) -> None:
    """Keeps the newest few models: going back to earlier data then needs no training."""
    models = sorted(newest.parent.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in models[_KEPT:]:
        old.unlink()
