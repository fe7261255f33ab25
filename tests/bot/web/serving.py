"""A website door that really serves on loopback, in the loop of the test: what streams can be read as it comes."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn

PATIENCE = 10.0
"""Seconds after which a test that waits gives up."""


@asynccontextmanager
async def serving(app: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the app, behind a server on a free port."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve([bound]))
        while not server.started and not running.done():  # uvicorn tells nobody that it is there
            await asyncio.sleep(0.01)
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{bound.getsockname()[1]}", timeout=PATIENCE, trust_env=False
        ) as client:
            yield client
        server.should_exit = True
        await running


@dataclass(frozen=True)
class Event:
    """One event of a stream; a comment has only ``comment``."""

    kind: str = ""
    id: str = ""
    data: str = ""
    comment: str = ""


class Page:
    """An open stream, read event by event."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.aiter_lines()

    async def next(self) -> Event | None:
        """The next event; None when the stream has ended."""
        async with asyncio.timeout(PATIENCE):
            found: dict[str, str] = {}
            async for line in self._lines:
                if not line and found:
                    names = {"event": "kind", "id": "id", "data": "data", "": "comment"}
                    return Event(**{names[key]: value for key, value in found.items() if key in names})
                key, _, value = line.partition(":")
                found[key] = value.removeprefix(" ")
            return None

    async def take(self, count: int) -> list[Event | None]:
        return [await self.next() for _ in range(count)]


@asynccontextmanager
async def opened(client: httpx.AsyncClient, talk: str, **query: Any) -> AsyncIterator[Page]:
    """The stream of a talk, past its first sign."""
    headers = query.pop("headers", {})
    async with client.stream("GET", f"/api/chat/{talk}/stream", params=query, headers=headers) as response:
        page = Page(response)
        if response.status_code == 200:
            assert await page.next() == Event("ready")
        yield page
