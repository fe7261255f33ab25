"""Asks the running navigator something through its website door."""

from __future__ import annotations

from typing import Any

import httpx

from knowledge.errors import NavigatorError
from knowledge.settings import Settings


class Website:
    """The website door of the navigator that runs with these settings; ``timeout`` is in seconds."""

    def __init__(self, settings: Settings, timeout: float = 15.0, transport: httpx.BaseTransport | None = None) -> None:
        self._address = settings.website_url
        self._client = httpx.Client(base_url=self._address, timeout=timeout, transport=transport, trust_env=False)

    def post(self, path: str, body: object) -> Any:
        """The JSON that it answers.

        Raises:
            NavigatorError: when nothing runs there, it takes too long, or it refuses.
        """
        return self._ask("POST", path, json=body)

    def get(self, path: str, **query: str | int) -> Any:
        """The JSON that it has there. Raises NavigatorError, as `post` does."""
        return self._ask("GET", path, params=query)

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        try:
            response = self._client.request(method, path, **more)
            answer = response.json()
        except httpx.TimeoutException:
            raise NavigatorError(
                f"The navigator at {self._address} took too long to answer; look in var/logs, and try again."
            ) from None
        except httpx.TransportError:
            raise NavigatorError(
                f"No navigator answers at {self._address}. Start it with `make run` in another terminal."
            ) from None
        except ValueError:
            raise NavigatorError(
                f"What answers at {self._address} is not the navigator. Check NAVIGATOR_HOST and NAVIGATOR_PORT."
            ) from None
        if response.is_error:
            raise NavigatorError(f"The navigator refused this: {_reason(answer, response)}")
        return answer


def _reason(answer: object, response: httpx.Response) -> str:
    detail = answer.get("detail") if isinstance(answer, dict) else None
    if isinstance(detail, list):
        return "; ".join(str(fault.get("msg", fault)) for fault in detail if isinstance(fault, dict))
    return str(detail) if detail else f"{response.status_code} {response.reason_phrase}."
