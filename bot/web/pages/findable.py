"""``/robots.txt`` and ``/sitemap.xml``: what search engines may find."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from bot.web.pages.rendering import zulu
from bot.web.pages.site import Site
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.tables import CatalogueState

CLOSED = ("/aanmelden", "/api/chat", "/gesprek?", "/kalender/", "/knop/", "/mijn")
STANDING = ("/", "/kaart", "/agenda", "/hoe-het-werkt", "/privacy", "/gesprek")


def findable_routes(site: Site) -> APIRouter:
    """The two files."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/robots.txt")
    def robots() -> PlainTextResponse:
        closed = "".join(f"Disallow: {path}\n" for path in CLOSED)
        return PlainTextResponse(f"User-agent: *\n{closed}\nSitemap: {site.url}/sitemap.xml\n")

    @routes.get("/sitemap.xml")
    def sitemap() -> Response:
        catalogue = site.view.now()
        with reading(site.engine) as session:
            state = session.get(CatalogueState, 1)
        body = sitemap_of(site.url, catalogue, state.loaded_at if state else None)
        return Response(body, media_type="application/xml")

    return routes


def sitemap_of(url: str, catalogue: Catalogue, loaded_at: datetime | None) -> str:
    """Every page that may be found; ``loaded_at`` is when the catalogue last changed."""
    paths = [
        *STANDING,
        *(f"/kaart/{id}" for id in catalogue.maps),
        *(f"/lijn/{id}" for id in catalogue.lines),
        *(f"/station/{id}" for id in catalogue.modules),
    ]
    changed = f"<lastmod>{zulu(loaded_at)}</lastmod>" if loaded_at else ""
    said = "".join(f"<url><loc>{escape(url + path)}</loc>{changed}</url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{said}</urlset>\n'
    )
