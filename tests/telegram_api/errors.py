"""How the Bot API refuses: a status, its own English sentence, and sometimes how long to wait."""

from __future__ import annotations

from typing import Any

PREFIX = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class BotApiError(Exception):
    """A request that Telegram refuses.

    Attributes:
        status: the HTTP status, which the body repeats as ``error_code``.
        description: Telegram's own sentence, with its prefix.
        retry_after: whole seconds to wait, told under ``parameters``.
    """

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status, self.description, self.retry_after = status, description, retry_after

    def body(self) -> dict[str, Any]:
        """The answer as Telegram writes it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def refuse(reason: str, status: int = 400) -> BotApiError:
    """A refusal with the prefix that belongs to its status.

    >>> refuse("chat not found").description
    'Bad Request: chat not found'
    """
    return BotApiError(status, f"{PREFIX[status]}: {reason}")


def too_many(seconds: int) -> BotApiError:
    return BotApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
