"""Brings updates to the webhook, one after the other, each until it is taken.

Telegram posts several at a time and keeps at it with growing pauses; here it is one at a time, in order, with short
pauses. What the webhook answers is not read as a call.
"""

from __future__ import annotations

import threading
import time

import httpx

from tests.telegram_api.updates import Pending, Webhook
from tests.telegram_api.world import World

TAKES_AT_MOST = 5.0
"""Seconds that the webhook has for one post (Telegram gives it a minute)."""

SHORTEST, LONGEST = 0.05, 1.0
"""Seconds of the first pause after a post that wasn't taken, and of the longest."""


class Courier:
    """A thread that posts what waits, as long as a webhook is set and Telegram is up."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="courier of the fake Bot API", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._world.changing():
            self._stopped = True
        self._thread.join()

    def _run(self) -> None:
        with httpx.Client(timeout=TAKES_AT_MOST, trust_env=False) as client:
            while job := self._next():
                update, webhook = job
                trouble = _post(client, update, webhook)
                with self._world.changing():
                    self._note(update, webhook, trouble)

    def _next(self) -> tuple[Pending, Webhook] | None:
        """The update to bring now, when there is one and its pause is over; None to stop."""
        updates, changed = self._world.updates, self._world.changed
        with changed:
            changed.wait_for(lambda: self._stopped or self._ready())
            webhook = updates.webhook
            if not self._stopped and webhook and webhook.failures:
                pause = min(SHORTEST * 2 ** (webhook.failures - 1), LONGEST)
                changed.wait_for(lambda: self._stopped or not self._ready(), timeout=pause)
                changed.wait_for(lambda: self._stopped or self._ready())
            if self._stopped or updates.webhook is None:
                return None
            return updates.pending[0], updates.webhook

    def _ready(self) -> bool:
        return bool(self._world.reachable and self._world.updates.webhook and self._world.updates.pending)

    def _note(self, update: Pending, webhook: Webhook, trouble: str) -> None:
        if trouble:
            webhook.failures += 1
            webhook.last_error, webhook.last_error_at = trouble, int(time.time())
        else:
            webhook.failures = 0
            self._world.updates.taken(update)


def _post(client: httpx.Client, update: Pending, webhook: Webhook) -> str:
    """Why it was not taken; "" when it was."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
    try:
        answer = client.post(webhook.url, json=update.as_json(), headers=headers)
    except httpx.TimeoutException:
        return "Read timeout expired"
    except httpx.HTTPError:
        return "Connection refused"
    return "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
