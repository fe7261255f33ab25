"""Every refusal as ``application/problem+json`` (RFC 9457), as each version wants it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Match

from bot.memory import DATABASE_ERRORS
from bot.web.ooapi.words import Facts
from knowledge.errors import UnknownThing

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "Bad request",
    404: "Not found",
    405: "Method not allowed",
    406: "Not acceptable",
    503: "Service unavailable",
}

_log = structlog.get_logger()


class ProblemRoute(APIRoute):
    """A door of which every refusal is a problem of this kind."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                return problem(request, 400, _sentence(error))
            except UnknownThing as error:
                return problem(request, 404, str(error))
            except DATABASE_ERRORS as error:
                _log.warning("part failed", part="database", reason=type(error).__name__)
                return problem(request, 503, "The catalogue cannot be reached now. Try again in a minute.")

        return handler


def problem(request: Request, status: int, detail: str, **more: Any) -> JSONResponse:
    """The refusal; in version 5 the status is a text, in version 6 a number with a type beside it."""
    facts: Facts = {"title": TITLES[status], "detail": detail}
    if request.url.path.startswith("/ooapi/v5"):
        facts["status"] = str(status)
    else:
        facts |= {"type": "about:blank", "status": status, **more}
    return JSONResponse(facts, status_code=status, media_type=MEDIA_TYPE)


def not_there(request: Request, routes: list[BaseRoute]) -> JSONResponse:
    """The refusal of what no door takes: there is no such path, or not with this method."""
    if any(route.matches(request.scope)[0] is Match.PARTIAL for route in routes):
        refused = problem(request, 405, f"{request.url.path} does not take {request.method}; everything is read only.")
        refused.headers["allow"] = "GET"
        return refused
    return problem(request, 404, f"There is nothing at {request.url.path}.")


def _sentence(error: RequestValidationError) -> str:
    """Each parameter that is wrong, with what is wrong with it."""
    return " ".join(f"{fault['loc'][-1]}: {fault['msg']}." for fault in error.errors())
