"""`navigator offering postpone` and `capacity`."""

from __future__ import annotations

from datetime import datetime

import click

from bot.cli.offerings.carrying import carry_out, name_of, with_reason
from bot.cli.offerings.times import Moment, write_moment
from knowledge.errors import NavigatorError


@click.command()
@click.option("--until", type=Moment(), required=True, help="When it is decided instead, in Dutch time.")
@with_reason
def postpone(offering_id: str, until: datetime, why: str, who: str | None, as_json: bool) -> None:
    """Decide later about offering ID."""
    from knowledge.seat.changing import postpone as decide_later

    name = name_of(who)
    carry_out(
        offering_id,
        as_json,
        lambda engine, now: decide_later(engine, offering_id, until, now, who=name, why=why),
        lambda _: f"{offering_id} is decided on {write_moment(until)}.",
    )


@click.command()
@click.option("--maximum", type=int, help="How many seats there are.")
@click.option("--minimum", type=int, help="How many must come for a go.")
@with_reason
def capacity(
    offering_id: str, maximum: int | None, minimum: int | None, why: str, who: str | None, as_json: bool
) -> None:
    """Change for how many offering ID is held; seats that come free go to who waits."""
    from knowledge.seat.changing import set_capacity

    if maximum is None and minimum is None:
        raise NavigatorError("Say what changes: give --maximum, --minimum or both.")
    name = name_of(who)
    carry_out(
        offering_id,
        as_json,
        lambda engine, now: set_capacity(engine, offering_id, now, who=name, why=why, maximum=maximum, minimum=minimum),
        lambda whole: f"{offering_id} ({whole.state}) is for {whole.minimum} to {whole.maximum} people.",
    )
