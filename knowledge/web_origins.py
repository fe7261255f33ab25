"""The origins of websites, as a setting names them: ``https://www.academie.example.org, https://leren.example.org:8443``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Where http is allowed too, for who tries it on their own machine."""

_ORIGIN = re.compile(r"(https?)://([a-z0-9]([a-z0-9\-.]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.ASCII)


def read_origins(text: str) -> tuple[str, ...]:
    """The origins in a text, separated by commas, as a browser writes them, each once.

    Raises:
        ValueError: for one that is more or less than scheme, host and port, or that isn't https.
    """
    named = [one.strip() for one in text.split(",")]
    return tuple(dict.fromkeys(_origin(one) for one in named if one))


def _origin(written: str) -> str:
    lower = written.lower().removesuffix("/")
    if not _ORIGIN.fullmatch(lower):
        raise ValueError(f"must be origins such as https://www.academie.example.org, and {written!r} is none")
    parts = urlsplit(lower)
    host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname or ""
    if parts.scheme != "https" and host not in LOOPBACK:
        raise ValueError(f"must be https, and {written!r} is not")
    return f"{parts.scheme}://{host}{_port(parts.scheme, written, lower)}"


def _port(scheme: str, written: str, lower: str) -> str:
    """``:8443``; empty for the port that goes without saying."""
    try:
        port = urlsplit(lower).port
    except ValueError:
        raise ValueError(f"must have a port from 1 to 65535, and {written!r} has not") from None
    if port == 0:
        raise ValueError(f"must have a port from 1 to 65535, and {written!r} has not")
    return f":{port}" if port and port != {"http": 80, "https": 443}[scheme] else ""
