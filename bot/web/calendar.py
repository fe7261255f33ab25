"""``GET /kalender/{key}.ics``: somebody's stations, as a calendar that their own can subscribe to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Response
from sqlalchemy import Engine

from bot.telling.enclosing import house_of
from bot.web.problems import Problem
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.errors import UnknownThing
from knowledge.seat.looking import seats_of
from knowledge.settings import Settings
from knowledge.telling.calendar import feed
from knowledge.telling.feeds import learner_of_key

ICS = "text/calendar"

_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {ICS: {"schema": {"type": "string"}}}, "description": "The calendar (RFC 5545)."},
    404: {"model": Problem, "description": "There is no such calendar."},
}


class Ics(Response):
    media_type = ICS


def calendar_routes(
    engine: Engine, view: CatalogueView, settings: Settings, clock: Callable[[], datetime]
) -> APIRouter:
    """The route over the seats in a database."""
    routes = APIRouter(tags=["calendar"])

    @routes.get("/kalender/{key}.ics", response_class=Ics, responses=_ANSWERS)
    def calendar(key: str) -> Response:
        """The stations that the owner of this key has a seat on or waits for, each with its date and place."""
        learner_id = learner_of_key(engine, key)
        if learner_id is None:
            raise UnknownThing("calendar", "with this key")
        now = clock()
        body = feed(seats_of(engine, learner_id, now), view.now(), house_of(settings), now)
        return Ics(body, headers={"cache-control": "no-store", "x-robots-tag": "noindex"})

    return routes
