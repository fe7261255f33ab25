"""The fake on loopback: a server that can go down and come up again on the same port."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from tests.telegram_api.answering import Answering
from tests.telegram_api.world import World


class Serving:
    """The server in a thread of its own. The port stays ours while it is down, by a socket that doesn't listen."""

    def __init__(self, world: World) -> None:
        answering = Answering(world, self._cut)
        route = Route("/bot{token}/{method}", answering.__call__, methods=["GET", "POST"])
        self._app = Starlette(routes=[route])
        self._reserved = _bound(0)
        self.port: int = self._reserved.getsockname()[1]
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def up(self) -> None:
        assert self._server is None, "it is up already"
        listening = _bound(self.port)
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

    def _cut(self, request: Request) -> None:
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


def _bound(port: int) -> socket.socket:
    """A socket on loopback at that port (0: a free one); several may be bound to it as long as none listens."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    return bound
