"""OpenAPI describes every door, and the answers keep to it."""

from __future__ import annotations

import httpx
import pytest

pytestmark = pytest.mark.anyio

KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "ics": "text/calendar",
    "/api/chat/{conversation}/stream": "text/event-stream",
}
"""What is no JSON, by the end of its path."""


async def test_every_door_is_described(web: httpx.AsyncClient) -> None:
    said = (await web.get("/openapi.json")).json()
    own = {path: list(ways) for path, ways in said["paths"].items() if not path.startswith("/ooapi/")}
    assert own == {
        "/healthz": ["get"],
        "/api/chat": ["post"],
        "/api/chat/{conversation}/messages": ["get"],
        "/api/chat/{conversation}/stream": ["get"],
        "/kalender/{key}.ics": ["get"],
        "/api/understand": ["post"],
        "/api/lines": ["get"],
        "/api/lines/{id}": ["get"],
        "/api/modules/{id}": ["get"],
        "/api/offerings": ["get"],
        "/api/maps/{id}.svg": ["get"],
        "/api/maps/{id}.json": ["get"],
        "/api/maps/{id}.png": ["get"],
    }
    for path, ways in said["paths"].items():
        for way in ways.values():
            assert way["description"]
            (kind,) = way["responses"]["200"]["content"].items()
            assert kind[0] == KINDS.get(path.rpartition(".")[2], "application/json")
            assert kind[1]["schema"]


async def test_a_refusal_is_described_as_it_is(web: httpx.AsyncClient) -> None:
    said = (await web.get("/openapi.json")).json()
    problem = {"$ref": "#/components/schemas/Problem"}
    for path, status in [("/api/chat", "404"), ("/api/chat", "422"), ("/api/chat", "413"), ("/api/lines/{id}", "404")]:
        (way,) = said["paths"][path].values()
        assert way["responses"][status]["content"]["application/json"]["schema"] == problem


async def test_every_answer_carries_safe_headers(web: httpx.AsyncClient) -> None:
    for path in ("/", "/healthz", "/api/lines", "/api/nothing", "/static/style.css"):
        headers = (await web.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == ("no-store" if path.startswith("/api/") else "no-cache")


async def test_pages_that_load_from_elsewhere_are_not_there(web: httpx.AsyncClient) -> None:
    assert [(await web.get(path)).status_code for path in ("/docs", "/redoc")] == [404, 404]
