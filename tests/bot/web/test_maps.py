"""The metro map as a picture."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from xml.etree.ElementTree import Element, fromstring

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import delete

from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import writing
from knowledge.drawing.draw import draw_map
from knowledge.drawing.svg import picture
from knowledge.tables import MapDrawing

pytestmark = pytest.mark.anyio

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314  # our own picture


async def test_every_map_is_drawn_with_all_its_stations(api: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    for metro_map in catalogue.maps.values():
        answer = await api.get(f"/api/maps/{metro_map.id}.svg")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
        stations = [one.get("data-module") for one in parsed(answer.text).iter(f"{SVG}g")]
        wanted = {station.module for line in metro_map.lines for station in catalogue.line(line).stations}
        assert sorted(filter(None, stations)) == sorted(wanted)


async def test_the_stored_drawing_is_the_one_that_would_be_made_now(api: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    for id in catalogue.maps:
        assert (await api.get(f"/api/maps/{id}.svg")).text == picture(*draw_map(catalogue, id))


async def test_without_a_stored_drawing_the_picture_is_the_same(api: httpx.AsyncClient, filled: Engine) -> None:
    with writing(filled) as session:
        session.execute(delete(MapDrawing))
    catalogue = CatalogueView(filled).now()
    answer = await api.get("/api/maps/maakindustrie-west.svg")
    assert answer.text == picture(*draw_map(catalogue, "maakindustrie-west"))


async def test_a_picture_is_kept_for_ever_under_its_version_and_asked_for_without(
    api: httpx.AsyncClient, filled: Engine
) -> None:
    version = CatalogueView(filled).now().version
    path = "/api/maps/maakindustrie-west.svg"
    first = await api.get(path)
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["content-location"] == f"{path}?version={version}"
    again = await api.get(first.headers["content-location"])
    assert again.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert again.headers["etag"] == first.headers["etag"]
    assert (await api.get(f"{path}?version={version + 1}")).headers["cache-control"] == "no-cache"


async def test_a_picture_that_is_at_hand_is_not_sent_again(api: httpx.AsyncClient) -> None:
    path = "/api/maps/maakindustrie-west.svg"
    etag = (await api.get(path)).headers["etag"]
    for held in (etag, f'"other", W/{etag}'):
        answer = await api.get(path, headers={"If-None-Match": held})
        assert (answer.status_code, answer.text, answer.headers["etag"]) == (304, "", etag)
    assert (await api.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


async def test_the_picture_may_use_its_own_style_sheet_and_nothing_else(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api/maps/maakindustrie-west.svg")
    (sheet,) = parsed(answer.text).iter(f"{SVG}style")
    assert sheet.text
    digest = b64encode(sha256(sheet.text.encode()).digest()).decode()
    policies = answer.headers.get_list("content-security-policy")
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("id", ["nergens", "%3Cscript%3E", "%00", "..%2Fx"])
async def test_a_map_that_is_not_there_is_refused_in_dutch(api: httpx.AsyncClient, id: str) -> None:
    answer = await api.get(f"/api/maps/{id}.svg")
    assert answer.status_code == 404
    if "%2F" not in id:
        assert answer.json() == {
            "detail": "Deze metrokaart is er niet (meer). Vraag in het gesprek naar de metrokaart, "
            "dan zie je welke er zijn."
        }
    assert answer.headers["cache-control"] == "no-store"
