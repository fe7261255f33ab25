"""``GET /widget.js``: the one line that puts the chat on somebody else's page."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from fastapi import FastAPI, Header, Response

from bot.web.page import STATIC

HEADERS = {"cache-control": "public, max-age=300", "cross-origin-resource-policy": "cross-origin"}
"""Any page may load it; it holds nothing of anybody."""


def add_widget(app: FastAPI) -> None:
    """Serves the script, read once."""
    script = (STATIC / "widget.js").read_bytes()
    headers = {**HEADERS, "etag": f'"{sha256(script).hexdigest()[:20]}"'}

    @app.get("/widget.js", include_in_schema=False)
    def widget(held: Annotated[str, Header(alias="If-None-Match")] = "") -> Response:
        """The script, or the word that what a browser holds is still it."""
        if headers["etag"] in (one.strip().removeprefix("W/") for one in held.split(",")):
            return Response(status_code=304, headers=headers)
        return Response(script, headers=headers, media_type="text/javascript; charset=utf-8")
