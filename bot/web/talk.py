"""``POST /api/chat``: the talk, for the website and for whoever builds a channel of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from bot.answers import Answer
from bot.chat import Chat
from bot.desk.orders import START, order_of
from bot.web.limiting import Limiter
from bot.web.problems import REFUSALS, Problem


class ChatRequest(BaseModel):
    """One message: a text, the token of a button that was shown in this conversation, or a start behind a link."""

    conversation: str | None = Field(
        None, description="The id from the answer before; leave it out to begin a conversation."
    )
    text: str | None = Field(None, description="What the person typed. It is always taken as text.")
    button: str | None = Field(None, description="The token of the button that was pressed.")
    start: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9_.-]{1,80}$",
        description="What a link opens the talk with, such as `lijn-<id>`; one that leads nowhere says so and greets.",
    )
    message: str | None = Field(
        None,
        pattern=r"^[\x21-\x7e]{1,100}$",
        description="Your own id of this message. The same id again in a conversation gets the same answer, and does "
        "nothing; a message without a conversation always begins a new one.",
    )


def talk_routes(chat: Chat, limiter: Limiter, clock: Callable[[], datetime]) -> APIRouter:
    """The route over a chat, for as many messages as are taken."""
    routes = APIRouter(prefix="/api", tags=["chat"])

    @routes.post("/chat", responses={**REFUSALS, 413: {"model": Problem, "description": "Too long."}})
    async def talk(request: ChatRequest, http: Request) -> Answer:
        """Answers one message within 10 seconds, also when a part is down: then a sentence says so."""
        limiter.count_talk(http.scope, request.conversation)
        return await chat.answer(
            request.conversation,
            text=request.text,
            button=request.button,
            order=None if request.start is None else order_of(START, request.start),
            message_id=request.message,
            now=clock(),
        )

    return routes
