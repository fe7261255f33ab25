"""Shows on stderr how far something is: one changing line on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time

import click


def say(text: str) -> None:
    """One line on stderr; stdout is for data."""
    click.echo(text, err=True)


class Progress:
    """What is being done, and for how long: ``training, 20 s: Epoch 12``."""

    def __init__(self, what: str, every: float = 10.0) -> None:
        self._what = what
        self._every = every
        self._live = sys.stderr.isatty()
        self._began = time.monotonic()
        self._said = self._began

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    def tell(self, detail: str) -> None:
        """Shows the newest detail, when it is time to."""
        text = f"{self._what}, {self.seconds:.0f} s: {detail.strip()[:90]}"
        if self._live:
            click.echo(f"\r\x1b[K{text}", nl=False, err=True)
        elif time.monotonic() - self._said >= self._every:
            self._said = time.monotonic()
            say(text)

    def done(self, text: str) -> None:
        """Ends with this line."""
        say(f"\r\x1b[K{text}" if self._live else text)
