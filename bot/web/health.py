"""``GET /healthz``: which parts answer."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Literal

import httpx
import structlog
from anyio import to_thread
from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import Engine

from bot.memory import DATABASE_ERRORS
from bot.parts import LOOK, look_at, look_at_database
from bot.telegram.door import TelegramDoor
from knowledge.settings import Settings

_log = structlog.get_logger()


class Parts(BaseModel):
    """Each part; ``down`` when it gave no good answer within two seconds. The log says why."""

    bot: Literal["ok"] = "ok"
    rasa: Literal["ok", "down"]
    actions: Literal["ok", "down"]
    database: Literal["ok", "down"]
    telegram: Literal["ok", "down", "off"] = "off"


class Health(BaseModel):
    """``degraded`` when a part is down; the bot itself then still answers, with a sentence."""

    status: Literal["ok", "degraded"]
    parts: Parts


def health_routes(
    settings: Settings, engine: Engine, http: httpx.AsyncClient, telegram: TelegramDoor | None = None
) -> APIRouter:
    """The route, looking at all parts at once."""
    routes = APIRouter(tags=["health"])

    @routes.get("/healthz")
    async def healthz() -> Health:
        """Says which parts of the navigator answer. Rasa answers well only with a model loaded."""
        wrong = await asyncio.gather(
            look_at(http, f"{settings.rasa_url}/status"),
            look_at(http, f"{settings.actions_url}/health"),
            _database(engine),
        )
        names = ("rasa", "actions", "database")
        for part, reason in zip(names, wrong, strict=True):
            if reason:
                _log.warning("part failed", part=part, reason=reason)
        parts = {part: "down" if reason else "ok" for part, reason in zip(names, wrong, strict=True)}
        parts["telegram"] = telegram.state if telegram else "off"
        degraded = "down" in parts.values()
        return Health(status="degraded" if degraded else "ok", parts=Parts.model_validate(parts))

    return routes


async def _database(engine: Engine) -> str | None:
    try:
        async with asyncio.timeout(LOOK):
            await to_thread.run_sync(partial(look_at_database, engine), abandon_on_cancel=True)
    except (*DATABASE_ERRORS, TimeoutError) as error:
        return type(error).__name__
    return None
