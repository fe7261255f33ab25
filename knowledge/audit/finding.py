"""What an audit finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Finding:
    """A promise that doesn't hold, and where."""

    promise: str
    where: str


GRACE = timedelta(minutes=15)
"""What the clock should have done is only missing after this; what was under way may be signed off so much later."""
