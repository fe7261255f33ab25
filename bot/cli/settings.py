"""`navigator settings`: what is set, and where it was."""

from __future__ import annotations

import re

import click
from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource

from bot.cli.base import current_settings, json_option
from bot.cli.output import plain, show_json
from knowledge.settings import Settings

_SECRET_NAME = re.compile(r"token|secret|password|key", re.IGNORECASE)
# A user may be a mail address, and a password may hold any sign: all from the first colon to the last @ is hidden.
_PASSWORD_IN_URL = re.compile(r"(?<=://)([^:/\s]*):(\S*)@")


@click.command()
@json_option
def settings(as_json: bool) -> None:
    """Print every setting, its value and where that came from; secrets are hidden."""
    rows = setting_rows(current_settings())
    if as_json:
        show_json(rows)
        return
    for row in rows:
        click.echo(f"{row['setting']}={row['value']}  ({row['source']})")


def setting_rows(found: Settings) -> list[dict[str, object]]:
    """A row ``setting, value, source`` for each setting, in the order of the class."""
    from_environment = EnvSettingsSource(Settings)()
    from_file = DotEnvSettingsSource(Settings)()
    rows: list[dict[str, object]] = []
    for name in Settings.model_fields:
        source = "environment" if name in from_environment else ".env" if name in from_file else "default"
        value = hide_secrets(name, plain(getattr(found, name)))
        rows.append({"setting": f"NAVIGATOR_{name.upper()}", "value": value, "source": source})
    return rows


def hide_secrets(name: str, value: object) -> object:
    """The value as it may be shown: no secret, and no password within an address."""
    if _SECRET_NAME.search(name) and value:
        return "***"
    return _PASSWORD_IN_URL.sub(r"\1:***@", value) if isinstance(value, str) else value
