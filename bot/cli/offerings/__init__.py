"""`navigator offering`: what the coordinator of an academy looks up, decides and changes."""

from __future__ import annotations

import click

from bot.cli.offerings.attendance import attendance
from bot.cli.offerings.changes import capacity, postpone
from bot.cli.offerings.decisions import go, no_go, withdraw
from bot.cli.offerings.listing import list_offerings
from bot.cli.offerings.move import move
from bot.cli.offerings.show import show


@click.group()
def offering() -> None:
    """Planned modules: who is on them, go or no-go, changes, and who was there. Times are Dutch time."""


for _command in (list_offerings, show, go, no_go, withdraw, postpone, capacity, move, attendance):
    offering.add_command(_command)
