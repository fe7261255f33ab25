"""Every refusal as ``{"detail": sentence}``; to a person with a browser, as a page."""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import sentences
from bot.incoming import TextOrButton
from bot.memory import DATABASE_ERRORS
from bot.typed import NothingTyped, TooLong
from bot.web.limiting import TooMany, too_many
from bot.web.pages.missing import FARTHER, TRY_AGAIN, sorry, wants_page
from knowledge.errors import NavigatorError, UnknownThing

_STATUS: dict[type[NavigatorError], int] = {TextOrButton: 422, NothingTyped: 422, TooLong: 413}
_DUTCH = {
    "conversation": sentences.NO_SUCH_TALK,
    "button": sentences.NO_SUCH_BUTTON,
    "map": sentences.NO_SUCH_MAP,
    "calendar": sentences.NO_SUCH_CALENDAR,
}
_log = structlog.get_logger()


class Problem(BaseModel):
    """Why a request was refused, in one sentence."""

    detail: str


REFUSALS: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "It does not exist."},
    422: {"model": Problem, "description": "The request cannot be read; the sentence names the field."},
    429: {"model": Problem, "description": "It is too much; `Retry-After` says in how many seconds it can be again."},
}
"""What a route can refuse with, for OpenAPI."""


def add_problems(app: FastAPI) -> None:
    """Makes the app answer every refusal in this shape."""
    app.add_exception_handler(UnknownThing, _unknown)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(TooMany, _too_many)
    for error, status in _STATUS.items():
        app.add_exception_handler(error, lambda _, error, status=status: _problem(status, str(error)))
    for broken in DATABASE_ERRORS:
        app.add_exception_handler(broken, _no_database)


def _problem(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"detail": sentence}, status_code=status)


def _unknown(request: Request, error: Exception) -> Response:
    if wants_page(request):
        return sorry(404, FARTHER)
    kind = error.kind if isinstance(error, UnknownThing) else ""
    return _problem(404, _DUTCH.get(kind, str(error)))


def _too_many(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TooMany)  # noqa: S101  # it is registered for nothing else
    return too_many(error)


def _unreadable(_request: Request, error: Exception) -> JSONResponse:
    faults = error.errors() if isinstance(error, RequestValidationError) else ()
    said = [f"{_place(fault)}: {fault['msg'].removeprefix('Value error, ')}." for fault in faults]
    return _problem(422, " ".join(said))


def _place(fault: dict[str, Any]) -> str:
    """The field as the caller knows it, e.g. ``text`` or ``limit``; the body itself when that is not JSON."""
    if fault["type"] == "json_invalid":
        return "The body is not JSON"
    return ".".join(str(part) for part in fault["loc"][1:]) or "The body"


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if wants_page(request):
        return sorry(status, FARTHER if status == 404 else TRY_AGAIN, getattr(error, "headers", None))
    path = request.url.path
    known = {
        404: f"There is nothing at {path}; /openapi.json says what there is.",
        405: f"{path} does not take {request.method}; /openapi.json says what it takes.",
    }
    detail = error.detail if isinstance(error, HTTPException) else ""
    headers = error.headers if isinstance(error, HTTPException) else None
    return JSONResponse({"detail": known.get(status, detail)}, status_code=status, headers=headers)


def _no_database(request: Request, error: Exception) -> Response:
    _log.warning("part failed", part="database", reason=type(error).__name__)
    if wants_page(request):
        return sorry(503, sentences.NO_DATABASE)
    return _problem(503, sentences.NO_DATABASE)
