"""getUpdates: a long poll that answers as soon as there is something."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from tests.telegram_api.errors import refuse
from tests.telegram_api.params import Params
from tests.telegram_api.world import World

HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
SET_MEANWHILE = "terminated by setWebhook request"
ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


async def get_updates(world: World, params: Params) -> list[dict[str, Any]]:
    """The updates that wait, at most `limit`, after at most `timeout` seconds; `offset` confirms those before it.

    Raises:
        BotApiError: 409 when there is a webhook, and when another poll starts while this one waits.
    """
    me, end = object(), time.monotonic() + params.number("timeout")
    limit = min(max(params.number("limit", 100), 1), 100)
    with world.changing():
        if world.updates.webhook:
            raise refuse(HOOKED, 409)
        world.poller = me
        world.updates.want(params.json("allowed_updates", "allowed updates"))
        world.updates.confirm(params.number("offset"))
    with world.woken() as event:
        while True:
            event.clear()
            found = _look(world, me, limit)
            left = end - time.monotonic()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(event.wait(), left)
            except TimeoutError:
                continue


def _look(world: World, me: object, limit: int) -> list[dict[str, Any]]:
    with world.changed:
        if world.updates.webhook:
            raise refuse(SET_MEANWHILE, 409)
        if world.poller is not me:
            raise refuse(ANOTHER, 409)
        return [update.as_json() for update in world.updates.pending[:limit]]
