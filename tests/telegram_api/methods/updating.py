"""How updates come: the webhook's setting and its state (polling is in tests.telegram_api.polling)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_api.errors import refuse
from tests.telegram_api.params import Params
from tests.telegram_api.updates import Webhook
from tests.telegram_api.world import World

LOOPBACK = {"127.0.0.1", "localhost"}


def set_webhook(world: World, params: Params) -> bool:
    """Telegram wants https; on loopback plain http will do here, as with a Bot API server of one's own."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(world, params)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise refuse("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise refuse("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise refuse("secret token contains unallowed characters")
    _drop(world, params)
    world.updates.want(params.json("allowed_updates", "allowed updates"))
    world.updates.webhook = Webhook(url, secret)
    return True


def delete_webhook(world: World, params: Params) -> bool:
    _drop(world, params)
    world.updates.webhook = None
    return True


def get_webhook_info(world: World, _params: Params) -> dict[str, Any]:
    webhook = world.updates.webhook
    info: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
        "allowed_updates": sorted(world.updates.wanted),
    }
    if webhook and webhook.last_error:
        info |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    return info


def _drop(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.pending.clear()
