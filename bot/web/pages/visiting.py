"""Who visits: the cookie of somebody who signed in, and how a form shows that it was sent from our own page.

There is no cookie before somebody signs in. A form of a signed-in person carries a token that their own pages hold,
and every form must come from our own website, as the browser says it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import parse_qs, urlsplit

from fastapi import Request, Response
from sqlalchemy import Engine

from knowledge.settings import Settings
from knowledge.signing_in import SESSION_HOLDS, SignedIn, who_is

LONGEST = 2000
"""Signs of one field of a form; more are cut off."""


class Visitors:
    """The people who are signed in, over a database."""

    def __init__(self, engine: Engine, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._secure = settings.people_url.startswith("https://")
        self._hosts = {urlsplit(settings.people_url).netloc}
        self.cookie = "__Host-navigator" if self._secure else "navigator"

    def secret(self, request: Request) -> str | None:
        """The secret of the session that a request says it is of."""
        return request.cookies.get(self.cookie)

    def who(self, request: Request) -> SignedIn | None:
        """Who is signed in; None for a stranger."""
        return who_is(self._engine, self.secret(request), self._clock())

    def form_token(self, request: Request) -> str:
        """What the forms on a person's own pages carry."""
        return _token(self.secret(request) or "")

    def let_in(self, response: Response, secret: str) -> None:
        """Gives the browser its secret."""
        response.set_cookie(
            self.cookie,
            secret,
            max_age=int(SESSION_HOLDS.total_seconds()),
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def let_out(self, response: Response) -> None:
        """Takes it back."""
        response.delete_cookie(self.cookie, path="/", secure=self._secure, httponly=True, samesite="lax")

    def sent_from_here(self, request: Request) -> bool:
        """Whether a form was sent from a page of ours, as its browser says; what says nothing is no browser."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        if site is not None:
            return site in ("same-origin", "none")
        return origin is None or urlsplit(origin).netloc in self._hosts | {request.headers.get("host", "")}

    def own_form(self, request: Request, form: dict[str, str]) -> bool:
        """Whether a form is one of this person's own pages."""
        token = _token(self.secret(request) or "")
        return self.sent_from_here(request) and compare_digest(form.get("formulier", ""), token)


def _token(secret: str) -> str:
    return sha256(f"form:{secret}".encode()).hexdigest() if secret else ""


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form, the first value of each."""
    fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=20, errors="replace")
    return {name: values[0][:LONGEST] for name, values in fields.items()}
