"""`navigator audit`: whether the promises hold in the database."""

from __future__ import annotations

import click

from bot.cli.base import REFUSED, current_settings, json_option
from bot.cli.output import show_json


@click.command()
@json_option
def audit(as_json: bool) -> None:
    """Look whether the promises hold; exit code 0, or 2 when one doesn't. Changes nothing."""
    from bot.running.store import store
    from knowledge.audit import audit as find_broken_promises
    from knowledge.clock import utc_now

    with store(current_settings()) as engine:
        findings = find_broken_promises(engine, utc_now())
    if as_json:
        show_json(findings)
    else:
        for finding in findings:
            click.echo(f"Broken: {finding.promise}. {finding.where}")
        click.echo(f"{len(findings)} promises are broken." if findings else "All promises hold.", err=True)
    if findings:
        raise click.exceptions.Exit(REFUSED)
