"""`navigator invite`: a company's invitation to its people, as a link to spread."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import click

from bot.cli.base import current_settings, json_option
from bot.cli.output import show_json
from bot.links import COMPANY, Links, start_of
from knowledge.clock import AMSTERDAM
from knowledge.errors import NavigatorError


@click.command()
@click.argument("company", metavar="COMPANY")
@click.option("--line", "line_id", metavar="ID", help="The line that it invites to; else it asks what somebody wants.")
@click.option("--until", metavar="DATE", help="The last day on which it works, such as 2026-12-31; else it never ends.")
@json_option
def invite(company: str, line_id: str | None, until: str | None, as_json: bool) -> None:
    """Make an invitation of COMPANY to its people: prints the link. Who opens it is not kept."""
    from bot.running.store import store
    from bot.telegram.name import bot_name
    from knowledge.clock import utc_now
    from knowledge.doors import invitations

    settings = current_settings()
    with store(settings) as engine:
        code = invitations.invite(engine, company, line_id, utc_now(), _end_of(until) if until else None)
    show_links(links(Links(settings.people_url, bot_name(settings)), code), as_json)


def links(doors: Links, code: str) -> dict[str, str | None]:
    """The addresses of an invitation; the one on Telegram is None while there is no bot."""
    start = start_of(COMPANY, code)
    return {"code": code, "website": doors.website(start), "telegram": doors.telegram(start)}


def show_links(found: dict[str, str | None], as_json: bool) -> None:
    """Prints them: each on a line of its own, or as JSON."""
    if as_json:
        show_json(found)
    else:
        for name in ("website", "telegram"):
            if found[name]:
                click.echo(found[name])


def _end_of(date: str) -> datetime:
    """The moment in UTC at which a day ends in the Netherlands."""
    try:
        day = datetime.strptime(date.strip(), "%Y-%m-%d").date()  # noqa: DTZ007  # the zone comes on the next line
        return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM).astimezone(UTC)
    except (ValueError, OverflowError):
        raise NavigatorError(f"{date!r} is no date. Write it as YYYY-MM-DD, such as 2026-12-31.") from None
