"""`navigator up`: from nothing running to a navigator that answers, and to nothing running again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from bot.running.parts import navigator_parts
from bot.running.ports import check_ports
from bot.running.progress import say
from bot.running.signals import stoppable
from bot.running.store import store
from bot.running.supervisor import supervise
from bot.running.training import ensure_model
from bot.telegram.name import bot_name
from knowledge.catalogue.load import load_content
from knowledge.database import migrate
from knowledge.errors import NavigatorError
from knowledge.settings import Settings

_ROOT_FILES = ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml")


def run_navigator(settings: Settings, root: Path, now: datetime) -> None:
    """Runs it until SIGINT, SIGTERM or SIGHUP.

    Raises:
        NavigatorError: when something is in the way, before anything started.
        PartError: when a part died.
    """
    with stoppable():
        try:
            check_root(root)
            check_ports(settings)
            _prepare_database(settings, now)
            model = ensure_model(root, settings.var / "logs")
            say("Starting rasa, actions and bot.")
            supervise(navigator_parts(settings, root, model), lambda: _show_addresses(settings))
        except KeyboardInterrupt:
            say("Stopped.")


def check_root(root: Path) -> None:
    """Raises NavigatorError when this isn't the project's folder."""
    missing = [name for name in _ROOT_FILES if not (root / name).is_file()]
    if missing:
        raise NavigatorError(f"There is no {', '.join(missing)} here. Run this in the project's own folder.")


def _prepare_database(settings: Settings, now: datetime) -> None:
    with store(settings, create=True) as engine:
        migrate(engine)
        loaded = load_content(engine, settings.content, now, settings.planning_weeks)
    state = "loaded" if loaded.changed else "unchanged"
    say(f"Catalogue {state}: {loaded.lines} lines, {loaded.modules} modules, {loaded.offerings} offerings.")


def _show_addresses(settings: Settings) -> None:
    click.echo(
        f"The navigator is running.\n"
        f"  Look round     {settings.website_url}/\n"
        f"  Talk to it     {settings.website_url}/gesprek  (or `make chat` in another terminal)\n"
        f"  On Telegram    {_telegram(settings)}\n"
        f"  The catalogue  {settings.website_url}/api/lines\n"
        f"  How it is      {settings.website_url}/healthz\n"
        f"Ctrl-C stops it."
    )


def _telegram(settings: Settings) -> str:
    """Where to find it on Telegram, or why it isn't there."""
    if not settings.telegram_token:
        return "off; set NAVIGATOR_TELEGRAM_TOKEN to talk there too"
    name = bot_name(settings)
    log = settings.var / "logs" / "bot.log"
    return (
        f"https://t.me/{name}" if name else f"no answer to NAVIGATOR_TELEGRAM_TOKEN: a wrong token, or no line ({log})"
    )
