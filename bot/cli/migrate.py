"""`navigator migrate`: the tables of the database."""

from __future__ import annotations

import click

from bot.cli.base import current_settings


@click.command()
def migrate() -> None:
    """Make the database, or bring its tables up to date."""
    from bot.running.store import store
    from knowledge.database import migrate as bring_up_to_date

    with store(current_settings(), create=True) as engine:
        bring_up_to_date(engine)
    click.echo("The database is up to date.")
