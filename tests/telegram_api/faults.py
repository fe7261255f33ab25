"""What can go wrong on the way: an error instead of an answer, an answer that never comes, a connection cut."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from tests.telegram_api.errors import BotApiError

GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n"  # noqa: E501
USUAL = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
}


@dataclass
class Fault:
    """Something that happens to the next `times` calls of a method.

    Attributes:
        method: the method's name in lower case, or ``*`` for every method but getUpdates.
        chat: only calls about this chat; None for all.
        after_doing: the call is done, and only then it goes wrong.
        error: what is answered instead.
        html: the body of an answer that isn't the Bot API's own.
        hang: seconds, or the event that ends it.
        cut: the connection is closed without an answer.
    """

    method: str
    chat: int | None
    times: int
    after_doing: bool
    error: BotApiError | None = None
    html: str | None = None
    hang: float | threading.Event | None = None
    cut: bool = False

    def meets(self, method: str, chat: int | None) -> bool:
        named = self.method == method.lower() or (self.method == "*" and method.lower() != "getupdates")
        return named and self.chat in (None, chat) and self.times > 0


class Faults:
    """The faults that are set, in order; a call meets the first that fits."""

    def __init__(self) -> None:
        self.set: list[Fault] = []

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets, with one time less to go."""
        fault = next((fault for fault in self.set if fault.meets(method, chat)), None)
        if fault:
            fault.times -= 1
            if not fault.times:
                self.set.remove(fault)
        return fault


def error_for(status: int, description: str | None, retry_after: int | None) -> tuple[BotApiError, str | None]:
    """The error of that status with the usual sentence, and a gateway's page where Telegram gives no sentence."""
    if description is None and status in (502, 503, 504):
        return BotApiError(status, ""), GATEWAY.replace("502 Bad Gateway", f"{status} Bad Gateway")
    seconds = 1 if status == 429 and retry_after is None else retry_after
    told = description or USUAL.get(status, "Internal Server Error").format(retry_after=seconds)
    return BotApiError(status, told, seconds), None
