"""The catalogue as the rules see it: what was loaded, whole, and new the minute it is loaded."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session as DatabaseSession

from knowledge.catalogue.content import KINDS, Place
from knowledge.catalogue.load import load_content
from knowledge.catalogue.snapshot import (
    Catalogue,
    CatalogueView,
    Session,
    daypart_of,
    distance,
    read_catalogue,
)
from knowledge.clock import from_local
from knowledge.database import writing
from knowledge.errors import UnknownThing
from knowledge.tables import Offering
from knowledge.vocabulary import Daypart, OfferingState
from tests.knowledge.catalogue.small_files import Files

LAS = "eerste-las.oost.20261201-1300-2960"


@pytest.fixture
def loaded(databases: Engine, files: Files, now: datetime) -> Engine:
    """A database with the small catalogue, planned for four weeks."""
    load_content(databases, files.folder, now, weeks=4)
    return databases


@pytest.fixture
def small(loaded: Engine) -> Catalogue:
    return read_catalogue(loaded, 1)


def set_state(engine: Engine, id: str, state: OfferingState) -> None:
    with writing(engine) as session:
        row = session.get(Offering, id)
        assert row is not None
        row.state = state


def test_what_is_read_is_what_was_written_in_its_order(small: Catalogue, files: Files) -> None:
    content = files.content()
    for kind in KINDS:
        if kind != "offerings":
            assert list(getattr(small, kind).values()) == getattr(content, kind)
            assert list(getattr(small, kind)) == [thing.id for thing in getattr(content, kind)]
    assert small.version == 1


def test_the_sessions_are_in_order_of_time_with_own_pace_last(small: Catalogue) -> None:
    assert [session.id for session in small.sessions] == [
        LAS,
        "rondkijken.oost.20261204-1000-2960",
        "cobot-leren.oost.20261210-1830-b5fa",
        "eerste-las.oost.20261215-1300-2960",
        "thuis-kijken.oost.zelf",
    ]


def test_a_session_says_when_it_is_in_the_netherlands(small: Catalogue) -> None:
    assert small.sessions_of["cobot-leren"] == [
        Session(
            id="cobot-leren.oost.20261210-1830-b5fa",
            module="cobot-leren",
            academy="oost",
            starts_at=datetime(2026, 12, 10, 17, 30, tzinfo=UTC),
            ends_at=datetime(2026, 12, 10, 21, 0, tzinfo=UTC),
            place="",
            town=None,
            online=True,
            cost=75.5,
            paid_by="",
            daypart=Daypart.EVENING,
            day=3,
        )
    ]
    (own,) = small.sessions_of["thuis-kijken"]
    assert (own.starts_at, own.ends_at, own.daypart, own.day, own.online) == (None, None, None, None, True)


@pytest.mark.parametrize("state", [OfferingState.CONCEPT, OfferingState.CANCELLED, OfferingState.HELD])
def test_what_nobody_can_enrol_on_is_no_session(loaded: Engine, state: OfferingState) -> None:
    set_state(loaded, LAS, state)
    assert LAS not in {session.id for session in read_catalogue(loaded, 1).sessions}


def test_what_was_confirmed_is_still_a_session(loaded: Engine) -> None:
    set_state(loaded, LAS, OfferingState.CONFIRMED)
    assert LAS in {session.id for session in read_catalogue(loaded, 1).sessions}


def test_the_state_of_an_offering_outlives_a_load(loaded: Engine, files: Files, now: datetime) -> None:
    set_state(loaded, LAS, OfferingState.CANCELLED)
    files.change("offerings.yml", "maximum: 8", "maximum: 9")
    load_content(loaded, files.folder, now, weeks=4)
    with DatabaseSession(loaded) as session:
        row = session.get(Offering, LAS)
        assert row is not None
        assert (row.state, row.maximum) == (OfferingState.CANCELLED, 9)


def test_a_module_on_two_lines_is_known_by_both(small: Catalogue) -> None:
    assert small.lines_of == {
        "rondkijken": ["laslijn", "kijklijn"],
        "eerste-las": ["laslijn"],
        "cobot-leren": ["laslijn"],
        "thuis-kijken": ["kijklijn"],
    }


def test_a_line_lasts_as_long_as_its_stations(small: Catalogue) -> None:
    assert {id: small.line_hours(line) for id, line in small.lines.items()} == {"laslijn": 9.5, "kijklijn": 4}


def test_things_are_found_by_their_id(small: Catalogue) -> None:
    assert small.line("kijklijn") is small.lines["kijklijn"]
    assert small.module("eerste-las") is small.modules["eerste-las"]


def test_what_does_not_exist_is_said_so_by_name(small: Catalogue) -> None:
    with pytest.raises(UnknownThing, match=r"^There is no line with id 'blauw'\.$"):
        small.line("blauw")
    with pytest.raises(UnknownThing, match=r"^There is no module with id 'boren'\.$"):
        small.module("boren")


def test_the_distance_is_as_the_crow_flies(small: Catalogue) -> None:
    assert small.kilometres("haarlem", "zwolle") == pytest.approx(99.3, abs=0.5)
    assert small.kilometres("zwolle", "zwolle") == 0
    quarter = distance(Place(id="a", name="A", lat=50, lon=5), Place(id="b", name="B", lat=51, lon=5))
    assert quarter == pytest.approx(111.19, abs=0.01)  # one degree of a meridian: 2 π 6371 / 360


@pytest.mark.parametrize(
    ("day", "at", "daypart"),
    [
        (date(2026, 11, 23), time(8, 30), Daypart.MORNING),
        (date(2026, 11, 23), time(11, 59), Daypart.MORNING),
        (date(2026, 11, 23), time(12, 0), Daypart.AFTERNOON),
        (date(2026, 11, 27), time(16, 59), Daypart.AFTERNOON),
        (date(2026, 11, 27), time(17, 0), Daypart.EVENING),
        (date(2026, 11, 28), time(9, 0), Daypart.WEEKEND),
        (date(2026, 11, 29), time(20, 0), Daypart.WEEKEND),
        (date(2026, 7, 6), time(12, 0), Daypart.AFTERNOON),
        (date(2026, 11, 30), time(0, 30), Daypart.MORNING),
    ],
)
def test_the_part_of_the_week_goes_by_the_clock_on_the_wall(day: date, at: time, daypart: Daypart) -> None:
    assert daypart_of(from_local(day, at)) == daypart


def test_before_the_first_load_the_catalogue_is_empty(databases: Engine) -> None:
    empty = CatalogueView(databases).now()
    assert (empty.version, empty.lines, empty.modules, empty.sessions) == (0, {}, {}, ())


def test_a_view_reads_again_only_when_something_was_loaded(loaded: Engine, files: Files, now: datetime) -> None:
    view = CatalogueView(loaded)
    first = view.now()
    load_content(loaded, files.folder, now, weeks=4)
    assert view.now() is first
    files.change("lines.yml", "name: Kijklijn", "name: De blauwe lijn")
    load_content(loaded, files.folder, now, weeks=4)
    second = view.now()
    assert (first.version, second.version) == (1, 2)
    assert second.line("kijklijn").name == "De blauwe lijn"


def test_a_new_day_is_a_new_version_with_new_dates(loaded: Engine, files: Files, now: datetime) -> None:
    view = CatalogueView(loaded)
    before = view.now()
    load_content(loaded, files.folder, now + timedelta(weeks=1), weeks=4)
    assert {it.id for it in view.now().sessions} - {it.id for it in before.sessions} == {
        "eerste-las.oost.20261229-1300-2960"
    }
