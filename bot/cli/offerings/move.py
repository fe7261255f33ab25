"""`navigator offering move`: another time or another place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.offerings.carrying import carry_out, name_of, with_reason
from bot.cli.offerings.times import Moment, write_period
from knowledge.errors import NavigatorError, UnknownThing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from knowledge.seat.overview import Standing
    from knowledge.seat.whole import WholeOffering


@click.command()
@click.option("--starts", "starts_at", type=Moment(), help="The new start; without --ends it lasts as long as it did.")
@click.option("--ends", "ends_at", type=Moment(), help="The new end.")
@click.option("--place", help="Where it is held, as people read it.")
@click.option("--town", help="The id of a place in the catalogue.")
@click.option("--online/--on-site", default=None, help="Online it has no place; on site it needs one, and a town.")
@click.option("--bring", help="What people bring along.")
@with_reason
def move(offering_id: str, why: str, who: str | None, as_json: bool, **asked: Any) -> None:
    """Move offering ID in time or place; everybody keeps their seat or their place in line."""
    from knowledge.seat.changing import move_offering

    changes = {key: value.strip() if isinstance(value, str) else value for key, value in asked.items()}
    changes = {key: value for key, value in changes.items() if value is not None}
    if not changes:
        raise NavigatorError("Say what changes, such as --starts, --place or --online; --help names all.")
    name = name_of(who)

    def rule(engine: Engine, now: datetime) -> object:
        whole = complete(engine, offering_id, changes)
        return move_offering(engine, offering_id, now, who=name, why=why, **whole)

    carry_out(offering_id, as_json, rule, _say)


def complete(engine: Engine, offering_id: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes with what follows from them: an end as much later as the start, and no place for what is online.

    Raises:
        UnknownThing: for an offering or a town that does not exist.
        NavigatorError: for a place online, or none on site.
    """
    from knowledge.seat.overview import is_named
    from knowledge.seat.whole import whole_offering

    now_it_is = whole_offering(engine, offering_id)
    if changes.get("town") is not None and not is_named(engine, "places", changes["town"]):
        raise UnknownThing("place", changes["town"])
    return _place(now_it_is, changes) | _end(now_it_is, changes)


def _end(was: Standing, changes: dict[str, Any]) -> dict[str, datetime]:
    starts_at = changes.get("starts_at")
    if starts_at is None or "ends_at" in changes or was.starts_at is None or was.ends_at is None:
        return {}
    return {"ends_at": starts_at + (was.ends_at - was.starts_at)}


def _place(was: Standing, changes: dict[str, Any]) -> dict[str, Any]:
    online = changes.get("online", was.online)
    if was.starts_at is None or not {"online", "place", "town"} & set(changes):
        return changes
    if online and (changes.get("place") or changes.get("town")):
        raise NavigatorError(f"{was.id} is online, so it has no place. Add --on-site when it gets one.")
    if online:
        return changes | {"place": "", "town": None}
    if not changes.get("place", was.place) or not changes.get("town", was.town):
        raise NavigatorError(f"{was.id} is on site, so people must know where. Give --place and --town.")
    return changes


def _say(whole: WholeOffering) -> str:
    where = "online" if whole.online else ", ".join(part for part in (whole.place, whole.town) if part)
    return f"{whole.id} is {write_period(whole.starts_at, whole.ends_at)}, {where}."
