"""Puts the website door together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version

import httpx
from fastapi import FastAPI
from sqlalchemy import Engine
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot.chat import Chat
from bot.links import Links
from bot.planning import keep_planning
from bot.rasa import Rasa
from bot.telegram.door import TelegramDoor, telegram_door
from bot.telegram.webhook import webhook_routes
from bot.telling.by_mail import email_way, transport_of
from bot.telling.clock import keep_ticking
from bot.telling.email import Transport
from bot.telling.postman import Postman
from bot.telling.ways import WayOut
from bot.web.calendar import calendar_routes
from bot.web.catalogue import catalogue_routes
from bot.web.guard import Guard
from bot.web.health import health_routes
from bot.web.limiting import Limiter, Limiting
from bot.web.mailed import mailed_routes
from bot.web.maps import map_routes
from bot.web.ooapi.routes import ooapi_routes
from bot.web.origins import SameOrigin
from bot.web.page import add_page
from bot.web.pages.routes import page_routes
from bot.web.posted import posted_routes
from bot.web.problems import add_problems
from bot.web.streaming import streaming_routes
from bot.web.streams import Streams
from bot.web.talk import talk_routes
from bot.web.understanding import understanding_routes
from bot.web.widget import add_widget
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.clock import utc_now
from knowledge.settings import Settings
from knowledge.telling.wishes import Way

IDLE = 20.0
"""Seconds that a connection to Rasa is kept; well below the 120 after which Rasa itself hangs up."""


def make_app(
    settings: Settings,
    engine: Engine,
    http: httpx.AsyncClient | None = None,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> FastAPI:
    """The website door over a database and the parts that the settings name.

    Args:
        http: speaks to Rasa and the actions; by default a client of our own, that knows no proxies.
        clock: gives the present moment in UTC.
    """
    http = http or httpx.AsyncClient(trust_env=False, limits=httpx.Limits(keepalive_expiry=IDLE))
    rasa = Rasa(http, settings.rasa_url)
    view, links = CatalogueView(engine), Links(settings.people_url)
    chat = Chat(engine, rasa, settings, view=view, links=links)
    telegram = telegram_door(settings, engine, chat, view, links, clock)
    transport = transport_of(settings)
    ways, lease = _ways(settings, transport, telegram), timedelta(seconds=settings.lease)
    streams, limiter = Streams(engine, clock), Limiter(settings)
    postman = Postman(engine, settings, view, ways, clock, lease, streams.wake)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        work = [
            asyncio.create_task(keep_planning(engine, settings, clock)),
            asyncio.create_task(keep_ticking(postman, settings.tick)),
            asyncio.create_task(streams.watch()),
            *([asyncio.create_task(telegram.run())] if telegram else []),
        ]
        yield
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await chat.close()
        await http.aclose()

    app = FastAPI(
        title="Smart Makers Navigator",
        description="Talk to the navigator, and read the catalogue of the academies.",
        version=_version(),
        lifespan=lifespan,
        docs_url=None,  # its page loads from elsewhere, and nothing leaves the house
        redoc_url=None,
    )
    app.add_middleware(SameOrigin, public_url=settings.public_url)
    app.add_middleware(Limiting, limiter=limiter)
    app.add_middleware(Guard, public_url=settings.public_url)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)  # the outermost
    add_problems(app)
    app.include_router(health_routes(settings, engine, http, telegram))
    app.include_router(talk_routes(chat, limiter, clock))
    app.include_router(posted_routes(engine, clock))
    app.include_router(streaming_routes(engine, streams))
    app.include_router(mailed_routes(engine, view, chat, clock))
    app.include_router(calendar_routes(engine, view, settings, clock))
    app.include_router(understanding_routes(view, rasa, settings.max_text, clock))
    app.include_router(catalogue_routes(engine, view, clock))
    app.include_router(map_routes(engine, view))
    app.include_router(ooapi_routes(engine, view, settings, clock))
    if telegram and settings.telegram_webhook:
        app.include_router(webhook_routes(telegram.made.application.bot, telegram.made.inbox))
    app.include_router(page_routes(settings, engine, view, transport, clock))
    add_widget(app)
    add_page(app, settings.widget_origins)
    return app


def _ways(settings: Settings, transport: Transport, telegram: TelegramDoor | None) -> dict[Way, WayOut]:
    """The ways out that these settings have."""
    ways: dict[Way, WayOut] = {Way.EMAIL: email_way(settings, transport)}
    return ways | {Way.TELEGRAM: telegram.made.way} if telegram else ways


def _version() -> str:
    try:
        return version("smart-makers-navigator")
    except PackageNotFoundError:
        return "0"
