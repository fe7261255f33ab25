"""``POST /telegram``: where Telegram brings updates when a webhook is set; only with the secret that it was told."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header
from fastapi.responses import JSONResponse
from telegram import Bot, Update

from bot.telegram.inbox import Inbox

PATH = "/telegram"
NOT_TELEGRAM = "Only Telegram brings updates here, with the secret that it was told."
NO_UPDATE = "This is no update of Telegram: it has no update_id."


def secret_of(token: str) -> str:
    """The secret of a bot's webhook: it follows from the token, so that there is none to set; 64 signs."""
    return sha256(f"webhook of {token}".encode()).hexdigest()


def webhook_routes(bot: Bot, inbox: Inbox) -> APIRouter:
    """The route that fills an inbox."""
    routes = APIRouter(include_in_schema=False)
    secret = secret_of(bot.token)

    @routes.post(PATH)
    async def receive(
        body: Annotated[dict[str, Any], Body()],
        said: Annotated[str, Header(alias="X-Telegram-Bot-Api-Secret-Token")] = "",
    ) -> JSONResponse:
        if not compare_digest(said.encode(), secret.encode()):
            return JSONResponse({"detail": NOT_TELEGRAM}, status_code=401)
        if not isinstance(body.get("update_id"), int):
            return JSONResponse({"detail": NO_UPDATE}, status_code=422)
        await inbox.put(Update.de_json(body, bot))
        return JSONResponse({})

    return routes
