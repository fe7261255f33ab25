"""The browser of these tests works, and what it watches for is found."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from tests.browser.conftest import Troubles


def test_the_door_is_served_to_a_real_browser(open_page: Callable[..., Page]) -> None:
    assert "Smart Makers Navigator" in open_page("/").title()


def test_what_breaks_the_policy_is_found(browser: Browser, website: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        troubles = Troubles(website)
        troubles.watch(page)
        page.goto(website)
        page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }""")
        page.evaluate("() => fetch('http://127.0.0.1:9/').catch(() => null)")
        assert page.evaluate("() => window.ran") is None
    assert "inline script" in troubles.found[0]
    assert any("another host" in one or "connect" in one for one in troubles.found[1:])
