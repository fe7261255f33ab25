"""Whatever a catalogue holds, it comes out as text: in no field can it become a part of the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.web.app import make_app
from knowledge.catalogue.load import load_content
from knowledge.database import writing
from knowledge.settings import Settings
from knowledge.signing_in import ask_links, use_link
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.vocabulary import EnrolmentState
from tests.bot.web.pages.reading import Page

pytestmark = pytest.mark.anyio

WILD = """</script><script>window.ran=1</script>"'><img src=x onerror=ran()>{{7*7}}&amp;"""
WHEN = {"every": "1 week", "on": "tuesday", "at": "13:00-16:00"}
ADDRESS = "ann@bedrijf.example"


def wild_content() -> dict[str, list[dict[str, Any]]]:
    """A whole catalogue of two stations, in which every text is one that wants to be more."""
    text = {"name": WILD, "description": WILD}
    station = {"type": "W", "hours": 3, "summary": WILD, "bring": WILD, "teaches": {"vak": "beginner"}, "owner": "oost"}
    more = {"expects": {"basis": "beginner"}, "partners": ["hulp"], "recognition": "badge"}
    levels = dict.fromkeys(("beginner", "professional", "expert"), WILD)
    return {
        "places": [{"id": "zwolle", "name": WILD, "lat": 52.5, "lon": 6.1}],
        "partners": [{"id": "hulp", "name": WILD, "kind": "fieldlab"}],
        "academies": [
            {"id": "oost", **text, "region": WILD, "city": "zwolle", "email": "a@b.nl", "partners": ["hulp"]}
        ],
        "skills": [
            {"id": "vak", "name": WILD, "levels": levels},
            {"id": "basis", "name": WILD, "levels": levels, "basic": True},
        ],
        "roles": [{"id": "maker", **text, "skills": {"vak": "beginner"}}],
        "transitions": [{"id": "omslag", **text, "skills": {"vak": "beginner"}}],
        "target_groups": [{"id": "makers", "name": WILD, "roles": ["maker"]}],
        "recognitions": [{"id": "badge", **text, "kind": "badge"}],
        "follow_ups": [{"id": "cursus", **text, "kind": "course", "provider": "hulp", "hours": 8, "place": "zwolle"}],
        "modules": [{"id": id, "name": f"{id} {WILD}", **station, **more} for id in ("een", "twee")],
        "lines": [
            {
                "id": "lijn",
                "name": WILD,
                "colour": "#aa0000",
                "goal": WILD,
                "target_group": "makers",
                "transition": "omslag",
                "academies": ["oost"],
                "recognition": "badge",
                "follow_ups": ["cursus"],
                "stations": [{"module": "een", "phase": "inspiration"}, {"module": "twee", "phase": "content"}],
            }
        ],
        "maps": [{"id": "kaart", **text, "region": WILD, "academy": "oost", "lines": ["lijn"]}],
        "offerings": [
            {"module": id, "academy": "oost", "place": WILD, "town": "zwolle", "when": WHEN, "bring": WILD}
            | {"minimum": 1, "maximum": 5, "cost": 12.5, "paid_by": WILD}
            for id in ("een", "twee")
        ],
    }


@pytest.fixture
async def wild(
    engine: Engine, now: datetime, tmp_path: Path, settings: Settings, http: httpx.AsyncClient
) -> AsyncIterator[httpx.AsyncClient]:
    """The website over that catalogue, for somebody with a wild name who is signed in."""
    (tmp_path / "wild.yml").write_text(yaml.safe_dump(wild_content(), allow_unicode=True))
    load_content(engine, tmp_path / "wild.yml", now)
    with writing(engine) as session:
        session.add(Learner(id="ann", created_at=now, consent_at=now, name=WILD, email=ADDRESS))
        session.flush()
        first = session.scalars(select(col(Offering.id)).where(col(Offering.module_id) == "een").limit(1)).one()
        seat = {"offering_id": first, "state": EnrolmentState.ENROLLED, "line_id": "lijn"}
        session.add(Enrolment(learner_id="ann", asked_at=now, **seat))
    (link,) = ask_links(engine, ADDRESS, now)
    cookies = {"__Host-navigator": use_link(engine, link.secret, now) or ""}
    transport = httpx.ASGITransport(make_app(settings, engine, http, clock=lambda: now))
    async with httpx.AsyncClient(
        transport=transport, base_url=settings.public_url, headers={"accept": "text/html"}, cookies=cookies
    ) as client:
        yield client


PAGES = ["/", "/kaart", "/kaart/kaart", "/kaart/kaart?pad=een,twee", "/lijn/lijn", "/station/een", "/agenda", "/mijn"]


@pytest.mark.parametrize("path", [*PAGES, "/agenda?station=een", "/agenda?lijn=lijn&dagdeel=afternoon"])
async def test_no_text_becomes_a_part_of_a_page(wild: httpx.AsyncClient, path: str) -> None:
    answer = await wild.get(path)
    page = Page(answer.text)
    assert answer.status_code == 200
    assert "window.ran" in answer.text  # it is there, as text
    scripts = [one for one in page.all("script") if one.attributes.get("type") != "application/ld+json"]
    assert [one for one in scripts if "src" not in one.attributes] == []
    assert [one for one in page.all("img") if one.attributes.get("src") == "x"] == []
    assert [name for one in page.elements for name in one.attributes if name.startswith("on")] == []
    assert "49" not in page.one("main").text.split()
    assert "</script><script>" not in answer.text


async def test_machines_read_the_same_words(wild: httpx.AsyncClient) -> None:
    (said,) = Page((await wild.get("/station/een")).text).data("Course")
    assert (said["name"], said["description"]) == (f"een {WILD}", WILD)
    assert said["hasCourseInstance"][0]["location"]["name"] == WILD


async def test_a_wild_region_can_be_chosen(wild: httpx.AsyncClient) -> None:
    page = Page((await wild.get("/kaart/kaart", params={"regio": WILD})).text)
    assert "2 van de 2 stations" in page.one("p", class_="fit").text


async def test_what_an_address_says_comes_back_as_text(wild: httpx.AsyncClient) -> None:
    answer = await wild.get("/agenda", params={"regio": "<script>ran()</script>"})
    assert "<script>ran" not in answer.text
    assert "&lt;script&gt;ran()" in answer.text
