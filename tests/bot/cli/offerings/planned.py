"""The planned modules that the tests of `navigator offering` speak of; the commands go by the real clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from knowledge.tables import Offering

ASKED = datetime(2099, 11, 24, 9, 0, tzinfo=UTC)
STARTS = datetime(2099, 12, 8, 12, 0, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 14, 12, 0, tzinfo=UTC)


def planned(id: str, starts_at: datetime, decide_at: datetime | None = None) -> Offering:
    """Four hours of "De eerste las" for two people."""
    return Offering(
        id=id,
        module_id="eerste-las",
        academy_id="oost",
        rule="",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        decide_at=decide_at,
        place="Leerplein",
        town="zwolle",
        minimum=2,
        maximum=2,
        cost=75,
    )
