"""The pages in a real browser: for everybody, in every dress, with a keyboard alone and without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from knowledge.database import writing
from knowledge.signing_in import ask_links, use_link
from knowledge.tables import Learner
from tests.browser.conftest import Served

MAP, LINE, MODULE = "maakindustrie-west", "smart-maintenance", "trillingen-meten"
PATHS = [
    "/",
    "/kaart",
    f"/kaart/{MAP}?type=P",
    f"/lijn/{LINE}",
    f"/station/{MODULE}",
    "/agenda?dagdeel=evening",
    "/mijn",
    "/aanmelden",
    "/hoe-het-werkt",
    "/privacy",
    "/nergens",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DRESSES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active", "color_scheme": "dark"},
    "a phone": PHONE,
    "at 200 %": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}
Open = Callable[..., Page]
Faults = Callable[[Page], list[str]]


def add_learner(served: Served, name: str, address: str) -> None:
    now = served.now
    with writing(served.engine) as session:
        session.merge(Learner(id=name.lower(), created_at=now, consent_at=now, name=name, email=address))


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_found_by_axe_in_any_dress(open_page: Open, faults: Faults, path: str) -> None:
    assert {name: faults(open_page(path, **dress)) for name, dress in DRESSES.items()} == {name: [] for name in DRESSES}


def test_axe_finds_what_is_wrong(open_page: Open, faults: Faults) -> None:
    page = open_page("/privacy")
    page.evaluate("() => { const image = document.createElement('img'); image.src = '/static/icon.svg'; "
                  "document.querySelector('main').append(image); }")  # fmt: skip
    assert [one.split(":")[0] for one in faults(page)] == ["image-alt"]


@pytest.mark.parametrize("path", PATHS)
def test_at_320_pixels_nothing_has_to_be_scrolled_sideways(open_page: Open, path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 600})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PATHS)
def test_without_script_every_page_can_be_read(open_page: Open, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text(re.compile(r"\w{3,}"))
    assert page.locator("#druk:visible, .zoom:visible").count() == 0


def test_without_script_a_station_is_a_link_and_a_choice_a_form(open_page: Open) -> None:
    page = open_page(f"/kaart/{MAP}", java_script_enabled=False)
    page.locator("summary").click()
    page.select_option("#keuze-type", "P")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.locator(".fit")).to_contain_text("passen bij je keuze")
    page.locator(f'[data-module="{MODULE}"] a').first.press("Enter")
    expect(page).to_have_url(re.compile(f"/station/{MODULE}$"))
    expect(page.locator("h1")).to_contain_text("Trillingen meten")


def test_the_keyboard_alone_opens_a_station_and_comes_back(open_page: Open, faults: Faults) -> None:
    page = open_page(f"/kaart/{MAP}")
    page.focus("#schuif")
    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.closest('.station').dataset.module")
    expect(page.locator("#tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#tip")).to_be_hidden()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("h2").first).to_have_text(re.compile(r"\w{3,}"))
    expect(dialog.get_by_role("link", name=re.compile("^Schrijf me in")).first).to_have_attribute(
        "href", f"/gesprek?start=station-{first}"
    )
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.evaluate("() => document.activeElement.closest('.station').dataset.module") == first


def test_tab_rides_along_a_line(open_page: Open) -> None:
    page = open_page(f"/kaart/{MAP}")
    page.focus("#schuif")
    visited = []
    for _ in range(4):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("() => document.activeElement.closest('.station').dataset.module"))
    listed = page.locator(f'#lijst [data-lijn="{LINE}"] .stop')
    assert visited == [listed.nth(n).get_attribute("data-module") for n in range(4)]


def test_a_mouse_gets_a_look_and_a_click_opens(open_page: Open) -> None:
    page = open_page(f"/kaart/{MAP}", viewport={"width": 1400, "height": 1000})
    page.hover(f'.metro [data-module="{MODULE}"] a')
    expect(page.locator("#tip")).to_contain_text("Trillingen meten")
    expect(page.locator("#tip")).to_contain_text("Praktijksessie")
    page.click(f'.metro [data-module="{MODULE}"] a')
    expect(page.locator("dialog[open]")).to_contain_text("Wat je leert")
    page.get_by_role("button", name="Sluit").click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_map_grows_shrinks_and_fits(open_page: Open) -> None:
    page = open_page(f"/kaart/{MAP}", **PHONE)
    wide = "() => document.querySelector('.metro').getBoundingClientRect().width"
    before = page.evaluate(wide)
    page.get_by_role("button", name="Maak de kaart groter").click()
    assert page.evaluate(wide) > before
    page.get_by_role("button", name="Hele kaart").click()
    assert page.evaluate(wide) <= 360
    page.get_by_role("button", name="Hele kaart").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_on_paper_there_is_the_map_and_nothing_else(open_page: Open) -> None:
    page = open_page(f"/kaart/{MAP}", color_scheme="dark", viewport={"width": 1500, "height": 1000})
    page.emulate_media(media="print")
    shown = page.locator("h1:visible, nav:visible, .button:visible, #lijst:visible, footer:visible")
    assert shown.count() == 0
    expect(page.locator(".metro")).to_be_visible()
    paper = page.evaluate("() => getComputedStyle(document.querySelector('.metro .paper')).fill")
    assert paper == "rgb(255, 255, 255)"
    sheet = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", sheet)
    assert boxes == [(b"1191", b"841")]  # one A3 on its side, in points


def test_signing_in_with_a_real_browser(open_page: Open, faults: Faults, served: Served) -> None:
    add_learner(served, "Bea", "bea@b.example")
    (link,) = ask_links(served.engine, "bea@b.example", served.now)
    page = open_page(f"/aanmelden/{link.secret}")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("h1")).to_have_text("Hoi Bea")
    assert [one["name"] for one in page.context.cookies()] == ["navigator"]
    assert faults(page) == []
    page.get_by_role("button", name="Log overal uit").click()
    expect(page.locator("h1")).to_have_text("Mijn stations")
    assert page.context.cookies() == []


def test_a_page_of_ones_own_has_no_faults_either(open_page: Open, faults: Faults, served: Served) -> None:
    add_learner(served, "Cor", "cor@b.example")
    (link,) = ask_links(served.engine, "cor@b.example", served.now)
    secret = use_link(served.engine, link.secret, served.now)
    page = open_page("/privacy", **PHONE)
    page.context.add_cookies([{"name": "navigator", "value": str(secret), "url": served.url}])
    page.goto(f"{served.url}/mijn")
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
