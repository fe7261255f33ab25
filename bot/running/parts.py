"""The three parts that make a running navigator: what starts each, and where it answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.settings import Settings


@dataclass(frozen=True)
class Part:
    """A program to start.

    Attributes:
        env: its whole environment.
        answers_at: the address that gives 200 once it can be used.
        limit: seconds it may take until then.
    """

    name: str
    command: Sequence[str]
    cwd: Path
    env: Mapping[str, str]
    log: Path
    answers_at: str
    limit: float


def engine_python(root: Path) -> str:
    """The Python of Rasa's own environment."""
    return str(root / "engine" / ".venv" / "bin" / "python")


def engine_environment(root: Path) -> dict[str, str]:
    """What Rasa may see of our environment: no setting of ours, for they may hold secrets."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("NAVIGATOR_")}
    return ours | {
        "PYTHONPATH": str(root / "engine"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",  # what its packages of 2022 think of today's Python helps nobody
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
    }


def navigator_parts(settings: Settings, root: Path, model: Path) -> list[Part]:
    """Rasa, the actions and the bot, as these settings want them."""
    return [_rasa(settings, root, model), _actions(settings, root), _bot(settings, root)]


def _rasa(settings: Settings, root: Path, model: Path) -> Part:
    return Part(
        name="rasa",
        command=[
            *(engine_python(root), "-m", "components.server", "run", "--enable-api"),
            *("-i", "127.0.0.1", "--port", str(settings.rasa_port), "--model", str(model)),
            *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
        ],
        cwd=root,
        env=engine_environment(root)
        | {
            # It thinks on one thread; more of them only get in the way of the other parts.
            "OMP_NUM_THREADS": "1",
            "TF_NUM_INTRAOP_THREADS": "1",
            "TF_NUM_INTEROP_THREADS": "1",
            "NAVIGATOR_ACTIONS_URL": f"{settings.actions_url}/webhook",
            "NAVIGATOR_RASA_DB": str(settings.var.absolute() / "rasa.db"),
        },
        log=settings.var / "logs" / "rasa.log",
        answers_at=f"{settings.rasa_url}/status",
        limit=240,
    )


def _actions(settings: Settings, root: Path) -> Part:
    return Part(
        name="actions",
        command=[sys.executable, "-m", "bot.running.action_server", str(settings.actions_port)],
        cwd=root,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        log=settings.var / "logs" / "actions.log",
        answers_at=f"{settings.actions_url}/health",
        limit=90,
    )


def _bot(settings: Settings, root: Path) -> Part:
    return Part(
        name="bot",
        command=[sys.executable, "-m", "bot.web"],
        cwd=root,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        log=settings.var / "logs" / "bot.log",
        answers_at=f"{settings.website_url}/healthz",
        limit=90,
    )
