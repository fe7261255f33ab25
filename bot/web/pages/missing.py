"""What a person reads when a page isn't there, or couldn't be made; it needs no database."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import HTMLResponse

from bot.web.pages.rendering import Head, render

TITLES = {
    404: "Dit station bestaat niet",
    405: "Zo werkt deze pagina niet",
    413: "Dat is te veel",
    500: "Er ging iets mis",
    503: "Even geen verbinding",
}
FARTHER = (
    "Op deze plek staat niets (meer). Misschien is het adres niet goed overgekomen, of is de module uit het aanbod."
)
TRY_AGAIN = "Probeer het over een minuutje nog eens."


def wants_page(request: Request) -> bool:
    """Whether a person asks, with a browser, and not a program."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")


def sorry(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """The page that says so."""
    title = TITLES.get(status, TITLES[500])
    head = Head(title=title, description=sentence, path=None, indexed=False)
    return render(
        "sorry.html", head, url="", colours=None, status=status, headers=headers, sentence=sentence, contact=""
    )
