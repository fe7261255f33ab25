"""The clock: again and again it brings offerings up to now, writes down what is due, and sends it.

It keeps nothing in memory. Two processes may tick at once; the second finds less to do.
"""

from __future__ import annotations

import asyncio
from functools import partial

import structlog

from bot.memory import DATABASE_ERRORS
from bot.telling.postman import Delivered, Postman
from knowledge.seat.settling import settle_due
from knowledge.telling.reminders import write_due

_log = structlog.get_logger()


async def tick(postman: Postman) -> Delivered:
    """Everything that is due now. What fails is due again at the next tick."""
    now = postman.clock()
    await asyncio.to_thread(partial(settle_due, postman.engine, now))
    await asyncio.to_thread(partial(write_due, postman.engine, now))
    return await postman.deliver()


async def keep_ticking(postman: Postman, every: float) -> None:
    """Ticks every so many seconds, until it is cancelled."""
    try:
        while True:
            await _try_to_tick(postman)
            await asyncio.sleep(every)
    finally:
        await postman.close()


async def _try_to_tick(postman: Postman) -> None:
    try:
        done = await tick(postman)
    except DATABASE_ERRORS as error:
        _log.error("the clock cannot reach the database", reason=type(error).__name__)
    except Exception:  # the next tick tries again; a clock that stopped would be noticed by nobody
        _log.exception("the clock stumbled")
    else:
        if done.sent or done.put_off or done.failed:
            sent = {way.value: count for way, count in done.sent.items()}
            _log.info("messages", sent=sent, put_off=done.put_off, failed=done.failed)
