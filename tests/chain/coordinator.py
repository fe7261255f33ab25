"""Somebody who looks after the planned modules of the running navigator, and what was mailed to its people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from knowledge.clock import say_day
from tests.chain.running import ROOT, Running


class Coordinator:
    """Types commands beside the running navigator."""

    def __init__(self, running: Running) -> None:
        self._env = os.environ | running.settings

    def __call__(self, *words: str) -> Any:
        command = [str(Path(sys.executable).with_name("navigator")), *words, "--json"]
        done = subprocess.run(command, cwd=ROOT, env=self._env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def untouched(self, module: str, town: str | None = None) -> list[dict[str, Any]]:
        """The dates of a module in a town (or online) with nobody on them, the first first."""
        every = self("offering", "list", "--all", "--module", module)
        return [one for one in every if one["town"] == town and one["taken"] == 0]

    def seats(self, offering: str, count: int) -> None:
        """Makes a date one for so many people; with fewer than that it goes on too."""
        changed = ("--maximum", str(count), "--minimum", "1", "--why", "kleine zaal")
        self("offering", "capacity", offering, *changed)

    def people_on(self, offering: str) -> dict[str, str]:
        """Who is on a date, by first name, and in which state."""
        shown = self("offering", "show", offering)
        return {one["name"].split()[0]: one["state"] for one in shown["people"]}


def day_of(offering: dict[str, Any]) -> str:
    """The day of a planned module in words."""
    return say_day(datetime.fromisoformat(offering["starts_at"]))


def mails(running: Running) -> list[EmailMessage]:
    """The mails that were kept, in order of date."""
    files = [message_from_bytes(file.read_bytes(), policy=default) for file in (running.var / "mail").glob("*.eml")]
    return sorted(files, key=lambda mail: mail["Date"].datetime)  # type: ignore[arg-type, return-value]
