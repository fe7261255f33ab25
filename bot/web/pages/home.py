"""``/``: the first page, and the two that explain: ``/hoe-het-werkt`` and ``/privacy``."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from bot.web.pages.dates import Date, coming, dates
from bot.web.pages.rendering import NAME, Data, Head
from bot.web.pages.site import Site
from bot.web.pages.stops import ride
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.vocabulary import DUTCH, ModuleType

DEPARTURES = 6
"""On the board of the first page, each of another module."""


def home_routes(site: Site) -> APIRouter:
    """The pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def home() -> HTMLResponse:
        catalogue, now = site.view.now(), site.clock()
        head = Head(
            title="Leren in de maakindustrie, station voor station",
            description="Vertel de navigator wat je doet en wat je wilt kunnen. Je krijgt een metrolijn van korte "
            "modules, met de reden erbij, en een plek als je die wilt.",
            path="/",
            data=[_website(site.url)],
        )
        return site.page(
            "home.html",
            head,
            catalogue,
            version=catalogue.version,
            maps=list(catalogue.maps.values()),
            rides=[ride(catalogue, line) for line in catalogue.lines.values()],
            board=_board(site, catalogue, now),
            counts=(len(catalogue.lines), len(catalogue.modules), len(catalogue.academies)),
        )

    @routes.get("/hoe-het-werkt")
    def explanation() -> HTMLResponse:
        head = Head(
            title="Hoe het werkt",
            description="Metrolijnen, stations en nanomodules: zo leer je in korte stappen wat je werk straks vraagt.",
            path="/hoe-het-werkt",
            section="uitleg",
            crumbs=[("Home", "/")],
        )
        types = [(one.value, DUTCH[one]) for one in ModuleType]
        return site.page("explanation.html", head, site.view.now(), types=types)

    @routes.get("/privacy")
    def privacy() -> HTMLResponse:
        head = Head(
            title="Privacy",
            description="Wat de navigator van je bewaart, waar, hoe lang, en hoe je het opvraagt of laat wissen.",
            path="/privacy",
            crumbs=[("Home", "/")],
        )
        return site.page("privacy.html", head, site.view.now())

    return routes


def _board(site: Site, catalogue: Catalogue, now: datetime) -> list[Date]:
    """What begins first, every module once."""
    found: dict[str, Session] = {}
    for session in coming(catalogue.sessions, now):
        if session.starts_at is not None and len(found) < DEPARTURES:
            found.setdefault(session.module, session)
    return dates(site.engine, catalogue, list(found.values()), now)


def _website(url: str) -> Data:
    return {"@context": "https://schema.org", "@type": "WebSite", "name": NAME, "url": f"{url}/", "inLanguage": "nl"}
