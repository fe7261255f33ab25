"""What holds for every request: a body of limited size, safe headers, and never a bare failure."""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sentences import SOMETHING_BROKE
from bot.web.pages.missing import sorry, wants_page

LARGEST_BODY = 100_000
"""Bytes; far more than the longest message that is read."""

TOO_LARGE = f"This body is too large; {LARGEST_BODY} bytes is the most."


def content_policy(framed_by: str = "'none'") -> str:
    """The content security policy of a page that may only be framed by these origins."""
    return f"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {framed_by}; object-src 'none'"


HEADERS = {
    b"content-security-policy": content_policy().encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}
ONLY_HTTPS = {b"strict-transport-security": b"max-age=31536000"}
FOR_ANYBODY = {b"cross-origin-resource-policy": b"cross-origin"}
"""Of a picture: it holds nothing of a person, and may stand in any page or mail."""

_log = structlog.get_logger()


class Guard:
    """ASGI middleware around everything: a fault of ours is one sentence outside and one line in the log."""

    def __init__(self, app: ASGIApp, public_url: str = "") -> None:
        self._app = app
        self._headers = {**HEADERS, **(ONLY_HTTPS if public_url.startswith("https://") else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, send, self._headers)
        try:
            if _announced(scope) > LARGEST_BODY:
                await answer.refuse(413, TOO_LARGE)
            else:
                await self._app(scope, _limited(receive), answer.send)
        except Exception as error:  # the outermost layer: nobody ever gets a traceback
            _log.error("part failed", part="bot", reason=f"{type(error).__name__} at {_place(error)}")
            await answer.refuse(500, SOMETHING_BROKE)


class _Answer:
    """What goes out, with our headers; ``begun`` once its status is on the way."""

    def __init__(self, scope: Scope, send: Send, headers: Mapping[bytes, bytes]) -> None:
        caching = b"no-store" if scope["path"].startswith("/api/") else b"no-cache"
        self._headers = {**headers, b"cache-control": caching}
        self._page = wants_page(Request(scope))
        self._send = send
        self._begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._begun = True
            _add_headers(message, self._headers)
        await self._send(message)

    async def refuse(self, status: int, sentence: str) -> None:
        """Answers with a sentence, unless an answer is on its way already."""
        if self._begun:
            return
        kind, body = b"application/json", json.dumps({"detail": sentence}, ensure_ascii=False).encode()
        if self._page:
            kind, body = b"text/html; charset=utf-8", bytes(sorry(status, sentence).body)
        headers = [(b"content-type", kind), (b"content-length", b"%d" % len(body))]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def _add_headers(message: MutableMapping[str, Any], ours: Mapping[bytes, bytes]) -> None:
    """Adds ours, where the answer has none of its own."""
    own = [(name.lower(), value) for name, value in message.get("headers", ())]
    named = dict(own)
    if named.get(b"content-type", b"").startswith(b"image/"):
        ours = {**ours, **FOR_ANYBODY}
    message["headers"] = own + [(name, value) for name, value in ours.items() if name not in named]


def _announced(scope: Scope) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise HTTPException(413, TOO_LARGE)
        return message

    return limited


def _place(error: Exception) -> str:
    """Where it broke, without the values that broke it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "an unknown place"
