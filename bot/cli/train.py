"""`navigator train`: the Rasa model."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.base import current_settings


@click.command()
@click.option("--force", is_flag=True, help="Train anew, though nothing changed.")
def train(force: bool) -> None:
    """Train the model when its inputs changed; prints where it is."""
    from bot.running.training import ensure_model
    from bot.running.up import check_root

    root = Path.cwd()
    check_root(root)
    model = ensure_model(root, current_settings().var / "logs", force=force)
    click.echo(str(model.relative_to(root)))
