"""Answers a call: the token, the faults that are set, and then the method itself."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from tests.telegram_api.errors import BotApiError, refuse
from tests.telegram_api.faults import Fault
from tests.telegram_api.methods import METHODS, SENDS
from tests.telegram_api.params import read_params
from tests.telegram_api.polling import get_updates
from tests.telegram_api.world import Call, World

LOOK = 0.01
"""Seconds between two looks whether a call may stop hanging."""


class Answering:
    """Answers the calls: the token, the faults that are set, and then the method itself."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.cut: Callable[[Request], None] | None = None

    async def answer(self, request: Request) -> Response:
        """The answer; an error of the fake's own is kept too, for it to end with."""
        try:
            return await self._answer(request)
        except ClientDisconnect:
            return Response()
        except Exception as error:
            self._world.crashes.append(error)
            raise

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        if request.path_params["token"] != self._world.token:
            return JSONResponse(BotApiError(401, "Unauthorized").body(), 401)
        params = await read_params(request)
        chat = params.text("chat_id")
        call = Call(method, params, time.monotonic(), int(chat) if chat.lstrip("-").isdigit() else None)
        with self._world.changing():
            self._world.calls.append(call)
            fault = self._world.faults.take(method, call.chat)
        response = await self._with_fault(request, call, fault)
        with self._world.changing():
            call.status = response.status_code if response else 0
        return response or Response()

    async def _with_fault(self, request: Request, call: Call, fault: Fault | None) -> Response | None:
        if fault is None:
            return await self._done(call)
        done = await self._done(call) if fault.after_doing else None
        if fault.cut:
            assert self.cut
            self.cut(request)
            return None
        if fault.error:
            error = fault.error
            return Response(fault.html, error.status) if fault.html else JSONResponse(error.body(), error.status)
        await _hang(request, fault.hang)
        if done is None and await request.is_disconnected():
            return None
        return done or await self._done(call)

    async def _done(self, call: Call) -> Response:
        try:
            return JSONResponse({"ok": True, "result": await self._result(call)})
        except BotApiError as error:
            return JSONResponse(error.body(), error.status)

    async def _result(self, call: Call) -> Any:
        name = call.method.lower()
        if name == "getupdates":
            return await get_updates(self._world, call.params)
        if name not in METHODS:
            raise refuse("method not found", 404)
        with self._world.changing():
            if name in SENDS and call.chat is not None:
                self._world.rates.note(call.chat, call.at)
            return METHODS[name](self._world, call.params)


async def _hang(request: Request, until: float | threading.Event | None) -> None:
    """Wait; no longer than the other side does."""
    end = time.monotonic() + (until if isinstance(until, float | int) else float("inf"))
    while time.monotonic() < end and not (isinstance(until, threading.Event) and until.is_set()):
        if await request.is_disconnected():
            return
        await asyncio.sleep(LOOK)
