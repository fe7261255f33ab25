"""`navigator offering attendance`: who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.base import current_settings, json_option
from bot.cli.offerings.carrying import name_of, offering_argument, who_option
from bot.cli.output import show_json
from knowledge.clock import utc_now
from knowledge.errors import NavigatorError

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@offering_argument
@click.option("--present", default="", metavar="NUMBERS", help="Who was there: numbers of enrolments, as 12,14.")
@click.option("--absent", default="", metavar="NUMBERS", help="Who wasn't.")
@click.option("--all-present", is_flag=True, help="Everybody with a seat was there, but for who is in --absent.")
@who_option
@json_option
def attendance(offering_id: str, present: str, absent: str, all_present: bool, who: str | None, as_json: bool) -> None:
    """Mark who was there on offering ID; `navigator offering show` has the numbers. Anew corrects a mistake."""
    from bot.running.store import store
    from knowledge.seat.attending import mark
    from knowledge.seat.whole import whole_offering

    there, away, name = _numbers(present), _numbers(absent), name_of(who)
    if both := there & away:
        raise NavigatorError(f"{_list(both)} cannot be both present and absent. Give each number once.")
    if not (there or away or all_present):
        raise NavigatorError("Say who was there: give --present, --absent or --all-present.")
    with store(current_settings()) as engine:
        now = utc_now()
        if all_present:
            there |= _with_a_seat(engine, offering_id) - away
        mark(engine, offering_id, dict.fromkeys(there, True) | dict.fromkeys(away, False), now, who=name)
        whole = whole_offering(engine, offering_id)
    if as_json:
        show_json(whole)
    else:
        click.echo(f"Marked on {offering_id}: {len(there)} present, {len(away)} absent.")


def _with_a_seat(engine: Engine, offering_id: str) -> set[int]:
    from knowledge.seat.attending import HAD_A_SEAT
    from knowledge.seat.whole import whole_offering

    people = whole_offering(engine, offering_id).people
    found = {person.number for person in people if person.state in HAD_A_SEAT}
    if not found:
        raise NavigatorError(f"Nobody had a seat on {offering_id}, so nobody was marked.")
    return found


def _numbers(text: str) -> set[int]:
    """``12,14`` as numbers. Raises NavigatorError."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    wrong = [part for part in parts if not (part.isascii() and part.isdecimal() and len(part) < 10)]
    if wrong:
        raise NavigatorError(f"{wrong[0]!r} is no number of an enrolment. Give numbers with commas, such as 12,14.")
    return {int(part) for part in parts}


def _list(numbers: set[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))
