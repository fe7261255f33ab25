"""Drawings are made when a catalogue is loaded, and only when something changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, select

from knowledge.catalogue.content import Content
from knowledge.catalogue.load import load
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.drawing.draw import draw_map
from knowledge.drawing.store import drawing_in
from knowledge.tables import MapDrawing
from tests.knowledge.catalogue.metromap.metromap_help import small_content

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def rows(engine: Engine) -> list[dict[str, Any]]:
    with Session(engine) as session:
        return [row.model_dump() for row in session.scalars(select(MapDrawing))]


def renamed(content: Content, name: str) -> Content:
    modules = [one.model_copy(update={"name": name}) if one.id == "meten" else one for one in content.modules]
    return content.model_copy(update={"modules": modules})


def test_a_load_draws_every_map_and_reading_gives_that_drawing(databases: Engine) -> None:
    load(databases, small_content(), NOW)
    assert [row["map_id"] for row in rows(databases)] == ["kaart"]
    catalogue = CatalogueView(databases).now()
    assert drawing_in(databases, catalogue, "kaart") == draw_map(catalogue, "kaart")


def test_what_did_not_change_is_not_drawn_again(databases: Engine) -> None:
    load(databases, small_content(), NOW)
    with Session(databases) as session, session.begin():
        row = session.get(MapDrawing, "kaart")
        assert row is not None
        row.body = {**row.body, "width": 12345}
    changed = small_content()
    load(databases, changed.model_copy(update={"personas": [], "places": []}), NOW.replace(day=24))
    assert [row["body"]["width"] for row in rows(databases)] == [12345]
    load(databases, renamed(changed, "Iets anders"), NOW)
    assert [row["body"]["width"] for row in rows(databases)] != [12345]


def test_a_map_that_left_the_catalogue_leaves_its_drawing(databases: Engine) -> None:
    load(databases, small_content(), NOW)
    load(databases, small_content().model_copy(update={"maps": []}), NOW)
    assert rows(databases) == []


def test_a_drawing_of_an_older_catalogue_is_never_shown(databases: Engine) -> None:
    load(databases, small_content(), NOW)
    old = rows(databases)
    load(databases, renamed(small_content(), "Een heel andere naam"), NOW)
    with Session(databases) as session, session.begin():
        row = session.get(MapDrawing, "kaart")
        assert row is not None
        row.digest, row.body = old[0]["digest"], old[0]["body"]
    catalogue = CatalogueView(databases).now()
    assert drawing_in(databases, catalogue, "kaart") == draw_map(catalogue, "kaart")
