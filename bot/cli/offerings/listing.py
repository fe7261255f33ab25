"""`navigator offering list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.base import current_settings, json_option
from bot.cli.offerings.times import write_moment, write_period
from bot.cli.output import show_json
from knowledge.clock import utc_now
from knowledge.errors import UnknownThing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from knowledge.seat.overview import Standing

PAST_WEEKS = 4
"""How far back --past looks by itself."""


@click.command("list")
@click.option("--module", metavar="ID", help="Only of this module.")
@click.option("--academy", metavar="ID", help="Only of this academy.")
@click.option("--undecided", is_flag=True, help="Only what still waits for a go or no-go.")
@click.option("--weeks", type=click.IntRange(1, 520), metavar="N", help="Only within so many weeks from now.")
@click.option("--all", "empty", is_flag=True, help="Also those with nobody on them.")
@click.option("--past", is_flag=True, help=f"What began in the last {PAST_WEEKS} (or --weeks) weeks, to mark who came.")
@json_option
def list_offerings(
    module: str | None, academy: str | None, undecided: bool, weeks: int | None, empty: bool, past: bool, as_json: bool
) -> None:
    """List the offerings to come with people on them, the first to begin first."""
    from bot.running.store import store
    from knowledge.seat.overview import Wanted, standings

    if past and weeks is None:
        weeks = PAST_WEEKS
    wanted = Wanted(module, academy, undecided, weeks, past, empty)
    with store(current_settings()) as engine:
        _refuse_unknown(engine, module, academy)
        found = standings(engine, wanted, utc_now())
    if as_json:
        show_json(found)
        return
    for line in table(found):
        click.echo(line)
    if not found:
        everyone = "" if empty else " with people on them; --all shows those with nobody too"
        click.echo(f"There are no such offerings{everyone}.", err=True)


def table(found: list[Standing]) -> list[str]:
    """A line for each: id, module, when and how it stands."""
    cells = [(one.id, one.name, write_period(one.starts_at, one.ends_at)) for one in found]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=True)), how_it_stands(one)])
        for row, one in zip(cells, found, strict=True)
    ]


def how_it_stands(one: Standing) -> str:
    """``3/12 seats, 0 waiting, minimum 4, 1 needed, decision 2026-12-01 13:00, open``."""
    parts = [f"{one.taken}/{one.maximum} seats", f"{one.waiting} waiting", f"minimum {one.minimum}"]
    parts += [f"{one.needed} needed"]
    parts += [f"{one.marked} marked"] if one.marked else []
    parts += [f"decision {write_moment(one.decide_at)}" if one.decide_at else "no decision date", one.state]
    return ", ".join(parts)


def _refuse_unknown(engine: Engine, module: str | None, academy: str | None) -> None:
    from knowledge.seat.overview import is_named

    for kind, word, id in (("modules", "module", module), ("academies", "academy", academy)):
        if id is not None and not is_named(engine, kind, id):
            raise UnknownThing(word, id)
