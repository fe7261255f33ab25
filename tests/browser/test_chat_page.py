"""The chat page in a real browser: what comes by itself, what is refused, and whether everybody can use it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.bot.fake_rasa import Reply, echo
from tests.browser.line import line_to
from tests.browser.shown import every_card
from tests.browser.widget_site import Navigator, chromium, navigator

WORKS = {"timeout": 15_000}
EVIL = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
DESK, PHONE, DOUBLED = {"width": 1100, "height": 800}, {"width": 360, "height": 740}, {"width": 180, "height": 370}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Navigator]:
    with navigator(tmp_path_factory.mktemp("door")) as found:
        yield found


@pytest.fixture
def door(running: Navigator) -> Navigator:
    running.rasa.says = echo
    return running


@pytest.fixture
def visit(browser: Browser, door: Navigator) -> Iterator[Callable[..., Page]]:
    """Opens the chat; at the end nothing may have gone wrong behind its back."""
    troubles: list[str] = []
    with ExitStack() as stack:

        def visit_(path: str = "/gesprek", url: str = door.url, **options: Any) -> Page:
            context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", **options)
            stack.callback(context.close)
            page = context.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("console", lambda said: troubles.append(said.text) if "Security Policy" in said.text else None)
            page.goto(f"{url}{path}")
            return page

        yield visit_
    assert troubles == []


def say(page: Page, text: str) -> None:
    page.get_by_label("Jouw bericht").fill(text)
    page.get_by_label("Jouw bericht").press("Enter")


def told(page: Page, text: str) -> str:
    """Says something, waits for the echo, and gives the id of the talk."""
    say(page, text)
    expect(page.get_by_text(f"Je zei: {text}")).to_have_count(1, **WORKS)
    id: str = page.evaluate("JSON.parse(localStorage.getItem('navigator.talk')).conversation")
    return id


def answers(text: str, cards: list[dict[str, Any]], *buttons: str) -> Callable[[dict[str, Any]], Reply]:
    shown: list[dict[str, Any]] = [{"text": text, "buttons": [{"title": one, "payload": "/affirm"} for one in buttons]}]
    return lambda _: shown + [{"custom": {"card": card}} for card in cards]


def test_what_we_put_in_a_talk_arrives_in_every_open_page_of_it_without_reloading(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    talk = told(page, "hoi")
    other = page.context.new_page()
    other.goto(page.url)
    door.post(talk, "Morgen is je workshop.")
    for one in (page, other):
        expect(one.get_by_text("Morgen is je workshop.")).to_have_count(1, **WORKS)
    page.reload()
    expect(page.get_by_text("Morgen is je workshop.")).to_have_count(1)


def test_what_came_while_nobody_was_there_waits_until_somebody_comes_back(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    talk = told(page, "hoi")
    page.goto("about:blank")
    for text in ("Een.", "Twee."):
        door.post(talk, text)
    page.goto(f"{door.url}/gesprek")
    for text in ("Een.", "Twee."):
        expect(page.get_by_text(text, exact=True)).to_have_count(1, **WORKS)


def test_a_line_that_is_cut_and_comes_back_loses_nothing_and_doubles_nothing(
    visit: Callable[..., Page], door: Navigator
) -> None:
    with line_to(door.url) as line:
        page = visit(url=line.url)
        talk = told(page, "hoi")
        for number in range(3):
            door.post(talk, f"Voor {number}.")
            expect(page.get_by_text(f"Voor {number}.")).to_have_count(1, **WORKS)
            line.cut()
            door.post(talk, f"Tijdens {number}.")
            line.mend()
            expect(page.get_by_text(f"Tijdens {number}.")).to_have_count(1, **WORKS)
        texts = page.locator("#log .message.bot p").all_inner_texts()
    assert [text for text in texts if text.startswith(("Voor", "Tijdens"))] == [
        f"{when} {number}." for number in range(3) for when in ("Voor", "Tijdens")
    ]


def test_where_streams_are_blocked_it_is_asked_for_and_comes_all_the_same(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    page.route("**/stream?*", lambda route: route.fulfill(status=502, body=""))
    talk = told(page, "hoi")
    door.post(talk, "Langs een andere weg.")
    page.clock.install()
    page.reload()
    expect(page.get_by_text("Langs een andere weg.")).to_have_count(1, **WORKS)
    door.post(talk, "En nog eens.")
    page.clock.fast_forward(21_000)
    expect(page.get_by_text("En nog eens.")).to_have_count(1, **WORKS)


def test_while_an_answer_is_made_it_says_so_and_what_comes_by_itself_waits_for_it(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    talk = told(page, "hoi")
    done, slow = slowly(door)
    slow("langzaam")
    say(page, "langzaam")
    expect(page.get_by_role("status")).to_have_text("De navigator denkt na…")
    expect(page.locator(".dots")).to_be_visible()
    with page.expect_event("console", lambda said: said.text == "heard", timeout=15_000):
        page.evaluate(
            "talk => { const own = new EventSource(`/api/chat/${talk}/stream?after=0`);"
            "own.addEventListener('message', () => { own.close(); console.log('heard'); }); }",
            talk,
        )
        door.post(talk, "Ondertussen.")
    expect(page.get_by_text("Ondertussen.")).to_have_count(0)
    done.set()
    expect(page.get_by_text("Ondertussen.")).to_have_count(1, **WORKS)
    expect(page.get_by_role("status")).to_have_text("")
    texts = page.locator("#log .message.bot p").all_inner_texts()
    assert texts[-2:] == ["Je zei: langzaam", "Ondertussen."]


def slowly(door: Navigator) -> tuple[threading.Event, Callable[[str], None]]:
    """What lets Rasa answer, and what makes it wait for that with one text."""
    done = threading.Event()

    def waits_for(text: str) -> None:
        def says(body: dict[str, Any]) -> Reply | Awaitable[Reply]:
            async def late() -> Reply:
                await asyncio.to_thread(done.wait, 20)
                return echo(body)

            return late() if body["message"] == text else echo(body)

        door.rasa.says = says

    return done, waits_for


def test_a_link_begins_the_talk_once_and_leaves_the_address_clean(visit: Callable[..., Page], browser: Browser) -> None:
    asked: list[Any] = []
    page = visit()
    page.on("request", lambda one: asked.append(one.post_data_json) if one.url.endswith("/api/chat") else None)
    page.goto(f"{page.url}?start=lijn-cobots&x=1")
    page.wait_for_url("**/gesprek?x=1")
    page.reload()
    told(page, "hoi")
    assert [(body["conversation"], body.get("start"), body.get("text")) for body in asked] == [
        (None, "lijn-cobots", None),
        (None, None, "hoi"),
    ]
    expect(page.locator(".message.you")).to_have_count(1)
    expect(page.locator(".trouble")).to_have_count(0)


def test_what_anybody_wrote_is_text_wherever_it_stands(visit: Callable[..., Page], door: Navigator) -> None:
    page = visit(f"/gesprek?start={EVIL}")
    door.rasa.says = answers(EVIL, every_card(EVIL), EVIL)
    say(page, EVIL)
    expect(page.locator(".card")).to_have_count(9, **WORKS)
    talk = page.evaluate("JSON.parse(localStorage.getItem('navigator.talk')).conversation")
    door.post(talk, EVIL, cards=every_card(EVIL), buttons=[{"title": EVIL, "token": EVIL}])
    expect(page.locator(".told button")).to_have_text(EVIL, **WORKS)
    page.reload()
    expect(page.locator(".card")).to_have_count(18)
    assert page.evaluate("[window.broken, document.querySelectorAll('#log img, #log script').length]") == [None, 0]


def test_a_body_of_a_megabyte_is_refused_and_the_talk_goes_on(visit: Callable[..., Page]) -> None:
    page = visit()
    said = page.evaluate(
        "fetch('/api/chat', { method: 'POST', headers: { 'Content-Type': 'application/json' },"
        " body: JSON.stringify({ text: 'x'.repeat(1e6) }) }).then(async (one) => [one.status, await one.json()])"
    )
    assert said == [413, {"detail": "This body is too large; 100000 bytes is the most."}]
    told(page, "hoi")


def test_who_sends_very_much_is_told_kindly_and_can_go_on_later(browser: Browser, tmp_path: Path) -> None:
    with navigator(tmp_path, trusted_proxies="127.0.0.1", rate_chat=20) as door:
        context = browser.new_context(extra_http_headers={"X-Forwarded-For": "203.0.113.7"})
        page = context.new_page()
        page.goto(f"{door.url}/gesprek")
        told(page, "begin")
        statuses = page.evaluate(
            """async () => {
              const { conversation } = JSON.parse(localStorage.getItem("navigator.talk"));
              const send = () => fetch("/api/chat", { method: "POST", headers: { "Content-Type": "application/json" },
                body: JSON.stringify({ conversation, text: "hoi" }) }).then((one) => one.status);
              const all = await Promise.all(Array.from({ length: 1000 }, send));
              const count = (status) => all.filter((one) => one === status).length;
              return { 200: count(200), 429: count(429) };
            }"""
        )
        assert statuses == {"200": 20, "429": 980}
        say(page, "nog een")
        expect(page.locator(".trouble")).to_contain_text(
            "Dat gaat me te snel: er komen wel heel veel berichten.", **WORKS
        )
        expect(page.get_by_role("button", name="Probeer het nog eens")).to_be_visible()
        context.close()


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:100]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": DESK},
        {"viewport": DESK, "color_scheme": "dark"},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": DOUBLED},
        {"viewport": PHONE, "forced_colors": "active"},
    ],
    ids=["desk", "dark", "dark phone", "phone doubled", "forced colours"],
)
@pytest.mark.parametrize("path", ["/gesprek", "/gesprek?in=widget"])
def test_axe_finds_nothing_in_any_state_and_nothing_sticks_out(
    visit: Callable[..., Page], door: Navigator, path: str, options: dict[str, Any]
) -> None:
    page = visit(path, **options)
    found = {"empty": violations(page)}
    talk = told(page, "hoi")
    done, slow = slowly(door)
    slow("langzaam")
    say(page, "langzaam")
    expect(page.locator(".dots")).to_be_visible()
    found["thinking"] = violations(page)
    done.set()
    expect(page.locator(".dots")).to_have_count(0, **WORKS)
    door.rasa.says = answers(
        "Dit past bij je.", every_card("Een naam van een paar woorden"), "Ja, graag", "Iets anders"
    )
    say(page, "wat past bij mij?")
    expect(page.locator(".card")).to_have_count(9, **WORKS)
    for summary in page.locator("summary").all():
        summary.click()
    found["cards and buttons"] = violations(page)
    door.post(talk, "Er is een plek vrij.", buttons=[{"title": "Ja", "token": "t"}])
    expect(page.get_by_text("Er is een plek vrij.")).to_have_count(1, **WORKS)
    page.route("**/api/chat", lambda route: route.abort())
    say(page, "zonder verbinding")
    expect(page.get_by_role("button", name="Probeer het nog eens")).to_be_visible(**WORKS)
    found["trouble"] = violations(page)
    assert found == {"empty": [], "thinking": [], "cards and buttons": [], "trouble": []}
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate("document.querySelector('#log').scrollWidth <= document.querySelector('#log').clientWidth")
    assert page.evaluate(TOO_SMALL) == []


TOO_SMALL = """[...document.querySelectorAll("button, a, summary, textarea")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return one.checkVisibility() && (width < 24 || height < 24);
}).map((one) => one.outerHTML)"""


def test_a_long_talk_is_whole_after_a_reload_and_is_heard_once(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(
        """() => {
          window.heard = [];
          new MutationObserver((changes) => {
            for (const { addedNodes } of changes) for (const one of addedNodes) window.heard.push(one.textContent);
          }).observe(document.getElementById("log"), { childList: true, subtree: true });
        }"""
    )
    for number in range(30):
        told(page, f"bericht {number}.")
    heard = page.evaluate("window.heard.filter((one) => one.includes('Je zei:'))")
    assert heard == [f"Navigator: Je zei: bericht {number}." for number in range(30)]
    assert page.get_by_role("log").get_attribute("aria-live") is None
    page.reload()
    expect(page.locator(".message.you")).to_have_count(30)
    assert violations(page) == []


def test_buttons_are_pressed_with_the_keyboard_and_the_focus_stays_with_the_talk(
    visit: Callable[..., Page], door: Navigator
) -> None:
    page = visit()
    door.rasa.says = answers("Zal ik?", [], "Ja, graag", "Nee")
    say(page, "hoi")
    expect(page.get_by_role("button", name="Nee")).to_be_visible(**WORKS)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Ja, graag")).to_be_focused()
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    door.rasa.says = echo
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je zei: /affirm")).to_have_count(1, **WORKS)
    expect(page.get_by_label("Jouw bericht")).to_be_focused()
    assert ring == "solid"
