"""``GET /gesprek``: the chat page, by itself or in a frame, and the files that it needs."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Query
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from bot.web.guard import content_policy

STATIC = Path(__file__).parent.parent / "static"


def add_page(app: FastAPI, widget_origins: str) -> None:
    """Serves the page; it talks to ``/api/chat`` and to nothing else.

    Args:
        widget_origins: the websites that may show it in a frame, separated by commas.
    """
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    framed = content_policy(" ".join(["'self'", *widget_origins.split(",")]).strip())

    @app.get("/gesprek", include_in_schema=False)
    def page(place: str = Query("", alias="in")) -> FileResponse:
        """The chat; with ``?in=widget`` it can be framed."""
        headers = {"content-security-policy": framed} if place == "widget" else None
        return FileResponse(STATIC / "index.html", headers=headers)
