"""The pages: each is there, named, described, in one dress, and says what the catalogue has."""

from __future__ import annotations

import json
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import httpx
import pytest
from sqlalchemy import Engine, select

from bot.web.pages.dates import dates
from knowledge.catalogue.metromap import export_map
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import reading, writing
from knowledge.tables import CatalogueItem, CatalogueState, Enrolment, Learner, Offering
from knowledge.vocabulary import EnrolmentState
from tests.bot.web.pages.conftest import URL, Clock
from tests.bot.web.pages.reading import Page

pytestmark = pytest.mark.anyio

LINE, MODULE, MAP = "cobots-op-de-werkvloer", "eerste-cobot-programma", "maakindustrie-oost-zuid"
OPEN = ["/", "/kaart", f"/kaart/{MAP}", f"/lijn/{LINE}", f"/station/{MODULE}", "/agenda", "/hoe-het-werkt", "/privacy"]
CLOSED = ["/mijn", "/aanmelden", "/aanmelden/geen-link", "/nergens"]


@pytest.mark.parametrize("path", OPEN + CLOSED)
async def test_every_page_has_a_name_a_description_and_one_dress(pages: httpx.AsyncClient, path: str) -> None:
    answer = await pages.get(path)
    page = Page(answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert page.one("html").attributes["lang"] == "nl"
    assert page.all("title")[0].text.endswith(" – Smart Makers Navigator")
    assert 40 <= len(page.meta("description") or "") <= 400
    assert page.meta("og:title")
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    assert page.one("a", class_="skip").attributes["href"] == "#inhoud"
    assert page.one("main").attributes["id"] == "inhoud"


@pytest.mark.parametrize("path", OPEN)
async def test_what_may_be_found_says_where_it_stands(pages: httpx.AsyncClient, path: str) -> None:
    page = Page((await pages.get(path)).text)
    assert page.one("link", rel="canonical").attributes["href"] == f"{URL}{path}"
    assert page.meta("og:url") == f"{URL}{path}"
    assert page.meta("robots") is None


@pytest.mark.parametrize("path", [*CLOSED, "/agenda?pagina=2", f"/kaart/{MAP}?type=E"])
async def test_what_is_ones_own_or_a_choice_is_not_to_be_found(pages: httpx.AsyncClient, path: str) -> None:
    assert Page((await pages.get(path)).text).meta("robots") == "noindex, nofollow"


@pytest.mark.parametrize("path", OPEN + CLOSED)
async def test_a_page_runs_nothing_inline_and_names_no_other_host(pages: httpx.AsyncClient, path: str) -> None:
    answer = await pages.get(path)
    page = Page(answer.text)
    assert "unsafe" not in answer.headers["content-security-policy"]
    scripts = [one.attributes for one in page.all("script")]
    assert [one for one in scripts if "src" not in one and one.get("type") != "application/ld+json"] == []
    assert [one.tag for one in page.elements if one.tag == "style" or "style" in one.attributes] == []
    assert [name for one in page.elements for name in one.attributes if name.startswith("on")] == []
    fetched = [one.attributes.get("src") for one in page.elements if "src" in one.attributes]
    fetched += [one.attributes["href"] for one in page.all("link") if one.attributes.get("rel") != "canonical"]
    assert [one for one in fetched if not (one or "").startswith("/")] == []


@pytest.mark.parametrize("path", [*OPEN, "/mijn"])
async def test_no_page_sets_a_cookie_for_a_stranger(pages: httpx.AsyncClient, path: str) -> None:
    assert "set-cookie" not in (await pages.get(path)).headers


async def test_every_link_of_every_kind_of_page_leads_somewhere(pages: httpx.AsyncClient) -> None:
    links = {
        urlsplit(link)._replace(fragment="").geturl()
        for path in OPEN
        for link in Page((await pages.get(path)).text).links()
    }
    by_kind: dict[str, list[str]] = {}
    for link in sorted(link for link in links if link.startswith("/") and not link.endswith(".png")):
        by_kind.setdefault(link.split("?")[0].rpartition("/")[0] + "?" * ("?" in link), []).append(link)
    assert set(by_kind) == {"", "?", "/api/maps", "/kaart", "/lijn", "/station"}
    for link in [one for kind in by_kind.values() for one in kind[::4]]:
        assert (await pages.get(link)).status_code == 200, link


async def test_the_chat_has_a_place_of_its_own_and_every_page_calls_to_it(pages: httpx.AsyncClient) -> None:
    assert 'id="log"' in (await pages.get("/gesprek")).text
    for path in OPEN + CLOSED:
        assert "/gesprek" in Page((await pages.get(path)).text).links()


async def test_a_station_tells_all_there_is_to_know(pages: httpx.AsyncClient, filled: Engine, clock: Clock) -> None:
    catalogue = CatalogueView(filled).now()
    page = Page((await pages.get(f"/station/{MODULE}")).text)
    module = catalogue.module(MODULE)
    assert page.title.startswith(module.name)
    for said in (module.summary, "Cobots programmeren", "Veilig werken (beginner)", "Badge Eerste cobotprogramma"):
        assert said in page.one("main").text
    (first, *_) = dates(filled, catalogue, catalogue.sessions_of[MODULE][:1], clock())
    row = page.one("li", id=first.card.id).text
    assert f"€ {first.card.cost:.0f}" in row or "Gratis" in row
    assert first.seats in row
    assert f"/gesprek?start=station-{MODULE}" in page.links()
    assert f"/gesprek?start=uitvoering-{first.card.id}" in page.links()
    assert "/station/veilig-naast-de-cobot" in page.links()


async def test_a_station_tells_machines_of_its_course_and_dates(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock
) -> None:
    catalogue = CatalogueView(filled).now()
    (said,) = Page((await pages.get(f"/station/{MODULE}")).text).data("Course")
    (first, *_) = dates(filled, catalogue, catalogue.sessions_of[MODULE][:1], clock())
    assert (said["name"], said["timeRequired"], said["educationalLevel"]) == (
        catalogue.module(MODULE).name,
        "PT3H",
        ["Beginner"],
    )
    instance = said["hasCourseInstance"][0]
    assert instance["startDate"][:10] == f"{first.card.starts_at:%Y-%m-%d}"
    assert instance["offers"]["price"] == f"{first.card.cost:.2f}"
    assert (instance["offers"]["priceCurrency"], instance["location"]["name"]) == ("EUR", first.card.place)
    assert instance["offers"]["availability"] == "https://schema.org/InStock"


async def test_own_pace_is_said_as_such_to_people_and_machines(pages: httpx.AsyncClient) -> None:
    page = Page((await pages.get("/station/veilig-naast-de-cobot")).text)
    assert "Wanneer je wilt, in je eigen tempo" in page.one("main").text
    (said,) = page.data("Course")
    assert said["hasCourseInstance"][0]["courseMode"] == "Online"
    assert "startDate" not in said["hasCourseInstance"][0]


async def test_a_full_date_says_so_and_offers_the_waiting_list(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock
) -> None:
    first = CatalogueView(filled).now().sessions_of[MODULE][0]
    with writing(filled) as session:
        session.get_one(Offering, first.id).maximum = 1
        session.add(Learner(id="ann", created_at=clock()))
        session.flush()
        session.add(Enrolment(learner_id="ann", offering_id=first.id, state=EnrolmentState.ENROLLED, asked_at=clock()))
    page = Page((await pages.get(f"/station/{MODULE}")).text)
    row = page.one("li", id=first.id).text
    assert "vol, er is een wachtlijst" in row
    assert "Op de wachtlijst" in row
    assert page.data("Course")[0]["hasCourseInstance"][0]["offers"]["availability"] == "https://schema.org/SoldOut"


async def test_a_line_lists_its_stations_by_phase_and_to_machines(pages: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    page = Page((await pages.get(f"/lijn/{LINE}")).text)
    named = [one.attributes["data-module"] for one in page.all("li", class_="stop")]
    assert named == [one.module for one in catalogue.line(LINE).stations]
    phases = [one.text for one in page.all("h3")]
    assert phases == ["Inspiratie", "Leervraag", "Inhoud", "Conclusie"]
    (listed,) = page.data("ItemList")
    assert [one["url"] for one in listed["itemListElement"]] == [f"{URL}/station/{id}" for id in named]
    (crumbs,) = page.data("BreadcrumbList")
    assert [one["name"] for one in crumbs["itemListElement"]] == [
        "Home",
        "Maakindustrie Oost en Zuid",
        "Metrolijn Cobots op de werkvloer",
    ]
    assert f"/gesprek?start=lijn-{LINE}" in page.links()


async def test_the_first_page_has_every_line_and_what_leaves_first(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock
) -> None:
    catalogue = CatalogueView(filled).now()
    page = Page((await pages.get("/")).text)
    assert {f"/lijn/{id}" for id in catalogue.lines} <= set(page.links())
    board = [link for link in page.links() if link.startswith("/station/")]
    coming = [one.module for one in catalogue.sessions if one.starts_at and one.starts_at > clock()]
    assert board == [f"/station/{id}" for id in list(dict.fromkeys(coming))[:6]]


async def test_what_has_begun_is_on_no_page(pages: httpx.AsyncClient, filled: Engine, clock: Clock) -> None:
    first = CatalogueView(filled).now().sessions_of[MODULE][0]
    assert first.id in (await pages.get(f"/station/{MODULE}")).text
    assert first.starts_at is not None
    clock.now = first.starts_at + timedelta(minutes=1)
    assert first.id not in (await pages.get(f"/station/{MODULE}")).text


async def test_the_colours_come_from_a_sheet_that_is_kept_for_ever(pages: httpx.AsyncClient) -> None:
    address = next(
        str(one.attributes["href"])
        for one in Page((await pages.get("/")).text).all("link", rel="stylesheet")
        if "kleuren" in str(one.attributes["href"])
    )
    answer = await pages.get(address)
    assert f'[data-lijn="{LINE}"]' in answer.text
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (await pages.get("/kleuren.css?v=x")).headers["cache-control"] == "no-cache"


async def test_the_sitemap_has_every_page_that_may_be_found(pages: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    answer = await pages.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [one.text or "" for one in fromstring(answer.text).iter(f"{space}loc")]  # noqa: S314  # our own
    assert len(found) == len(set(found))
    things = [("kaart", catalogue.maps), ("lijn", catalogue.lines), ("station", catalogue.modules)]
    assert {f"{URL}/{kind}/{id}" for kind, ids in things for id in ids} <= set(found)
    assert [path for path in ("/", "/agenda", "/hoe-het-werkt", "/privacy") if f"{URL}{path}" not in found] == []
    assert [path for path in found if "/mijn" in path or "/aanmelden" in path] == []
    robots = (await pages.get("/robots.txt")).text
    assert f"Sitemap: {URL}/sitemap.xml" in robots
    assert "Disallow: /mijn" in robots


async def test_the_designer_gets_the_file_that_the_command_line_gives(pages: httpx.AsyncClient, filled: Engine) -> None:
    answer = await pages.get(f"/api/maps/{MAP}.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(export_map(CatalogueView(filled).now(), MAP))
    assert (await pages.get("/api/maps/nergens.json")).json()["detail"].startswith("Deze metrokaart is er niet")


@pytest.mark.parametrize(
    "path", ["/nergens", "/kaart/x", "/lijn/x", "/station/x", "/station/%3Cscript%3E", "/static/x.js", "/kaart/x/y"]
)
async def test_a_page_that_is_not_there_says_so_in_the_same_dress(pages: httpx.AsyncClient, path: str) -> None:
    answer = await pages.get(path)
    page = Page(answer.text)
    assert (answer.status_code, page.title) == (404, "Dit station bestaat niet")
    assert {"/", "/kaart", "/gesprek"} <= set(page.links())
    assert page.all("link", rel="canonical") == []


@pytest.mark.parametrize("path", ["/api/nergens", "/api/lines/x", "/api/maps/x.svg"])
async def test_the_api_keeps_its_json_for_whoever_asks(pages: httpx.AsyncClient, path: str) -> None:
    answer = await pages.get(path)
    assert (answer.status_code, list(answer.json())) == (404, ["detail"])


async def test_a_program_that_asks_for_no_page_gets_json(pages: httpx.AsyncClient) -> None:
    answer = await pages.get("/lijn/x", headers={"accept": "*/*"})
    assert (answer.status_code, list(answer.json())) == (404, ["detail"])


async def test_the_pages_stand_before_any_catalogue_is_loaded(web: httpx.AsyncClient) -> None:
    for path in ("/", "/kaart", "/agenda", "/hoe-het-werkt", "/privacy", "/mijn", "/sitemap.xml", "/kleuren.css"):
        assert (await web.get(path, headers={"accept": "text/html"})).status_code == 200, path


async def test_nothing_is_written_by_looking(pages: httpx.AsyncClient, filled: Engine) -> None:
    for path in OPEN + CLOSED:
        await pages.get(path)
    with reading(filled) as session:
        assert session.scalars(select(Learner)).all() == []


async def test_what_is_too_much_or_breaks_is_a_page_to_a_person_and_json_to_a_program(
    pages: httpx.AsyncClient, filled: Engine
) -> None:
    large = b"x" * 200_000
    assert Page((await pages.post("/aanmelden", content=large)).text).title == "Dat is te veel"
    assert list((await pages.post("/api/chat", content=large)).json()) == ["detail"]
    with filled.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE catalogue_state RENAME TO elsewhere")
    answer = await pages.get("/agenda")
    assert (answer.status_code, Page(answer.text).title) == (503, "Even geen verbinding")


async def test_a_map_that_is_loaded_anew_is_drawn_anew(pages: httpx.AsyncClient, filled: Engine) -> None:
    before = (await pages.get(f"/kaart/{MAP}")).text
    assert (await pages.get(f"/kaart/{MAP}")).text == before
    with writing(filled) as session:
        line = session.get_one(CatalogueItem, ("lines", LINE))
        line.body = {**line.body, "name": "Cobots voor iedereen"}
        session.get_one(CatalogueState, 1).version += 1
    assert "Lijn Cobots voor iedereen: " in Page((await pages.get(f"/kaart/{MAP}")).text).one("desc").text
