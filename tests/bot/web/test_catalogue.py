"""The catalogue as others read it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.web.app import make_app
from bot.web.shapes import LineDetail, LineInList, ModuleDetail, OfferingInList
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import open_database, writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import Learner, Offering

pytestmark = pytest.mark.anyio


async def test_all_lines_are_listed_in_their_order(api: httpx.AsyncClient, filled: Engine) -> None:
    said = (await api.get("/api/lines")).json()
    catalogue = CatalogueView(filled).now()
    assert [line["id"] for line in said] == list(catalogue.lines)
    assert {"cyber-security", "smart-maintenance"} <= {line["id"] for line in said}
    for line in map(LineInList.model_validate, said):
        own = catalogue.lines[line.id]
        assert (line.name, line.goal, line.station_count) == (own.name, own.goal, len(own.stations))
        assert line.target_group.name == catalogue.target_groups[own.target_group].name


async def test_a_line_has_its_stations_and_where_one_can_change(api: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    shared = {module: lines for module, lines in catalogue.lines_of.items() if len(lines) > 1}
    for own in catalogue.lines.values():
        line = LineDetail.model_validate((await api.get(f"/api/lines/{own.id}")).json())
        assert [(one.module, one.phase, one.skip) for one in line.stations] == [
            (one.module, one.phase, one.skip) for one in own.stations
        ]
        assert line.hours == sum(station.hours for station in line.stations)
        for station in line.stations:
            others = [id for id in shared.get(station.module, []) if id != own.id]
            assert [one.id for one in station.also_on] == others


async def test_every_module_can_be_read(api: httpx.AsyncClient, filled: Engine) -> None:
    for own in CatalogueView(filled).now().modules.values():
        module = ModuleDetail.model_validate((await api.get(f"/api/modules/{own.id}")).json())
        assert (module.name, module.type, module.hours) == (own.name, own.type, own.hours)
        assert {skill.id: skill.level for skill in module.teaches} == own.teaches
        assert module.owner.name != module.owner.id


async def test_offerings_come_page_by_page_and_none_is_missed_or_shown_twice(
    api: httpx.AsyncClient, filled: Engine, loaded: tuple[Path, datetime]
) -> None:
    found: list[dict[str, Any]] = []
    while page := (
        await api.get("/api/offerings", params={"limit": 200, **({"after": found[-1]["id"]} if found else {})})
    ).json():
        found += page
    with Session(filled) as session:
        future = col(Offering.starts_at) > loaded[1]
        ids = session.scalars(select(col(Offering.id)).where(future | col(Offering.starts_at).is_(None))).all()
    assert len(found) == len(ids)
    assert {one["id"] for one in found} == set(ids)
    starts = [one.starts_at for one in map(OfferingInList.model_validate, found)]
    assert starts == sorted(starts, key=lambda start: (start is None, start))


async def test_offerings_can_be_asked_for_by_line_module_and_academy(api: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    modules = {station.module for station in catalogue.lines["cyber-security"].stations}
    first = (await api.get("/api/offerings", params={"line": "cyber-security", "limit": 200})).json()
    assert first
    assert {one["module"]["id"] for one in first} <= modules
    module, academy = first[0]["module"]["id"], first[0]["academy"]["id"]
    asked = {"module": module, "academy": academy, "limit": 200}
    some = (await api.get("/api/offerings", params=asked)).json()
    assert {(one["module"]["id"], one["academy"]["id"]) for one in some} == {(module, academy)}


async def test_seats_that_are_taken_are_gone(
    api: httpx.AsyncClient, filled: Engine, loaded: tuple[Path, datetime]
) -> None:
    before = (await api.get("/api/offerings", params={"limit": 1})).json()[0]
    with writing(filled) as session:
        learner = Learner(created_at=loaded[1])
        session.add(learner)
    enrol(filled, learner.id, [before["id"]], loaded[1])
    after = (await api.get("/api/offerings", params={"limit": 1})).json()[0]
    assert before["seats_left"] == before["maximum"]
    assert after == {**before, "seats_left": before["maximum"] - 1, "needed": max(0, before["needed"] - 1)}


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/api/lines/nergens", 404, "There is no line with id 'nergens'."),
        ("/api/modules/nergens", 404, "There is no module with id 'nergens'."),
        ("/api/offerings?line=nergens", 404, "There is no line with id 'nergens'."),
        ("/api/offerings?module=nergens", 404, "There is no module with id 'nergens'."),
        ("/api/offerings?academy=nergens", 404, "There is no academy with id 'nergens'."),
        ("/api/offerings?after=nergens", 404, "There is no offering in this list with id 'nergens'."),
        ("/api/lines/%27%3B%20DROP%20TABLE--", 404, 'There is no line with id "\'; DROP TABLE--".'),
        ("/api/lines/%00", 404, "There is no line with id '\\x00'."),
        ("/api/offerings?limit=0", 422, "limit: Input should be greater than or equal to 1."),
        ("/api/offerings?limit=201", 422, "limit: Input should be less than or equal to 200."),
        (
            "/api/offerings?limit=veel",
            422,
            "limit: Input should be a valid integer, unable to parse string as an integer.",
        ),
    ],
)
async def test_what_is_not_there_is_refused_with_a_sentence(
    api: httpx.AsyncClient, path: str, status: int, sentence: str
) -> None:
    response = await api.get(path)
    assert (response.status_code, response.json()) == (status, {"detail": sentence})


async def test_an_empty_catalogue_is_an_empty_list(web: httpx.AsyncClient) -> None:
    assert [(await web.get(path)).json() for path in ("/api/lines", "/api/offerings")] == [[], []]


async def test_without_a_database_the_catalogue_says_so(settings: Any, http: httpx.AsyncClient, tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'no-tables.db'}")
    transport = httpx.ASGITransport(make_app(settings, engine, http))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        response = await client.get("/api/lines")
    engine.dispose()
    assert (response.status_code, response.json()) == (
        503,
        {"detail": "De catalogus is nu even niet te bereiken. Probeer het over een minuutje nog eens."},
    )
