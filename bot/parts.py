"""Looks whether the parts behind the front door answer. A look is cheap and short."""

from __future__ import annotations

import httpx
from sqlalchemy import Engine

from knowledge.database import reading
from knowledge.tables import CatalogueState

LOOK = 2.0
"""Seconds that a part gets to answer."""


async def look_at(http: httpx.AsyncClient, url: str) -> str | None:
    """What is wrong with the part at this address; None when it answers well."""
    try:
        response = await http.get(url, timeout=LOOK)
    except httpx.HTTPError as error:
        return f"no answer from {url}: {type(error).__name__}"
    return None if response.is_success else f"HTTP {response.status_code} from {url}"


def look_at_database(engine: Engine) -> None:
    """Raises when the database doesn't answer, or when its tables aren't there."""
    with reading(engine) as session:
        session.get(CatalogueState, 1)
