"""The command line, `navigator`: one small file for each group of commands."""

from __future__ import annotations

import click

from bot.cli.advise import advise
from bot.cli.audit import audit
from bot.cli.base import NavigatorGroup
from bot.cli.catalogue import catalogue
from bot.cli.chat import chat
from bot.cli.invite import invite
from bot.cli.metromap import draw_map, export_map, import_map
from bot.cli.migrate import migrate
from bot.cli.offerings import offering
from bot.cli.settings import settings
from bot.cli.train import train
from bot.cli.understand import understand
from bot.cli.up import up

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


@click.group(cls=NavigatorGroup, context_settings=_CONTEXT)
@click.version_option(package_name="smart-makers-navigator", prog_name="navigator")
def main() -> None:
    """The Smart Makers Navigator: start it, talk to it, and look after its catalogue."""


for _command in (
    up,
    chat,
    understand,
    catalogue,
    import_map,
    export_map,
    draw_map,
    advise,
    offering,
    invite,
    audit,
    train,
    migrate,
    settings,
):
    main.add_command(_command)
