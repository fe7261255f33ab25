"""The line to Telegram, watched: whether the last request came through."""

from __future__ import annotations

from typing import Any

from telegram.error import NetworkError
from telegram.request import HTTPXRequest


class Line:
    """Whether Telegram answers, as far as was seen."""

    def __init__(self) -> None:
        self.works = False


class WatchedRequest(HTTPXRequest):
    """Requests over a line, and what they tell of it. What Telegram merely refuses came through all the same."""

    def __init__(self, line: Line, **more: Any) -> None:
        super().__init__(**more)
        self._line = line

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer to a request; an error of the line is noted and raised."""
        try:
            code, body = await super().do_request(*args, **kwargs)
        except NetworkError:
            self._line.works = False
            raise
        self._line.works = code < 500 and code not in (401, 404, 409)
        return code, body
