"""The Rasa server as the front door sees it: a message goes in, a list of plain messages comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge.errors import NavigatorError

CONNECTING = 2.0
"""Seconds to wait for a connection; it is on this machine, so a second is long."""

PATIENCE = 30.0
"""Seconds after which an answer is given up for good; the person has heard of us long before."""


class RasaFailed(NavigatorError):  # noqa: N818  # it reads as what it is
    """Rasa gave no usable answer.

    Attributes:
        reached: whether the message may have been processed.
    """

    def __init__(self, reason: str, *, reached: bool) -> None:
        self.reached = reached
        super().__init__(reason)


class Said(BaseModel):
    """One message as Rasa's REST channel gives it; each has some of these."""

    text: str | None = None
    buttons: list[dict[str, Any]] = []
    custom: dict[str, Any] | None = None
    image: str | None = None


class Intent(BaseModel):
    name: str | None
    confidence: float


class Parsed(BaseModel):
    """What Rasa understood of a text."""

    intent: Intent
    intent_ranking: list[Intent] = []


Shape = TypeVar("Shape")

_SAID = TypeAdapter(list[Said])
_PARSED = TypeAdapter(Parsed)


@dataclass(frozen=True)
class Rasa:
    """Speaks to one Rasa server. ``http`` is handed in, so that a test can stand in for the network."""

    http: httpx.AsyncClient
    url: str

    async def answer(self, conversation: str, message: str, metadata: Mapping[str, Any]) -> list[Said]:
        """What Rasa answers to a message or a payload, in order. Empty when an action broke.

        Raises:
            RasaFailed: when it is down, too slow, or says what cannot be read.
        """
        body = {"sender": conversation, "message": message, "metadata": dict(metadata)}
        return await self._ask("/webhooks/rest/webhook", body, _SAID)

    async def parse(self, text: str) -> Parsed:
        """The intent of a text. Raises RasaFailed."""
        return await self._ask("/model/parse", {"text": text}, _PARSED)

    async def _ask(self, path: str, body: object, shape: TypeAdapter[Shape]) -> Shape:
        timeout = httpx.Timeout(PATIENCE, connect=CONNECTING)
        try:
            response = await self.http.post(f"{self.url}{path}", json=body, timeout=timeout)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise RasaFailed(f"no connection: {type(error).__name__}", reached=False) from None
        except httpx.HTTPError as error:
            raise RasaFailed(f"connection lost: {type(error).__name__}", reached=True) from None
        if response.status_code != httpx.codes.OK:
            raise RasaFailed(f"HTTP {response.status_code}", reached=response.status_code >= 500)
        try:
            return shape.validate_json(response.content)
        except ValidationError:
            raise RasaFailed("an answer that cannot be read", reached=True) from None
