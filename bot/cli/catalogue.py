"""`navigator catalogue`: check it, load it, list what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.base import REFUSED, current_settings, json_option
from bot.cli.output import show_json
from knowledge.clock import utc_now
from knowledge.settings import Settings

if TYPE_CHECKING:
    from knowledge.catalogue.content import Thing

_path = click.argument("path", required=False, type=click.Path(path_type=Path))


@click.group()
def catalogue() -> None:
    """The catalogue as an academy writes it (YAML), and as it is in the database."""


@catalogue.command()
@_path
@json_option
def check(path: Path | None, as_json: bool) -> None:
    """Hold the files at PATH to the design rules; names each fault with file, line and what to do."""
    from knowledge.catalogue.check import check_content

    checked = check_content(_content(path))
    if as_json:
        show_json({"faults": checked.faults, "things": len(checked.written)})
    else:
        for fault in checked.faults:
            click.echo(str(fault))
        count = len(checked.faults)
        found = "no faults" if not count else "1 fault" if count == 1 else f"{count} faults"
        click.echo(f"{len(checked.written)} things read, {found}.", err=True)
    if checked.faults:
        raise click.exceptions.Exit(REFUSED)


@catalogue.command()
@_path
@json_option
def load(path: Path | None, as_json: bool) -> None:
    """Load the files at PATH into the database: all of it, or nothing when there are faults."""
    from bot.running.store import store
    from knowledge.catalogue.load import load_content
    from knowledge.database import migrate

    settings = current_settings()
    with store(settings, create=True) as engine:
        migrate(engine)
        result = load_content(engine, _content(path, settings), utc_now(), settings.planning_weeks)
    if as_json:
        show_json(result)
        return
    click.echo(
        f"{'Loaded' if result.changed else 'Nothing changed'}: version {result.version}, "
        f"{result.lines} lines, {result.modules} modules, {result.offerings} offerings."
    )
    for offering in result.kept:
        click.echo(f"Kept, because people are enrolled on it though it left the content: {offering}")


@catalogue.command("list")
@_path
@json_option
def list_things(path: Path | None, as_json: bool) -> None:
    """List kind, id and name of all that was loaded, or of the files at PATH."""
    things = _written(path) if path else _loaded()
    if as_json:
        show_json(things)
        return
    for thing in things:
        click.echo(f"{thing['kind']:<14} {thing['id']:<40} {thing['name']}")


def _content(path: Path | None, settings: Settings | None = None) -> Path:
    return path or (settings or current_settings()).content


def _written(path: Path) -> list[dict[str, str]]:
    from knowledge.catalogue.check import check_content
    from knowledge.errors import ContentError

    checked = check_content(path)
    if checked.faults:
        raise ContentError(checked.faults)
    content = checked.content()
    return _rows({kind: getattr(content, kind) for kind in named_kinds()})


def _loaded() -> list[dict[str, str]]:
    from bot.running.store import store
    from knowledge.catalogue.snapshot import CatalogueView

    with store(current_settings()) as engine:
        loaded = CatalogueView(engine).now()
    return _rows({kind: getattr(loaded, kind).values() for kind in named_kinds()})


def named_kinds() -> list[str]:
    """The kinds of things that have an id and a name."""
    from knowledge.catalogue.content import KINDS, Thing

    return [kind for kind, shape in KINDS.items() if issubclass(shape, Thing)]


def _rows(things: Mapping[str, Iterable[Thing]]) -> list[dict[str, str]]:
    return [{"kind": kind, "id": thing.id, "name": thing.name} for kind, found in things.items() for thing in found]
