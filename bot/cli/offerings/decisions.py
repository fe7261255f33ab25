"""`navigator offering go`, `no-go` and `withdraw`."""

from __future__ import annotations

import click

from bot.cli.offerings.carrying import carry_out, name_of, with_reason


@click.command()
@with_reason
def go(offering_id: str, why: str, who: str | None, as_json: bool) -> None:
    """Decide now that offering ID goes on."""
    _decide(offering_id, True, why, who, as_json)


@click.command("no-go")
@with_reason
def no_go(offering_id: str, why: str, who: str | None, as_json: bool) -> None:
    """Decide now that offering ID isn't held; everybody on it hears of other dates."""
    _decide(offering_id, False, why, who, as_json)


@click.command()
@with_reason
def withdraw(offering_id: str, why: str, who: str | None, as_json: bool) -> None:
    """Take offering ID back, also after a go; everybody on it reads why."""
    from knowledge.seat.changing import withdraw as take_back

    name = name_of(who)
    carry_out(
        offering_id,
        as_json,
        lambda engine, now: take_back(engine, offering_id, now, who=name, why=why),
        lambda _: f"{offering_id} is withdrawn, and every seat on it is cancelled.",
    )


def _decide(offering_id: str, goes_on: bool, why: str, who: str | None, as_json: bool) -> None:
    from knowledge.seat.changing import decide_now

    name = name_of(who)
    said = "goes on (go)." if goes_on else "is not held (no-go), and every seat on it is cancelled."
    carry_out(
        offering_id,
        as_json,
        lambda engine, now: decide_now(engine, offering_id, goes_on, now, who=name, why=why),
        lambda _: f"{offering_id} {said}",
    )
