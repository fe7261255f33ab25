"""The chat on an academy's own site, in a real browser: opened, used, closed, reloaded, refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page, expect

from bot.web.page import STATIC
from tests.browser.widget_site import Academy, Navigator, academy, chromium, lasting, navigator

OPEN = "Vraag het de navigator"
AS_JSON = json.dumps((STATIC / "widget.js").read_text()).replace("</", "<\\/")
"""The script as a bundle has it: text that runs without a script of its own."""
WORKS = {"timeout": 10_000}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def site() -> Iterator[Academy]:
    with academy() as found:
        yield found


@pytest.fixture(scope="module")
def door(site: Academy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Navigator]:
    own = site.origin.replace("localhost", "127.0.0.1")
    with navigator(tmp_path_factory.mktemp("door"), widget_origins=f"{site.origin},{own}") as found:
        yield found


@pytest.fixture
def visit(browser: Browser, site: Academy, door: Navigator) -> Iterator[Callable[..., Page]]:
    """Opens the academy's page with a script in it; at the end nothing may have gone wrong behind its back."""
    troubles: list[str] = []
    site.shows(f'<script src="{door.url}/widget.js" async></script>', "<p>Lorem ipsum.</p>" * 60)
    with ExitStack() as stack:

        def visit_(url: str = site.origin, **options: Any) -> Page:
            context = browser.new_context(locale="nl-NL", **options)
            stack.callback(context.close)
            page = context.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("console", lambda said: troubles.append(said.text) if "Security Policy" in said.text else None)
            page.goto(url)
            return page

        yield visit_
    assert troubles == []


def chat(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='Gesprek met de navigator']")


def open_chat(page: Page) -> FrameLocator:
    page.get_by_role("button", name=OPEN).click()
    expect(chat(page).get_by_label("Jouw bericht")).to_be_focused(**WORKS)
    return chat(page)


def say(frame: FrameLocator, text: str) -> None:
    frame.get_by_label("Jouw bericht").fill(text)
    frame.get_by_label("Jouw bericht").press("Enter")
    expect(frame.get_by_text(f"Je zei: {text}")).to_have_count(1, **WORKS)


def begin(page: Page, frame: FrameLocator) -> str:
    """Says something, and gives the id of the talk."""
    with page.expect_response("**/api/chat") as answered:
        say(frame, "hoi")
    id: str = answered.value.json()["conversation"]
    return id


def test_nothing_is_loaded_before_it_is_opened_and_nothing_is_left_in_the_page(visit: Callable[..., Page]) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.evaluate("Object.keys(window).length")
    page.reload()
    expect(page.get_by_role("button", name=OPEN)).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked] == ["", "widget.js"]
    assert page.evaluate("Object.keys(window).length") == before
    assert page.evaluate("document.cookie") == ""


def test_it_opens_talks_closes_and_keeps_the_talk_while_the_page_is_open(visit: Callable[..., Page]) -> None:
    page = visit()
    frame = open_chat(page)
    button = page.get_by_role("button", name=OPEN)
    expect(button).to_have_attribute("aria-expanded", "true")
    say(frame, "hoi")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(frame.get_by_label("Jouw bericht")).to_be_focused()
    expect(frame.get_by_text("Je zei: hoi")).to_have_count(1)
    frame.get_by_role("button", name="Sluit het gesprek").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_talk_is_still_there_after_a_reload(visit: Callable[..., Page], site: Academy) -> None:
    page = visit(site.origin.replace("localhost", "127.0.0.1"))
    say(open_chat(page), "onthoud dit")
    page.reload()
    expect(open_chat(page).get_by_text("Je zei: onthoud dit")).to_have_count(1, **WORKS)
    say(chat(page), "en dit")


def test_it_is_still_there_the_next_day_on_an_unrelated_site(
    browser: Browser, site: Academy, door: Navigator, tmp_path: Path
) -> None:
    site.shows(f'<script src="{door.url}/widget.js" async></script>')
    for day in (1, 2):
        with lasting(browser, tmp_path) as page:
            page.goto(site.origin)
            frame = open_chat(page)
            if day == 2:
                expect(frame.get_by_text("Je zei: dag 1")).to_have_count(1, **WORKS)
            say(frame, f"dag {day}")


def test_where_a_browser_keeps_nothing_for_strangers_the_talk_goes_on_without_being_remembered(
    visit: Callable[..., Page],
) -> None:
    page = visit()
    frame = open_chat(page)
    say(frame, "een")
    say(frame, "twee")
    expect(frame.locator(".trouble")).to_have_count(0)
    page.reload()
    expect(open_chat(page).get_by_text("Je zei: een")).to_have_count(0)


def test_a_message_of_ours_arrives_in_the_open_page_and_counts_on_the_button_when_closed(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    frame = open_chat(page)
    talk = begin(page, frame)
    door.post(talk, "Er is een plek vrij.", buttons=[{"title": "Ja, graag", "token": "t"}])
    expect(frame.get_by_text("Er is een plek vrij.")).to_have_count(1, **WORKS)
    page.keyboard.press("Escape")
    door.post(talk, "Morgen is het zover.")
    expect(page.get_by_role("button", name=f"{OPEN} 1 nieuw bericht")).to_be_visible(**WORKS)
    expect(page.get_by_role("status")).to_have_text("1 nieuw bericht")
    door.post(talk, "Neem je laptop mee.")
    page.get_by_role("button", name=f"{OPEN} 2 nieuwe berichten").click()
    for text in ("Morgen is het zover.", "Neem je laptop mee."):
        expect(frame.get_by_text(text)).to_be_in_viewport()
    expect(page.get_by_role("button", name=OPEN, exact=True)).to_be_visible()


def test_a_site_that_is_not_on_the_list_gets_a_kind_word_and_no_chat(
    browser: Browser, door: Navigator, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    with academy() as stranger:
        stranger.shows(f'<script src="{door.url}/widget.js" async></script>')
        page.goto(stranger.origin)
        page.get_by_role("button", name=OPEN).click()
        expect(page.get_by_text("Het gesprek kan op deze pagina niet openen.")).to_be_visible(**WORKS)
        link = page.get_by_role("link", name="Open het in een nieuw tabblad")
        expect(link).to_have_attribute("href", f"{door.url}/gesprek")
        expect(page.get_by_role("button", name="Sluit")).to_be_focused()
        expect(page.locator("iframe")).to_be_hidden()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name=OPEN)).to_be_focused()
    context.close()


def test_another_page_cannot_play_the_chat_or_the_button(visit: Callable[..., Page], site: Academy) -> None:
    page = visit()
    frame = open_chat(page)
    page.evaluate("postMessage({ navigator: 'close' }, '*')")
    page.evaluate("postMessage({ navigator: 'unread', count: 3 }, '*')")
    page.evaluate(
        "document.querySelector('smart-makers-navigator').shadowRoot.querySelector('iframe').contentWindow"
        ".postMessage({ navigator: '__proto__' }, '*')"
    )
    say(frame, "hoi")
    expect(page.get_by_role("dialog")).to_be_visible()
    inside = next(one for one in page.frames if "/gesprek" in one.url)
    inside.evaluate("parent.postMessage({ navigator: 'toString' }, '*')")
    inside.evaluate("parent.postMessage(null, '*')")
    inside.evaluate("parent.postMessage({ navigator: 'close' }, 'http://elsewhere.example')")
    say(frame, "nog eens")


STRICT = "default-src 'none'; script-src {door}; frame-src {door}; require-trusted-types-for 'script'"


def test_it_works_under_a_strict_policy_of_the_site(visit: Callable[..., Page], site: Academy, door: Navigator) -> None:
    site.shows(site_script(door), Content_Security_Policy=STRICT.format(door=door.url))
    page = visit()
    site.shows(site_script(door), Content_Security_Policy=STRICT.format(door=door.url))
    page.reload()
    say(open_chat(page), "hoi")
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["width"] < 450


def site_script(door: Navigator, attributes: str = "async") -> str:
    return f'<script src="{door.url}/widget.js" {attributes}></script>'


@pytest.mark.parametrize("named", ["", " data-navigator"])
def test_it_works_where_a_site_builder_runs_it_from_a_bundle(
    visit: Callable[..., Page], site: Academy, door: Navigator, named: str
) -> None:
    page = visit()
    bundle = f"<script>setTimeout(new Function({AS_JSON}))</script>"
    stranger = '<script src="/js/widget.js" type="text/plain"></script>' if named else ""
    site.shows(f"""{site_script(door, f'type="text/plain"{named}')}{stranger}{bundle}""")
    page.reload()
    say(open_chat(page), "hoi")


def test_twice_in_a_page_is_once_and_its_words_side_and_beginning_can_be_chosen(
    visit: Callable[..., Page], site: Academy, door: Navigator
) -> None:
    page = visit()
    started: list[Any] = []
    page.on(
        "request", lambda request: started.append(request.post_data_json) if request.url.endswith("/api/chat") else 0
    )
    chosen = site_script(door, 'data-label="Hulp bij <kiezen>" data-position="left" data-start="lijn-cobots"')
    site.shows(f"{chosen}{site_script(door)}")
    page.reload()
    button = page.get_by_role("button", name="Hulp bij <kiezen>")
    button.click()
    expect(chat(page).get_by_label("Jouw bericht")).to_be_visible(**WORKS)
    expect(page.locator("smart-makers-navigator")).to_have_count(1)
    box = button.bounding_box()
    assert box
    assert box["x"] < 100
    (body,) = started
    assert {key: body[key] for key in ("conversation", "start")} == {"conversation": None, "start": "lijn-cobots"}


def test_on_a_phone_it_fills_the_screen_and_the_page_behind_stays_where_it_is(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.evaluate("scrollTo(0, 200)")
    page.get_by_role("button", name=OPEN).tap()
    frame = chat(page)
    expect(frame.get_by_role("log")).to_be_focused(**WORKS)
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    assert page.get_by_role("dialog").get_attribute("aria-modal") == "true"
    assert page.evaluate("getComputedStyle(document.documentElement).overflow") == "hidden"
    size = frame.get_by_label("Jouw bericht").evaluate("field => parseFloat(getComputedStyle(field).fontSize)")
    assert size >= 16
    assert frame.locator("html").evaluate("page => page.scrollWidth <= page.clientWidth")
    frame.get_by_role("button", name="Sluit het gesprek").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).overflow") == "visible"
    assert page.evaluate("scrollY") == 200


def test_it_can_be_used_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    page = visit()
    expect(page.get_by_role("button", name=OPEN)).to_be_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=OPEN)).to_be_focused()
    page.keyboard.press("Space")
    field = chat(page).get_by_label("Jouw bericht")
    expect(field).to_be_focused(**WORKS)
    page.keyboard.type("hoi")
    page.keyboard.press("Enter")
    expect(chat(page).get_by_text("Je zei: hoi")).to_have_count(1, **WORKS)
    page.keyboard.press("Shift+Tab")
    expect(chat(page).get_by_role("log")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(chat(page).get_by_role("button", name="Sluit het gesprek")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=OPEN)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_closed_open_or_with_news(visit: Callable[..., Page], door: Navigator, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    expect(page.get_by_role("button", name=OPEN)).to_be_visible()
    found = [Axe().run(page).response["violations"]]
    frame = open_chat(page)
    talk = begin(page, frame)
    found.append(Axe().run(page).response["violations"])
    page.keyboard.press("Escape")
    door.post(talk, "Nieuws.")
    expect(page.get_by_role("button", name="1 nieuw bericht")).to_be_visible(**WORKS)
    found.append(Axe().run(page).response["violations"])
    assert found == [[], [], []]
