"""Everything that is told keeps to the official files, and to their words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.bot.web.ooapi.conftest import Opened
from tests.bot.web.ooapi.official import OURS, faults

pytestmark = pytest.mark.anyio

PARTS = {
    "v5": {
        "/organizations": ("programs", "courses", "offerings"),
        "/programs": ("courses", "offerings"),
        "/courses": ("offerings",),
    },
    "v6": {
        "/organisations": ("programmes", "courses", "course-offerings"),
        "/programmes": ("courses", "programme-offerings"),
        "/courses": ("course-offerings",),
        "/learning-outcomes": (),
    },
}
EXPANDS = {
    "v5": {
        "/organizations": "parent,children",
        "/programs": "organization",
        "/courses": "programs,organization",
        "/offerings": "course,organization",
    },
    "v6": {
        "/organisations": "parent,children",
        "/programmes": "organisation",
        "/courses": "programmes,organisation",
        "/course-offerings": "course,organisation",
    },
}
SOME, FEW = 8, 3
"""How many things of a kind are looked at by themselves, and how many offerings of each of those."""


@pytest.fixture(params=["busy", "wild", "nothing"])
def world(request: pytest.FixtureRequest) -> Opened:
    opened: Opened = request.getfixturevalue(request.param)
    return opened


@pytest.mark.parametrize("version", ["v5", "v6"])
async def test_every_answer_is_as_the_official_file_describes_it(world: Opened, version: str) -> None:
    wrong: dict[str, list[str]] = {}
    visited = set()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(world[0]), base_url=f"http://x/ooapi/{version}") as web:
        async for path, address, answer in everything(web, version):
            visited.add(path)
            if found := faults(version, path, 200, answer):
                wrong[address] = found[:3]
    assert wrong == {}
    if world[1]:
        assert visited == set(OURS[version])


async def everything(web: httpx.AsyncClient, version: str) -> AsyncIterator[tuple[str, str, Any]]:
    """Every list whole and some of each thing: the path in the official file, the address, and what was said."""
    yield "/", "/", (await web.get("/")).json()
    for above, parts in PARTS[version].items():
        found = []
        async for address, answer in pages(web, above):
            yield above, address, answer
            found += answer["items"]
        template = next(path for path in OURS[version] if path.startswith(f"{above}/{{"))
        for one in found[:SOME]:
            async for said in alone(web, version, template, one):
                yield said
            async for said in below(web, version, template, one, parts):
                yield said


async def alone(
    web: httpx.AsyncClient, version: str, template: str, one: dict[str, Any]
) -> AsyncIterator[tuple[str, str, Any]]:
    """A thing by itself, as it was in the list, and with all that can be expanded."""
    above, _, key = template.removesuffix("}").partition("/{")
    address = f"{above}/{one[key]}"
    assert (await web.get(address)).json() == one
    yield template, address, one
    if expand := EXPANDS[version].get(above):
        yield template, address, (await web.get(address, params={"expand": expand})).json()


async def below(
    web: httpx.AsyncClient, version: str, template: str, one: dict[str, Any], parts: tuple[str, ...]
) -> AsyncIterator[tuple[str, str, Any]]:
    """The lists below a thing, and some of the offerings in them."""
    above, _, key = template.removesuffix("}").partition("/{")
    offering = next(path for path in OURS[version] if path.split("/")[1] in ("offerings", "course-offerings"))
    for part in parts:
        async for address, answer in pages(web, f"{above}/{one[key]}/{part}"):
            yield f"{template}/{part}", address, answer
            if part in offering:
                for planned in answer["items"][:FEW]:
                    async for said in alone(web, version, offering, planned):
                        yield said


async def pages(web: httpx.AsyncClient, address: str) -> AsyncIterator[tuple[str, Any]]:
    """All pages of a list, each as large as can be."""
    number, more = 1, True
    while more:
        asked = {"pageSize": 250, "pageNumber": number}
        response = await web.get(address, params=asked)
        assert response.status_code == 200, (address, response.text)
        answer = response.json()
        yield f"{address}?page={number}", answer
        more, number = answer["hasNextPage"], number + 1


@pytest.mark.parametrize("version", ["v5", "v6"])
@pytest.mark.parametrize(("path", "asked", "status"), [("/courses/x", "/courses/{courseId}", 400)])
async def test_a_refusal_is_a_problem_of_the_official_file(
    busy: Opened, version: str, path: str, asked: str, status: int
) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(busy[0]), base_url=f"http://x/ooapi/{version}") as web:
        response = await web.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert faults(version, asked, status, response.json()) == []


NAME = [{"language": "nl-NL", "value": "Lassen"}]
OUTCOME = {
    "learningOutcomeId": "1f7a5175-4fe7-5560-b055-4692ffe627bb",
    "primaryCode": {"codeType": "identifier", "code": "lassen"},
    "name": NAME,
    "validFrom": "2026-11-24T10:00:00+01:00",
}


def test_what_is_right_has_no_faults() -> None:
    assert faults("v6", "/learning-outcomes/{learningOutcomeId}", 200, OUTCOME) == []


@pytest.mark.parametrize(
    "change", [{"learningOutcomeId": "lassen"}, {"validFrom": "morgen"}, {"name": []}, {"naam": NAME}]
)
def test_one_slip_is_found(change: dict[str, Any]) -> None:
    assert len(faults("v6", "/learning-outcomes/{learningOutcomeId}", 200, OUTCOME | change)) == 1


@pytest.mark.parametrize(
    ("version", "path", "answer"),
    [
        ("v5", "/courses/{courseId}", {"courseId": "x"}),
        ("v6", "/courses/{courseId}", {"courseId": "x"}),
        ("v5", "/courses", {"items": []}),
    ],
)
def test_the_check_can_fail(version: str, path: str, answer: Any) -> None:
    assert faults(version, path, 200, answer) != []


def test_a_word_that_the_standard_lacks_is_found() -> None:
    page = {"pageSize": 10, "pageNumber": 1, "hasPreviousPage": False, "hasNextPage": False, "items": []}
    assert faults("v5", "/courses", 200, page) == []
    assert faults("v5", "/courses", 200, page | {"totalPage": 1}) == ["$.totalPage: not in the standard"]
