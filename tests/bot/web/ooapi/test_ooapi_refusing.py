"""What a reader is refused, and what needn't be sent again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from bot.web.app import make_app
from bot.web.ooapi.ids import Kind, uuid_of
from knowledge.database import open_database
from knowledge.settings import Settings
from tests.bot.web.ooapi.conftest import Opened

pytestmark = pytest.mark.anyio
NOBODY = UUID(int=0)


@pytest.fixture
async def web(busy: Opened) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(busy[0]), base_url="http://x/ooapi") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/courses?pageSize=11", 400, "pageSize: Input should be 10, 20, 50, 100 or 250."),
        ("/courses?pageNumber=0", 400, "pageNumber: Input should be greater than or equal to 1."),
        (f"/courses/{NOBODY}", 404, f"There is no course with id '{NOBODY}'."),
        (f"/courses/{uuid_of(Kind.PROGRAMME, 'cyber-security')}", 404, None),
        ("/courses/cyber", 400, None),
        ("/nothing", 404, "There is nothing at /ooapi/{version}/nothing."),
        ("/persons", 404, "There is nothing at /ooapi/{version}/persons."),
        ("/courses/", 404, None),
    ],
)
async def test_a_refusal_says_what_is_wrong(web: httpx.AsyncClient, path: str, status: int, detail: str | None) -> None:
    for version, said in (("v5", str(status)), ("v6", status)):
        response = await web.get(f"/{version}{path}")
        problem = response.json()
        assert (response.status_code, problem["status"]) == (status, said)
        assert response.headers["content-type"] == "application/problem+json"
        if detail:
            assert problem["detail"] == detail.format(version=version)


@pytest.mark.parametrize(
    "asked", ["sort=colour", "sort=name,,name", "modeOfDelivery=boat", "level=", "since=tomorrow", "until=2026-02-30"]
)
async def test_version_five_refuses_words_that_are_not_in_its_lists(web: httpx.AsyncClient, asked: str) -> None:
    id = uuid_of(Kind.COURSE, "3d-meetprogramma")
    paths = ["/v5/courses"] if "level" in asked else [f"/v5/courses/{id}/offerings"]
    assert [(await web.get(f"{path}?{asked}")).status_code for path in paths] == [400]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_can_be_written(web: httpx.AsyncClient, method: str) -> None:
    response = await web.request(method, "/v6/courses", json={})
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
    assert response.json() == {
        "type": "about:blank",
        "title": "Method not allowed",
        "status": 405,
        "detail": f"/ooapi/v6/courses does not take {method}; everything is read only.",
    }


async def test_what_somebody_has_already_is_not_sent_again(web: httpx.AsyncClient) -> None:
    first = await web.get("/v5/courses")
    again = await web.get("/v5/courses", headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert (await web.get("/v5/courses?pageNumber=2")).headers["etag"] != first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accept", "status", "kind"),
    [
        ("application/json", 200, "application/json"),
        ("*/*", 200, "application/json"),
        ("application/vnd.oeapi+json;version=6.1", 200, "application/vnd.oeapi+json;version=6.0"),
        ("application/vnd.oeapi+json", 200, "application/vnd.oeapi+json;version=6.0"),
        ("application/vnd.oeapi+json; version=5.0", 406, "application/problem+json"),
    ],
)
async def test_version_six_serves_only_itself(web: httpx.AsyncClient, accept: str, status: int, kind: str) -> None:
    response = await web.get("/v6/courses", headers={"accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (status, kind)
    if status == 406:
        assert response.json() | {"detail": ""} == {
            "type": "about:blank",
            "title": "Not acceptable",
            "status": 406,
            "detail": "",
            "requestedVersion": "5.0",
            "supportedVersions": ["6.0"],
        }


async def test_without_a_database_it_says_so(settings: Settings, http: httpx.AsyncClient, tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'no-tables.db'}")
    transport = httpx.ASGITransport(make_app(settings, engine, http))
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        response = await client.get("/ooapi/v6/courses")
    engine.dispose()
    wanted: dict[str, Any] = {"type": "about:blank", "title": "Service unavailable", "status": 503}
    assert (response.status_code, response.json() | {"detail": ""}) == (503, wanted | {"detail": ""})
