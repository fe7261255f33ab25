"""All the pages together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter
from sqlalchemy import Engine

from bot.telling.email import Transport
from bot.web.pages.agenda import agenda_routes
from bot.web.pages.colours import Colours, colour_routes
from bot.web.pages.findable import findable_routes
from bot.web.pages.home import home_routes
from bot.web.pages.metro import designer_routes, metro_routes
from bot.web.pages.mine import mine_routes
from bot.web.pages.riding import riding_routes
from bot.web.pages.signing_in import signing_in_routes
from bot.web.pages.site import Site
from bot.web.pages.visiting import Visitors
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import Settings


def page_routes(
    settings: Settings, engine: Engine, view: CatalogueView, transport: Transport, clock: Callable[[], datetime]
) -> APIRouter:
    """The pages over a database; links to sign in are mailed by ``transport``."""
    site = Site(engine, view, settings, clock, Colours())
    visitors = Visitors(engine, settings, clock)
    routes = APIRouter()
    for part in (
        home_routes(site),
        metro_routes(site, visitors),
        riding_routes(site),
        agenda_routes(site),
        mine_routes(site, visitors),
        signing_in_routes(site, visitors, transport),
        findable_routes(site),
        designer_routes(view),
        colour_routes(view, site.colours),
    ):
        routes.include_router(part)
    return routes
