"""Whatever is asked, the answer keeps to what was promised: by the official files, and by our own description."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.bot.web.ooapi.conftest import Opened
from tests.bot.web.ooapi.official import OURS, served

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
LISTS = {
    "v5": ("/organizations", "/programs", "/courses"),
    "v6": ("/organisations", "/programmes", "/courses", "/learning-outcomes"),
}
READ_ONLY = ("/api/lines", "/api/lines/{id}", "/api/modules/{id}", "/api/offerings")
EXAMPLES = 6

Asgi = Callable[[Any, Any, Any], Awaitable[None]]


def ask_wildly(schema: Any, path: str, ids: list[str], examples: int = EXAMPLES) -> None:
    """Asks many things there, good and bad, half of the time of something that exists."""
    operation = schema[path]["GET"]
    modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    @settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=st.one_of(modes), id=st.sampled_from([None, *ids]))
    def ask(case: Any, id: str | None) -> None:
        if id is not None and case.path_parameters:
            case.path_parameters = dict.fromkeys(case.path_parameters, id)
        case.call_and_validate(checks=CHECKS)

    ask()


def doors_of(opened: Opened) -> Asgi:
    """The app's doors only, without what it does by the clock."""

    async def serve(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            raise RuntimeError("There are only doors here.")
        await opened[0](scope, receive, send)

    return serve


def ids_in(opened: Opened, version: str) -> list[str]:
    """One id of everything that is there."""

    async def read() -> list[str]:
        transport = httpx.ASGITransport(opened[0])
        async with httpx.AsyncClient(transport=transport, base_url=f"http://x/ooapi/{version}") as web:
            firsts = [(await web.get(path)).json()["items"][0] for path in LISTS[version]]
        return [next(value for key, value in one.items() if key.endswith("Id")) for one in firsts]

    return asyncio.run(read())


@pytest.fixture(scope="module", params=["v5", "v6"])
def official(request: pytest.FixtureRequest, wild: Opened) -> tuple[Any, str, list[str]]:
    schema = schemathesis.openapi.from_dict(served(request.param))
    schema.app = doors_of(wild)
    return schema, request.param, ids_in(wild, request.param)


def test_whatever_a_reader_of_the_standard_asks_the_answer_keeps_to_it(official: tuple[Any, str, list[str]]) -> None:
    schema, version, ids = official
    for path in OURS[version]:
        ask_wildly(schema, path, ids)


def test_whatever_is_asked_of_what_can_be_read_the_answer_is_as_we_describe_it(wild: Opened) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", doors_of(wild))
    for path in READ_ONLY:
        ask_wildly(schema, path, ["lijn-1", "module-1"], examples=15)


def test_our_own_description_of_the_standard_holds_too(wild: Opened) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", doors_of(wild))
    schema.validate()
    for path in schema:
        if path.startswith("/ooapi/"):
            ask_wildly(schema, path, ids_in(wild, path.split("/")[2]), examples=2)
