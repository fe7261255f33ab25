"""Keeps the catalogue's dates in the future: its rules are planned anew as days go by."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from knowledge.catalogue.load import load_content
from knowledge.errors import ContentError
from knowledge.settings import Settings

EVERY = 3600.0
"""Seconds between two looks; a look on the same day with the same content changes nothing."""

_log = structlog.get_logger()


def plan_again(engine: Engine, settings: Settings, now: datetime) -> bool:
    """Loads the catalogue for today. True when that changed something.

    A fault in the content, or a database that doesn't answer, is logged; what was loaded stays.
    """
    try:
        loaded = load_content(engine, settings.content, now, settings.planning_weeks)
    except ContentError as error:
        _log.error("catalogue not loaded", faults=[str(fault) for fault in error.faults[:20]])
        return False
    except SQLAlchemyError as error:
        _log.error("catalogue not loaded", reason=type(error).__name__)
        return False
    if loaded.changed:
        _log.info("catalogue loaded", version=loaded.version, offerings=loaded.offerings)
    return loaded.changed


async def keep_planning(
    engine: Engine, settings: Settings, clock: Callable[[], datetime], every: float = EVERY
) -> None:
    """Plans again and again, until it is cancelled."""
    while True:
        await asyncio.sleep(every)
        await asyncio.to_thread(plan_again, engine, settings, clock())
