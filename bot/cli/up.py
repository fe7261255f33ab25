"""`navigator up`: the whole navigator, until Ctrl-C."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.base import Refused, current_settings
from knowledge.clock import utc_now


class Failed(Refused):
    """A part died: nobody did anything wrong, but it runs no more."""

    exit_code = 1


@click.command()
def up() -> None:
    """Start Rasa, the actions and the bot; Ctrl-C stops them all."""
    from bot.running.supervisor import PartError
    from bot.running.up import run_navigator

    try:
        run_navigator(current_settings(), Path.cwd(), utc_now())
    except PartError as error:
        raise Failed(str(error)) from None
