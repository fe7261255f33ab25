"""`navigator import-map` and `export-map`: the file of the Metro Map Designer, that academies draw in; and
`draw-map`: the map as a picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.base import current_settings, json_option, read_text, write_text
from knowledge.errors import MapFileError

if TYPE_CHECKING:
    from knowledge.catalogue.content import Content

_file = click.Path(path_type=Path)
_out = click.option("--out", type=_file, help="Write to this file instead of the terminal.")


@click.command("import-map")
@click.argument("file", type=_file)
@_out
@json_option
def import_map(file: Path, out: Path | None, as_json: bool) -> None:
    """Make a draft of the catalogue from the map in FILE, with a question for all that it doesn't tell."""
    from knowledge.catalogue.metromap import import_map as read_map

    imported = read_map(read_text(file), str(file), _known())
    write_text(out, imported.as_json() if as_json else imported.as_yaml())
    if out is not None:
        for question in imported.questions:
            click.echo(f"{question.where}: {question.what}")
    click.echo(f"{len(imported.questions)} questions are open; answer them in the draft.", err=True)


@click.command("export-map")
@click.argument("map_id", metavar="MAP")
@_out
@click.option("--drawing", type=_file, help="What `import-map --json` wrote: draws it as it was drawn there.")
def export_map(map_id: str, out: Path | None, drawing: Path | None) -> None:
    """Write the loaded map with id MAP as a file that the Metro Map Designer opens."""
    from bot.running.store import store
    from knowledge.catalogue.metromap import export_map as draw_map
    from knowledge.catalogue.snapshot import CatalogueView

    with store(current_settings()) as engine:
        catalogue = CatalogueView(engine).now()
    write_text(out, draw_map(catalogue, map_id, _drawing(drawing) if drawing else None))


@click.command("draw-map")
@click.argument("map_id", metavar="MAP")
@_out
def draw_map(map_id: str, out: Path | None) -> None:
    """Draw the loaded map with id MAP as an SVG picture, to be hung on the wall (A3)."""
    from bot.running.store import store
    from knowledge.catalogue.snapshot import CatalogueView
    from knowledge.drawing.store import drawing_in
    from knowledge.drawing.svg import picture

    with store(current_settings()) as engine:
        network, drawing = drawing_in(engine, CatalogueView(engine).now(), map_id)
    write_text(out, picture(network, drawing))


def _known() -> Content | None:
    """The catalogue so far, to which the map is matched; without one, or a sound one, all is new."""
    from knowledge.catalogue.check import check_content

    path = current_settings().content
    if not path.exists():
        return None
    checked = check_content(path)
    if checked.faults:
        click.echo(
            f"The catalogue in {path} has faults, so nothing was matched to it; `navigator catalogue check` "
            "names them.",
            err=True,
        )
        return None
    return checked.content()


def _drawing(file: Path) -> dict[str, Any]:
    try:
        drawing = json.loads(read_text(file))["drawing"]
    except (ValueError, KeyError, TypeError):
        raise MapFileError(f"{file} holds no drawing. Give what `navigator import-map FILE --json` wrote.") from None
    if not isinstance(drawing, dict):
        raise MapFileError(f"{file}: its `drawing` is no object. Import the map anew.")
    return drawing
