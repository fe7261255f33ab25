"""A server on loopback that can go down and come up again on the same port."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


class Serving:
    """The server in a thread of its own. The port stays ours while it is down, by a socket that doesn't listen.

    Args:
        answer: what answers a request to `path`, whose parts are in its ``path_params``.
    """

    def __init__(self, answer: Callable[[Request], Awaitable[Response]], path: str = "/bot{token}/{method}") -> None:
        self._app = Starlette(routes=[Route(path, answer, methods=["GET", "POST"])])
        self._reserved = bound(0)
        self.port: int = self._reserved.getsockname()[1]
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def up(self) -> None:
        assert self._server is None, "it is up already"
        listening = bound(self.port)
        listening.listen()
        self._server = server = _Server(self._app)
        self._thread = threading.Thread(target=server.run, args=([listening],), name="fake Bot API", daemon=True)
        self._thread.start()
        assert server.ready.wait(10), "the fake Bot API doesn't start"

    def down(self) -> None:
        """Close the port and every connection, and only then return."""
        if self._server and self._thread:
            self._server.slam()
            self._thread.join()
            self._server = None

    def close(self) -> None:
        self.down()
        self._reserved.close()

    def cut(self, request: Request) -> None:
        """Close the connection that a request came by, without an answer."""
        assert self._server
        for connection in list(self._server.server_state.connections):
            if connection.client == tuple(request.scope["client"]):
                connection.transport.abort()


class _Server(uvicorn.Server):
    def __init__(self, app: Starlette) -> None:
        quiet: dict[str, Any] = {"log_config": None, "log_level": "critical", "access_log": False}
        super().__init__(uvicorn.Config(app, http="h11", ws="none", loop="asyncio", lifespan="off", **quiet))
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    def slam(self) -> None:
        self.should_exit = self.force_exit = True
        if self._loop:
            with suppress(RuntimeError):  # it may have ended by itself
                self._loop.call_soon_threadsafe(self._abort)

    def _abort(self) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()


def bound(port: int) -> socket.socket:
    """A socket on loopback at that port (0: a free one); several may be bound to it as long as none listens."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    return bound
