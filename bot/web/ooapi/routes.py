"""``/ooapi``: the doors of both versions, and the refusal of everything else there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter, Request, Response
from sqlalchemy import Engine

from bot.web.ooapi.desk import Desk
from bot.web.ooapi.ids import Ids
from bot.web.ooapi.problems import not_there
from bot.web.ooapi.routes5 import routes5
from bot.web.ooapi.routes6 import routes6
from bot.web.ooapi.v5 import V5
from bot.web.ooapi.v6 import V6
from bot.web.ooapi.words import Facts
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import Settings

STANDARD = "https://openonderwijsapi.nl/"
EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def ooapi_routes(engine: Engine, view: CatalogueView, settings: Settings, clock: Callable[[], datetime]) -> APIRouter:
    """The catalogue as the Open Onderwijs API, read only."""
    ids, service, weeks = Ids(engine), _service(settings), settings.planning_weeks
    routes = APIRouter()
    routes.include_router(routes5(Desk(engine, view, clock, weeks, ids, V5), service))
    routes.include_router(routes6(Desk(engine, view, clock, weeks, ids, V6), service))
    doors = list(routes.routes)

    @routes.api_route("/ooapi/{rest:path}", methods=EVERY_METHOD, include_in_schema=False)
    def elsewhere(request: Request, rest: str) -> Response:
        return not_there(request, doors)

    return routes


def _service(settings: Settings) -> Facts:
    return {
        "contactEmail": settings.contact,
        "specification": f"{settings.people_url}/openapi.json",
        "documentation": STANDARD,
    }
