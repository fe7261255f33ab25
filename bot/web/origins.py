"""Which website a request may come from: our own. What only looks may come from anywhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sentences import FROM_ELSEWHERE

LOOKING = {"GET", "HEAD", "OPTIONS"}


class SameOrigin:
    """ASGI middleware that refuses what another website makes a browser send.

    What is no browser sends neither ``Sec-Fetch-Site`` nor ``Origin``, and is let through.
    """

    def __init__(self, app: ASGIApp, public_url: str = "") -> None:
        self._app = app
        self._public = urlsplit(public_url).netloc.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in LOOKING and self._elsewhere(scope):
            await JSONResponse({"detail": FROM_ELSEWHERE}, 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _elsewhere(self, scope: Scope) -> bool:
        headers = {name: value.decode("latin-1").lower() for name, value in scope["headers"]}
        site, origin = headers.get(b"sec-fetch-site"), headers.get(b"origin")
        if site is not None:
            return site not in ("same-origin", "none")
        if origin == "null":  # what an older browser says of a form on a page of ours that tells no referrer
            return bool(scope["path"].startswith("/api/"))
        return origin is not None and origin.partition("://")[2] not in (headers.get(b"host"), self._public)
