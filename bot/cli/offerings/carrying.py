"""What every command that changes an offering shares: who and why, the change itself, and what it says of it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.cli.base import current_settings, json_option
from bot.cli.output import show_json
from knowledge.clock import utc_now
from knowledge.errors import NavigatorError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from knowledge.seat.whole import WholeOffering

F = TypeVar("F", bound=Callable[..., Any])

offering_argument = click.argument("offering_id", metavar="ID")
who_option = click.option("--who", help="Who does this; the login name when left out.")
why_option = click.option("--why", required=True, help="The reason; it is kept, and people may read it.")


def with_reason(command: F) -> F:
    """Gives a command its ID, ``--why``, ``--who`` and ``--json``."""
    return offering_argument(why_option(who_option(json_option(command))))


def carry_out(
    offering_id: str, as_json: bool, rule: Callable[[Engine, datetime], object], say: Callable[[WholeOffering], str]
) -> None:
    """Changes an offering by a rule, and says what that did and whom it touches; as JSON the offering as it is now."""
    from bot.running.store import store
    from knowledge.seat.whole import whole_offering

    with store(current_settings()) as engine:
        now = utc_now()
        rule(engine, now)
        whole = whole_offering(engine, offering_id)
    if as_json:
        show_json(whole)
        return
    changed = any(change.at == now for change in whole.changes)
    done = say(whole) if changed else f"Nothing changed: this is how {offering_id} was already."
    click.echo(f"{done} {touched(whole, now)}")


def touched(whole: WholeOffering, now: datetime) -> str:
    """Whom a change of this moment reaches: ``12 people will be told.``"""
    from knowledge.vocabulary import NoticeKind

    told = [message for message in whole.told if message.written_at == now]
    people = len({message.number for message in told})
    if not people:
        return "Nobody will be told."
    offers = sum(message.kind in (NoticeKind.OFFER, NoticeKind.FIRST_COME) for message in told)
    offered = f"; {offers} of them can get a seat" if offers else ""
    return f"{people} {'person' if people == 1 else 'people'} will be told{offered}."


def name_of(who: str | None) -> str:
    """Who does this: as given, else the login name.

    Raises:
        NavigatorError: when it is empty, or nobody is logged in.
    """
    try:
        name = getpass.getuser() if who is None else who.strip()
    except (KeyError, OSError, ImportError):
        name = ""
    if not name:
        raise NavigatorError("It must be known who does this. Give your name with --who.")
    return name
