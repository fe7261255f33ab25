"""A Rasa server of a few lines: a function that is handed in as the network, or served on loopback."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

Reply = list[dict[str, Any]] | httpx.Response


class FakeRasa:
    """Answers what `says` returns and notes what it `heard`, in order.

    Attributes:
        says: what is answered to a message of the webhook; may wait, or raise an error of httpx.
        parsed: what is answered to a text to be parsed.
        up: which of ``rasa`` and ``actions`` answer at all.
    """

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.says: Callable[[dict[str, Any]], Reply | Awaitable[Reply]] = echo
        self.parsed: Callable[[str], dict[str, Any] | httpx.Response] = greeted
        self.up = {"rasa", "actions"}

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        part = "actions" if request.url.port == 5055 else "rasa"
        if part not in self.up:
            raise httpx.ConnectError("refused", request=request)
        match request.url.path:
            case "/webhooks/rest/webhook":
                return await self._answer(json.loads(request.content))
            case "/model/parse":
                parsed = self.parsed(json.loads(request.content)["text"])
                return parsed if isinstance(parsed, httpx.Response) else httpx.Response(200, json=parsed)
            case "/status" | "/health":
                return httpx.Response(200, json={})
        return httpx.Response(404)

    async def _answer(self, body: dict[str, Any]) -> httpx.Response:
        self.heard.append(body)
        reply = self.says(body)
        if isinstance(reply, Awaitable):
            reply = await reply
        return reply if isinstance(reply, httpx.Response) else httpx.Response(200, json=reply)

    @property
    def texts(self) -> list[str]:
        """The messages that came in, in order."""
        return [body["message"] for body in self.heard]


def echo(body: dict[str, Any]) -> Reply:
    return [{"recipient_id": body["sender"], "text": f"Je zei: {body['message']}"}]


def greeted(_text: str) -> dict[str, Any]:
    ranking = [{"name": "greet", "confidence": 0.9}, {"name": "goodbye", "confidence": 0.1}]
    return {"intent": ranking[0], "intent_ranking": ranking, "entities": []}
