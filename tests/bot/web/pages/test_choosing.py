"""Choices on the map and in the calendar: stations step back in picture and list alike, and how many fit is said."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.web.pages.agenda import month_of, planned, read
from bot.web.pages.choosing import NAMES, fits_date, fitting, read_choice
from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from tests.bot.web.pages.conftest import Clock
from tests.bot.web.pages.reading import Page

pytestmark = pytest.mark.anyio

MAP = "maakindustrie-oost-zuid"
CHOICES = [
    {"type": "E"},
    {"niveau": "expert"},
    {"doelgroep": "werkvloer"},
    {"regio": "Regio Zwolle"},
    {"regio": "online"},
    {"dagdeel": "evening"},
    {"regio": "Regio Zwolle", "dagdeel": "evening", "type": "P", "niveau": "beginner", "doelgroep": "werkvloer"},
]


def in_picture(page: Page) -> tuple[set[str], set[str]]:
    """The stations of the picture that are bright, and those that stepped back."""
    found = [(one, str(one.attributes["data-module"])) for one in page.all("g", class_="station")]
    faint = {module for one, module in found if "faint" in str(one.attributes["class"])}
    return {module for _, module in found} - faint, faint


def in_list(page: Page) -> set[str]:
    stops = page.all("li", class_="stop")
    return {str(one.attributes["data-module"]) for one in stops if "faint" not in str(one.attributes["class"])}


@pytest.mark.parametrize("choice", CHOICES, ids=str)
async def test_picture_list_and_number_agree(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock, choice: dict[str, str]
) -> None:
    catalogue = CatalogueView(filled).now()
    page = Page((await pages.get(f"/kaart/{MAP}", params=choice)).text)
    lines = [catalogue.line(id) for id in catalogue.maps[MAP].lines]
    wanted = fitting(catalogue, lines, read_choice(choice, catalogue)[0], clock())
    bright, faint = in_picture(page)
    every = {one.module for line in lines for one in line.stations}
    assert bright == in_list(page) == wanted
    assert (bright | faint, bright & faint) == (every, set())
    assert f"{len(wanted)} van de {len(every)} stations" in page.one("p", class_="fit").text


async def test_without_a_choice_everything_is_bright(pages: httpx.AsyncClient) -> None:
    page = Page((await pages.get(f"/kaart/{MAP}")).text)
    bright, faint = in_picture(page)
    assert (faint, in_list(page)) == (set(), bright)
    assert page.all("p", class_="fit") == []


async def test_a_station_that_steps_back_says_so_to_who_hears_it(pages: httpx.AsyncClient) -> None:
    page = Page((await pages.get(f"/kaart/{MAP}?type=E")).text)
    names = [str(one.attributes["aria-label"]) for one in page.all("a") if "aria-label" in one.attributes]
    faint = [name for name in names if name.endswith("(past niet bij je keuze)")]
    assert len(faint) == len(in_picture(page)[1])
    assert [name for name in faint if ": e-learning" in name] == []


async def test_a_line_on_which_nothing_fits_steps_back(pages: httpx.AsyncClient) -> None:
    page = Page((await pages.get(f"/kaart/{MAP}?doelgroep=directie")).text)
    drawn = [one.attributes for one in page.all("g") if "data-line" in one.attributes]
    lines = {one["data-line"]: one.get("class") for one in drawn}
    assert lines["digitaal-leiderschap"] is None
    assert "faint" in lines.values()


async def test_what_was_chosen_stays_chosen(pages: httpx.AsyncClient) -> None:
    page = Page((await pages.get(f"/kaart/{MAP}?type=E&dagdeel=evening")).text)
    chosen = [one.attributes["value"] for one in page.all("option") if "selected" in one.attributes]
    assert chosen == ["E", "evening"]


@pytest.mark.parametrize("path", [f"/kaart/{MAP}", "/agenda"])
async def test_a_choice_that_there_is_not_is_named_and_passed_over(pages: httpx.AsyncClient, path: str) -> None:
    answer = await pages.get(path, params={"type": "<b>", "regio": "Nergens", "dagdeel": "evening"})
    said = Page(answer.text).one("p", class_="note").text
    assert answer.status_code == 200
    assert said.startswith("Ik ken deze keuze niet: “Nergens”, “<b>”.")


async def test_stations_come_in_the_order_of_the_lines(pages: httpx.AsyncClient, filled: Engine) -> None:
    catalogue = CatalogueView(filled).now()
    page = Page((await pages.get(f"/kaart/{MAP}")).text)
    along = [one.module for id in catalogue.maps[MAP].lines for one in catalogue.line(id).stations]
    assert [one.attributes["data-module"] for one in page.all("g", class_="station")] == list(dict.fromkeys(along))


async def test_a_path_in_the_address_is_drawn_and_told(pages: httpx.AsyncClient) -> None:
    answer = await pages.get(f"/kaart/{MAP}?pad=robotlab-open-avond,bestaat-niet,camera-kijkt-mee")
    assert 'stroke-dasharray="0.1 9"' in answer.text
    assert "een ontwikkelpad: Open robotlab en De camera kijkt mee." in Page(answer.text).one("main").text
    assert 'stroke-dasharray="0.1 9"' not in (await pages.get(f"/kaart/{MAP}")).text


@given(st.dictionaries(st.sampled_from([*NAMES, "maand", "pagina", "lijn", "station", "pad"]), st.text(max_size=30)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_is_too_wild_to_be_read(catalogue: Catalogue, now: datetime, asked: dict[str, str]) -> None:
    found = read(asked, catalogue)
    assert set(found.choice.unknown) <= {value.strip()[:60] for value in asked.values()}
    planned(catalogue, found, now)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
async def test_the_calendar_shows_the_dates_that_fit_and_only_those(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock, choice: dict[str, str]
) -> None:
    catalogue = CatalogueView(filled).now()
    asked = read(choice, catalogue)
    wanted = list(planned(catalogue, asked, clock()))
    assert [one for one in wanted if not fits_date(catalogue, one, asked.choice)] == []
    page = Page((await pages.get("/agenda", params=choice)).text)
    assert page.one("p", class_="fit").text.startswith(f"{len(wanted)} dat")
    shown = [str(one.attributes["id"]) for one in page.all("li", class_="date")]
    first = [one.id for one in wanted if month_of(one) == month_of(wanted[0])] if wanted else []
    assert shown == first[:25]


async def test_pages_and_months_together_hold_every_date_once(
    pages: httpx.AsyncClient, filled: Engine, clock: Clock
) -> None:
    catalogue = CatalogueView(filled).now()
    seen: list[str] = []
    wanted = [one.id for one in planned(catalogue, read({"lijn": "ai-in-kwaliteit"}, catalogue), clock())]
    first = Page((await pages.get("/agenda?lijn=ai-in-kwaliteit")).text)
    for month in (link for link in first.links() if "maand=" in link and "pagina" not in link):
        following: str | None = month
        while following:
            page = Page((await pages.get(following)).text)
            seen += [str(one.attributes["id"]) for one in page.all("li", class_="date")]
            later = page.all("a", rel="next")
            following = str(later[0].attributes["href"]) if later else None
    assert seen == wanted


@pytest.mark.parametrize("query", ["maand=1999-01", "maand=x", "pagina=0", "pagina=99999999", "pagina=-1", "lijn=x"])
async def test_a_month_or_page_that_is_not_there_is_the_nearest_that_is(pages: httpx.AsyncClient, query: str) -> None:
    answer = await pages.get(f"/agenda?{query}")
    assert answer.status_code == 200
    assert Page(answer.text).all("li", class_="date")


async def test_nothing_that_fits_has_a_next_step(pages: httpx.AsyncClient) -> None:
    query = urlencode({"type": "D", "niveau": "expert", "regio": "online"})
    said = Page((await pages.get(f"/agenda?{query}")).text)
    assert "Er is niets gepland dat hierbij past" in said.one("main").text
    assert re.search(r"0 data passen", said.one("main").text)
