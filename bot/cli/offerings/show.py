"""`navigator offering show`: everything of one offering."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.base import current_settings, json_option
from bot.cli.offerings.carrying import offering_argument
from bot.cli.offerings.listing import how_it_stands
from bot.cli.offerings.times import write_moment, write_period
from bot.cli.output import show_json
from knowledge.vocabulary import NoticeState

if TYPE_CHECKING:
    from knowledge.seat.whole import Change, Person, Told, WholeOffering


@click.command()
@offering_argument
@json_option
def show(offering_id: str, as_json: bool) -> None:
    """Show who is on offering ID, what was decided and changed, and what people were told."""
    from bot.running.store import store
    from knowledge.seat.whole import whole_offering

    with store(current_settings()) as engine:
        whole = whole_offering(engine, offering_id)
    if as_json:
        show_json(whole)
    else:
        click.echo("\n".join(in_lines(whole)))


def in_lines(whole: WholeOffering) -> Iterator[str]:
    """The same to read, in Dutch time."""
    where = ["online"] if whole.online else [part for part in (whole.place, whole.town) if part]
    yield f"{whole.id}: {whole.name}"
    yield f"  {', '.join([write_period(whole.starts_at, whole.ends_at), *where])} · {whole.academy}"
    yield f"  {how_it_stands(whole)}"
    if whole.bring:
        yield f"  bring: {whole.bring}"
    yield from _part("People", [line for person in whole.people for line in _person(person)])
    yield from _part("Decisions and changes", [_change(change) for change in whole.changes])
    yield from _part("Told", [_told(message) for message in whole.told])


def _part(title: str, lines: list[str]) -> Iterator[str]:
    yield title if lines else f"{title}: none"
    yield from (f"  {line}" for line in lines)


def _person(person: Person) -> Iterator[str]:
    parts = [f"{person.state} since {write_moment(person.since)}"]
    parts += [f"number {person.place_in_line} in line"] if person.place_in_line else []
    parts += [f"held until {write_moment(person.held_until)}"] if person.held_until else []
    parts += [f"said on {write_moment(person.said_they_come)} that they come"] if person.said_they_come else []
    yield f"{person.number}  {person.name or 'name unknown'}: {', '.join(parts)}"
    if person.learning_question:
        yield f"    learning question: {_one_line(person.learning_question)}"
    if person.own_case:
        yield f"    own case: {_one_line(person.own_case)}"


def _change(change: Change) -> str:
    what = [f"{change.before} → {change.after}"] if change.before != change.after else []
    what += [f"{name} {_value(name, old)} → {_value(name, new)}" for name, (old, new) in change.changed.items()]
    return f"{write_moment(change.at)}  {change.who}: {', '.join(what)}. Why: {_one_line(change.why)}"


def _value(name: str, value: Any) -> str:
    """A value of a column; moments (``starts_at``) are kept as ISO 8601, and read in Dutch time."""
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return write_moment(datetime.fromisoformat(value)) if name.endswith("_at") else str(value)


def _told(message: Told) -> str:
    when = write_moment(message.at)
    how = {
        NoticeState.SENT: f"sent by {message.way}, {when}",
        NoticeState.DUE: f"goes from {when}",
        NoticeState.DROPPED: f"not sent: {message.why}",
        NoticeState.FAILED: f"failed: {message.why}",
    }[message.state]
    refused = [f"refused by {no['way']}: {_one_line(no['why'])}" for no in message.refusals]
    return "; ".join([f"{message.number}  {message.kind}: {how}", *refused])


def _one_line(text: str) -> str:
    return " ".join(text.split())
