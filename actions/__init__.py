"""The doormen between Rasa and the academy: they read slots, call one function of ``knowledge``, choose
one response and set slots. No rule lives here, and no wording: that is in ``domain.yml``.
"""

from __future__ import annotations

import logging


def get_ready() -> None:
    """Reads the catalogue and its words, so that the first who talks doesn't wait for it."""
    from sqlalchemy.exc import SQLAlchemyError

    from actions.academy import academy

    try:
        _ = academy().linker
    except SQLAlchemyError as error:  # each turn says so itself, until the database is there
        logging.getLogger(__name__).warning("not ready yet: %s", type(error).__name__)
