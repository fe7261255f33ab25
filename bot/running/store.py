"""The database as the commands use it: opened, and its troubles put in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from knowledge.database import open_database
from knowledge.errors import NavigatorError
from knowledge.settings import Settings


@contextmanager
def store(settings: Settings, *, create: bool = False) -> Iterator[Engine]:
    """An engine for the database of these settings, let go of afterwards.

    Raises:
        NavigatorError: when it cannot be used, or isn't there and ``create`` is off.
    """
    shown = settings.database
    try:
        address = make_url(settings.database)
        shown = address.render_as_string(hide_password=True)
        file = address.database if address.get_backend_name() == "sqlite" else None
        if file and not create and not Path(file).exists():
            raise NavigatorError(f"There is no database yet at {file}. `navigator migrate` makes it.")
        engine = open_database(settings.database)
        try:
            yield engine
        finally:
            engine.dispose()
    except (ArgumentError, DBAPIError) as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise NavigatorError(
            f"The database {shown} cannot be used: {reason}. "
            "Check NAVIGATOR_DATABASE; `navigator migrate` brings its tables up to date."
        ) from None
