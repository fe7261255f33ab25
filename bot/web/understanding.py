"""``POST /api/understand``: what the running navigator makes of texts, without holding a talk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any

import structlog
from anyio import to_thread
from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from bot.masking import mask
from bot.rasa import Intent, Parsed, Rasa, RasaFailed
from bot.sentences import NO_UNDERSTANDING
from bot.typed import NothingTyped, clean
from bot.web.problems import REFUSALS, Problem
from knowledge.catalogue.snapshot import CatalogueView

AT_ONCE = 4
"""Texts that Rasa works on at a time; it thinks on one thread."""

_log = structlog.get_logger()


class Texts(BaseModel):
    texts: list[str] = Field(min_length=1, max_length=500)


class Entity(BaseModel):
    """A thing of the catalogue, a place, a number of hours …: what was named, and the words for it."""

    kind: str
    value: Any
    text: str
    negated: bool = False


class Understood(BaseModel):
    """What one text means. ``intent`` is null when there was nothing to understand."""

    text: str
    intent: str | None
    confidence: float
    ranking: list[Intent]
    entities: list[Entity]


def understanding_routes(view: CatalogueView, rasa: Rasa, longest: int, clock: Callable[[], datetime]) -> APIRouter:
    """The route; the linker is made at the first text, for most days nobody asks."""
    routes = APIRouter(prefix="/api", tags=["understanding"])
    linker = cache(partial(_linker, view))
    turns = asyncio.Semaphore(AT_ONCE)

    async def one(text: str, masked: str | None, entities: list[Entity]) -> Understood:
        if masked is None:
            return Understood(text=text, intent=None, confidence=0.0, ranking=[], entities=[])
        async with turns:
            return _understood(text, await rasa.parse(masked), entities)

    @routes.post(
        "/understand",
        response_model_exclude_defaults=True,
        responses={**REFUSALS, 503: {"model": Problem, "description": "Rasa does not answer."}},
    )
    async def understand(request: Texts) -> list[Understood]:
        """The intent of each text with its rivals, and what it names; masked as in a talk, kept nowhere."""
        masked = [_masked(text, longest) for text in request.texts]
        linked = await to_thread.run_sync(partial(_linked, linker, request.texts, clock()))
        try:
            return await asyncio.gather(*map(one, request.texts, masked, linked))
        except RasaFailed as error:
            _log.warning("part failed", part="rasa", reason=str(error))
            raise HTTPException(503, NO_UNDERSTANDING) from None

    return routes


def _masked(text: str, longest: int) -> str | None:
    """A text as a talk would hand it on; None when there is nothing in it. Raises TooLong."""
    try:
        return mask(clean(text, longest)).text
    except NothingTyped:
        return None


def _understood(text: str, parsed: Parsed, entities: list[Entity]) -> Understood:
    return Understood(
        text=text,
        intent=parsed.intent.name,
        confidence=parsed.intent.confidence,
        ranking=parsed.intent_ranking,
        entities=entities,
    )


def _linked(linker: Callable[[], Any], texts: Sequence[str], now: datetime) -> list[list[Entity]]:
    link = linker().now().link
    return [[Entity.model_validate(one.as_json()) for one in link(text, now)] for text in texts]


def _linker(view: CatalogueView) -> Any:
    """Imported here because spaCy takes a second and much memory, which the talk itself needs none of."""
    from knowledge.linking import LinkerView

    return LinkerView(view)
