"""Loading: all of it or nothing, and twice is the same as once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.load import LoadResult, load, load_content
from knowledge.errors import ContentError
from tests.knowledge.catalogue.rows import Tables, offerings, tables
from tests.knowledge.catalogue.small_files import Files

LAS = "eerste-las.oost.20261201-1300-2960"
CATALOGUE = ("catalogue_item", "catalogue_state", "offering")
EMPTY: Tables = {name: [] for name in CATALOGUE}


def test_a_load_fills_the_tables_with_what_is_written(databases: Engine, files: Files, now: datetime) -> None:
    content = files.content()
    assert load_content(databases, files.folder, now, weeks=4) == LoadResult(1, True, 2, 4, 5, [])

    found = tables(databases, *CATALOGUE)
    written = [
        (kind, thing.id, position, thing.model_dump(mode="json"))
        for kind in KINDS
        if kind != "offerings"
        for position, thing in enumerate(getattr(content, kind))
    ]
    items = [(row["kind"], row["id"], row["position"], row["body"]) for row in found["catalogue_item"]]
    assert sorted(items, key=str) == sorted(written, key=str)
    (state,) = found["catalogue_state"]
    assert (state["id"], state["version"], state["loaded_at"]) == (1, 1, now)
    assert [row["id"] for row in found["offering"]] == [
        "cobot-leren.oost.20261210-1830-b5fa",
        LAS,
        "eerste-las.oost.20261215-1300-2960",
        "rondkijken.oost.20261204-1000-2960",
        "thuis-kijken.oost.zelf",
    ]


def test_an_offering_has_all_that_its_rule_says(databases: Engine, files: Files, now: datetime) -> None:
    load_content(databases, files.folder, now, weeks=4)
    found = offerings(databases)
    assert found[LAS] == {
        "id": LAS,
        "module_id": "eerste-las",
        "academy_id": "oost",
        "rule": '{"every": "2 weeks", "on": "tuesday", "at": "13:00-17:00", "offset": 1}',
        "starts_at": datetime(2026, 12, 1, 12, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 1, 16, 0, tzinfo=UTC),
        "decide_at": datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        "place": "De Lashal, Zwolle",
        "town": "zwolle",
        "online": False,
        "minimum": 4,
        "maximum": 8,
        "cost": 125.0,
        "paid_by": "je werkgever",
        "bring": "Je eigen helm",
        "owner": "lashal",
        "partners": ["lashal"],
        "state": "open",
        "in_content": True,
        "by_hand": [],
    }
    own = found["thuis-kijken.oost.zelf"]
    assert [own[key] for key in ("starts_at", "ends_at", "decide_at", "online", "rule")] == [
        *(None, None, None),
        True,
        "",
    ]


@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=5)])
def test_twice_on_a_day_is_the_same_as_once(databases: Engine, files: Files, now: datetime, later: timedelta) -> None:
    first = load_content(databases, files.folder, now)
    once = tables(databases)
    second = load_content(databases, files.folder, now + later)
    assert tables(databases) == once
    assert (first.version, first.changed) == (1, True)
    assert (second.version, second.changed) == (1, False)


def test_loaded_again_a_week_later_only_the_dates_move_on(databases: Engine, files: Files, now: datetime) -> None:
    load_content(databases, files.folder, now, weeks=4)
    before = tables(databases, *CATALOGUE)
    next_week = now + timedelta(weeks=1)
    assert load_content(databases, files.folder, next_week, weeks=4).version == 2
    after = tables(databases, *CATALOGUE)
    assert after["catalogue_item"] == before["catalogue_item"]
    kept = {row["id"]: row for row in after["offering"]}
    assert [kept[row["id"]] for row in before["offering"]] == before["offering"]
    new = kept.keys() - {row["id"] for row in before["offering"]}
    assert new == {"eerste-las.oost.20261229-1300-2960"}


FAULTS = [
    pytest.param("modules.yml", "hours: 3.5", "hours: 9", id="a wrong shape"),
    pytest.param("modules.yml", "    type: X", "    type: [X", id="broken YAML"),
    pytest.param("lines.yml", "academy: oost", "academy: west", id="a dangling id"),
    pytest.param("offerings.yml", "18:30-22:00", "18:30-21:00", id="a broken rule"),
]


@pytest.mark.parametrize(("file", "old", "new"), FAULTS)
def test_with_a_fault_anywhere_nothing_is_loaded(
    databases: Engine, files: Files, now: datetime, file: str, old: str, new: str
) -> None:
    files.change(file, old, new)
    with pytest.raises(ContentError) as caught:
        load_content(databases, files.folder, now)
    assert len(caught.value.faults) == 1
    assert str(caught.value).startswith(f"{files.folder}/{file}:")
    assert tables(databases, *CATALOGUE) == EMPTY


@pytest.mark.parametrize(("file", "old", "new"), FAULTS)
def test_with_a_fault_anywhere_the_old_catalogue_is_still_there(
    databases: Engine, files: Files, now: datetime, file: str, old: str, new: str
) -> None:
    load_content(databases, files.folder, now)
    before = tables(databases)
    files.change("people.yml", "name: De doener", "name: De bouwer")
    files.change(file, old, new)
    with pytest.raises(ContentError):
        load_content(databases, files.folder, now)
    assert tables(databases) == before


def test_a_missing_folder_leaves_the_old_catalogue_there(
    databases: Engine, files: Files, now: datetime, tmp_path: Path
) -> None:
    load_content(databases, files.folder, now)
    before = tables(databases)
    with pytest.raises(ContentError, match="There is no such file or folder"):
        load_content(databases, tmp_path / "nowhere", now)
    assert tables(databases) == before


def test_a_load_that_breaks_halfway_leaves_the_old_catalogue_there(
    databases: Engine, files: Files, now: datetime
) -> None:
    load_content(databases, files.folder, now)
    before = tables(databases)
    content = files.content()
    twice = content.model_copy(update={"skills": [*content.skills, content.skills[0]]})
    with pytest.raises(Exception, match=r"(?i)unique"):
        load(databases, twice, now)
    assert tables(databases) == before


def test_a_changed_catalogue_replaces_the_old_one_whole(databases: Engine, files: Files, now: datetime) -> None:
    load_content(databases, files.folder, now)
    files.change("people.yml", "name: De doener", "name: De bouwer")
    files.change(
        "offerings.yml",
        "place: De Lashal, Zwolle\n    town: zwolle\n    when: {every: 2",
        ("place: Hal 3, Zwolle\n    town: zwolle\n    when: {every: 2"),
    )
    before = offerings(databases)[LAS]
    assert load_content(databases, files.folder, now).version == 2
    (persona,) = [row for row in tables(databases)["catalogue_item"] if row["kind"] == "personas"]
    assert persona["body"]["name"] == "De bouwer"
    assert offerings(databases)[LAS] == before | {"place": "Hal 3, Zwolle"}


def test_an_offering_that_left_the_content_goes_when_nobody_was_on_it(
    databases: Engine, files: Files, now: datetime
) -> None:
    load_content(databases, files.folder, now)
    files.change("offerings.yml", '"on": tuesday', '"on": wednesday')
    result = load_content(databases, files.folder, now)
    assert result.kept == []
    assert LAS not in offerings(databases)


def test_what_is_past_stays_though_its_rule_has_gone(databases: Engine, files: Files, now: datetime) -> None:
    load_content(databases, files.folder, now)
    before = offerings(databases)[LAS]
    files.change("offerings.yml", '"on": tuesday', '"on": wednesday')
    load_content(databases, files.folder, now + timedelta(days=8))
    assert offerings(databases)[LAS] == before


def test_an_empty_catalogue_can_be_loaded(databases: Engine, now: datetime) -> None:
    assert load(databases, Content(), now) == LoadResult(1, True, 0, 0, 0, [])
    assert tables(databases, "catalogue_item", "offering") == {"catalogue_item": [], "offering": []}


def test_the_count_is_of_offerings_still_to_come(databases: Engine, files: Files, now: datetime) -> None:
    load_content(databases, files.folder, now, weeks=4)
    after_the_first = now + timedelta(days=7, hours=4)
    assert load_content(databases, files.folder, after_the_first, weeks=4).offerings == 5
