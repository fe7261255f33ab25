"""How much one visitor may ask: by talk, and by the address that it comes from.

What comes straight from this machine, without a proxy in between, isn't counted: those are our own tools. The files
of a page aren't either, for a whole class may open it at once.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import monotonic

import structlog
from fastapi.responses import JSONResponse
from limits import RateLimitItemPerMinute
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sentences import TOO_MANY_MESSAGES, TOO_MANY_REQUESTS
from bot.web.windows import Windows
from knowledge.errors import NavigatorError
from knowledge.settings import Settings

MISSES = 30
"""Talks, calendars and buttons that don't exist, asked for from one address in a minute; more than that is guessing."""

FREE = ("/static/", "/widget.js")
SECRETS = ("/api/chat", "/kalender/", "/knop/")
"""Where an address holds a secret that somebody could guess at."""

FORWARDED = {b"x-forwarded-for", b"forwarded", b"x-real-ip"}

_log = structlog.get_logger()


class TooMany(NavigatorError):  # noqa: N818  # it reads as what it is
    """Somebody asks more than is taken; ``seconds`` is when they can ask again."""

    def __init__(self, sentence: str, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(sentence.format(seconds=f"{seconds} seconden" if seconds > 1 else "1 seconde"))


class Limiter:
    """Counts, over the last minute. It lives in this process: two processes allow twice as much.

    Args:
        clock: seconds that only go up.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._windows = MovingWindowRateLimiter(Windows(clock))
        self._talk = RateLimitItemPerMinute(settings.rate_chat, namespace="talk")
        self._chat = RateLimitItemPerMinute(settings.rate_chat_address, namespace="chat")
        self._rest = RateLimitItemPerMinute(settings.rate_address, namespace="rest")
        self._missed = RateLimitItemPerMinute(MISSES, namespace="missed")
        self._knows_proxies = bool(settings.trusted_proxies)

    def count_talk(self, scope: Scope, conversation: str | None) -> None:
        """Counts a message of a talk. Raises TooMany."""
        if conversation and visitor(scope) is not None:
            self._count(self._talk, conversation[:100], TOO_MANY_MESSAGES)

    def count_request(self, scope: Scope) -> None:
        """Counts a request of an address. Raises TooMany."""
        who, path = visitor(scope), scope["path"]
        self._look_for_a_proxy(scope)
        if who is None or path.startswith(FREE):
            return
        if path.startswith(SECRETS) and not self._windows.test(self._missed, who):
            raise TooMany(TOO_MANY_REQUESTS, self._wait(self._missed, who))
        if path == "/api/chat":
            self._count(self._chat, who, TOO_MANY_MESSAGES)
        else:
            self._count(self._rest, who, TOO_MANY_REQUESTS)

    def count_miss(self, scope: Scope) -> None:
        """Notes that an address asked for a secret that isn't there."""
        who = visitor(scope)
        if who is not None and scope["path"].startswith(SECRETS):
            self._windows.hit(self._missed, who)

    def _count(self, limit: RateLimitItemPerMinute, who: str, sentence: str) -> None:
        if not self._windows.hit(limit, who):
            raise TooMany(sentence, self._wait(limit, who))

    def _look_for_a_proxy(self, scope: Scope) -> None:
        """Says once in the log that the visitors of a proxy can't be told apart."""
        if not self._knows_proxies and _passed_on(scope):
            self._knows_proxies = True
            _log.warning("visitors behind a proxy count as one", do="set NAVIGATOR_TRUSTED_PROXIES")

    def _wait(self, limit: RateLimitItemPerMinute, who: str) -> int:
        return max(1, ceil(self._windows.get_window_stats(limit, who).reset_time - self._clock()))


class Limiting:
    """ASGI middleware that counts requests, and answers the one that is too many."""

    def __init__(self, app: ASGIApp, limiter: Limiter) -> None:
        self._app, self._limiter = app, limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 404:
                self._limiter.count_miss(scope)
            await send(message)

        try:
            self._limiter.count_request(scope)
        except TooMany as error:
            await too_many(error)(scope, receive, send)
        else:
            await self._app(scope, receive, noting)


def too_many(error: TooMany) -> JSONResponse:
    """The answer to a request that is too many."""
    return JSONResponse({"detail": str(error)}, 429, {"retry-after": str(error.seconds)})


def visitor(scope: Scope) -> str | None:
    """The address that is counted, or its network of IPv6; None for this machine itself."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host[:45]
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback and not _passed_on(scope):
        return None
    return str(ip_network(f"{address}/64", strict=False) if isinstance(address, IPv6Address) else address)


def _passed_on(scope: Scope) -> bool:
    """Whether a proxy passed it on, or somebody says so."""
    return not FORWARDED.isdisjoint(name for name, _ in scope["headers"])
