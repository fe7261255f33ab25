"""Times as a coordinator types and reads them: the wall clock of the Netherlands."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from knowledge.clock import AMSTERDAM, to_local
from knowledge.errors import NavigatorError

FORM = "YYYY-MM-DD HH:MM"
OWN_PACE = "at one's own pace"


class Moment(click.ParamType[datetime]):
    """A wall-clock time as an option; becomes UTC."""

    name = FORM

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        return value if isinstance(value, datetime) else read_moment(value)


def read_moment(text: str) -> datetime:
    """The moment in UTC of ``2026-12-08 13:00`` in the Netherlands; of a doubled hour the first.

    Raises:
        NavigatorError: when it isn't written so, or when the clock skips it.
    """
    try:
        local = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NavigatorError(
            f"{text!r} is no time. Write it as {FORM}, such as '2026-12-08 13:00' (Dutch time)."
        ) from None
    if to_local(moment).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NavigatorError(
            f"{text!r} does not exist: the Dutch clock goes an hour forward then. Give a time an hour later or earlier."
        )
    return moment


def write_moment(moment: datetime) -> str:
    """``2026-12-08 13:00``, Dutch time."""
    return f"{to_local(moment):%Y-%m-%d %H:%M}"


def write_period(starts_at: datetime | None, ends_at: datetime | None) -> str:
    """``2026-12-08 13:00–17:00``; with both days when it ends on another."""
    if starts_at is None or ends_at is None:
        return OWN_PACE
    same_day = to_local(starts_at).date() == to_local(ends_at).date()
    return f"{write_moment(starts_at)}–{f'{to_local(ends_at):%H:%M}' if same_day else write_moment(ends_at)}"
