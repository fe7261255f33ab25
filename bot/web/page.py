"""``GET /gesprek``: the plain chat page, and the files that it needs."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

STATIC = Path(__file__).parent.parent / "static"


def add_page(app: FastAPI) -> None:
    """Serves the page; it talks to ``/api/chat`` and to nothing else."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")

    @app.get("/gesprek", include_in_schema=False)
    def page() -> FileResponse:
        return FileResponse(STATIC / "index.html")
