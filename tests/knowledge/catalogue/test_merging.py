"""A load takes nobody's seat away: what people are on is kept, and the waiting list moves."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from knowledge.audit import audit
from knowledge.catalogue import load as loading
from knowledge.catalogue.load import LoadResult, load_content
from knowledge.catalogue.snapshot import read_catalogue
from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.changing import move_offering, set_capacity, withdraw
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.tables import Enrolment
from knowledge.vocabulary import EnrolmentState, NoticeKind, OfferingState
from tests.knowledge.catalogue.rows import learner, offerings, tables
from tests.knowledge.catalogue.small_files import Files

LAS = "eerste-las.oost.20261201-1300-2960"
ENROLLED, WAITING, OFFERED = EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.OFFERED
TUESDAY, WEDNESDAY = '"on": tuesday', '"on": wednesday'


@pytest.fixture
def loaded(databases: Engine, files: Files, now: datetime) -> Engine:
    """A database with the small catalogue."""
    load_content(databases, files.folder, now)
    return databases


def put_on(engine: Engine, now: datetime, *names: str) -> None:
    """These learners ask for a seat on LAS, a minute after each other."""
    for minute, name in enumerate(names):
        enrol(engine, learner(engine, name, now), [LAS], now + timedelta(minutes=minute))


def states(engine: Engine) -> dict[str, EnrolmentState]:
    return {row["learner_id"]: row["state"] for row in tables(engine, "enrolment")["enrolment"]}


def messages(engine: Engine, kind: NoticeKind) -> list[tuple[str, object]]:
    """Who is told this, and with which facts."""
    rows = tables(engine, "notice")["notice"]
    return [(row["learner_id"], row["facts"]) for row in rows if row["kind"] == kind]


def sessions(engine: Engine) -> set[str]:
    """What can be enrolled on."""
    return {session.id for session in read_catalogue(engine, 1).sessions}


def test_an_enrolment_on_an_offering_that_left_the_content_is_kept(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    before = tables(loaded, "enrolment", "enrolment_change")
    row = offerings(loaded)[LAS]
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    assert load_content(loaded, files.folder, now).kept == [LAS]
    assert tables(loaded, "enrolment", "enrolment_change") == before
    assert offerings(loaded)[LAS] == row | {"in_content": False}
    assert LAS not in sessions(loaded)


def test_a_new_enrolment_on_an_offering_that_left_the_content_is_refused(
    loaded: Engine, files: Files, now: datetime
) -> None:
    put_on(loaded, now, "an")
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    load_content(loaded, files.folder, now)
    with pytest.raises(Refusal) as caught:
        put_on(loaded, now, "bo")
    assert (caught.value.response, caught.value.values) == (
        "utter_offering_gone",
        {"offering": LAS, "module": "eerste-las"},
    )
    assert states(loaded) == {"an": ENROLLED}


def test_an_offering_revives_when_its_rule_returns(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    before = offerings(loaded)
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    load_content(loaded, files.folder, now)
    files.change("offerings.yml", WEDNESDAY, TUESDAY)
    result = load_content(loaded, files.folder, now)
    assert result == LoadResult(3, True, 2, 4, len(before), [])
    assert offerings(loaded) == before
    assert LAS in sessions(loaded)
    put_on(loaded, now, "bo")
    assert states(loaded) == {"an": ENROLLED, "bo": ENROLLED}


def test_who_left_still_keeps_the_offering_but_nobody_counts_on_it(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    leave(loaded, "an", LAS, now)
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    assert load_content(loaded, files.folder, now).kept == []
    assert offerings(loaded)[LAS]["in_content"] is False
    assert states(loaded) == {"an": EnrolmentState.CANCELLED}


def test_what_was_kept_is_told_until_it_is_over(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    told = [load_content(loaded, files.folder, now + timedelta(days=n)).kept for n in (0, 0, 7, 8)]
    assert told == [[LAS], [LAS], [LAS], []]


def test_a_lower_maximum_takes_no_seat_that_is_taken(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an", "bo", "cas", "dirk", "els", "fien")
    files.change("offerings.yml", "maximum: 8", "maximum: 4")
    load_content(loaded, files.folder, now)
    put_on(loaded, now, "gé")
    assert states(loaded) == dict.fromkeys(("an", "bo", "cas", "dirk", "els", "fien"), ENROLLED) | {"gé": WAITING}
    assert offerings(loaded)[LAS]["maximum"] == 6
    assert offerings(loaded)["eerste-las.oost.20261215-1300-2960"]["maximum"] == 4
    assert audit(loaded, now) == []


def test_a_higher_maximum_is_offered_to_who_waits_in_order(loaded: Engine, files: Files, now: datetime) -> None:
    files.change("offerings.yml", "minimum: 4\n    maximum: 8", "minimum: 1\n    maximum: 1")
    load_content(loaded, files.folder, now)
    put_on(loaded, now, "an", "zoë", "bo", "cas")
    assert states(loaded) == {"an": ENROLLED, "zoë": WAITING, "bo": WAITING, "cas": WAITING}
    files.change("offerings.yml", "    maximum: 1\n", "    maximum: 3\n")
    load_content(loaded, files.folder, now)
    assert states(loaded) == {"an": ENROLLED, "zoë": OFFERED, "bo": OFFERED, "cas": WAITING}
    assert audit(loaded, now) == []
    changes = tables(loaded, "enrolment_change")["enrolment_change"]
    assert [(row["before"], row["after"], row["who"], row["why"]) for row in changes[-2:]] == [
        (WAITING, OFFERED, "navigator", "a seat came free"),
        (WAITING, OFFERED, "navigator", "a seat came free"),
    ]
    assert messages(loaded, NoticeKind.OFFER) == [("zoë", {}), ("bo", {})]


def test_who_has_a_seat_is_told_that_its_place_changed_and_who_left_is_not(
    loaded: Engine, files: Files, now: datetime
) -> None:
    put_on(loaded, now, "an", "bo")
    leave(loaded, "bo", LAS, now + timedelta(hours=1))
    here = "De Lashal, Zwolle\n    town: zwolle\n    when: {every: 2"
    files.change("offerings.yml", here, here.replace("De Lashal", "Zaal 2"))
    load_content(loaded, files.folder, now + timedelta(hours=2))
    changed = {"place": ["De Lashal, Zwolle", "Zaal 2, Zwolle"]}
    assert messages(loaded, NoticeKind.CHANGED) == [("an", {"changed": changed})]
    assert tables(loaded, "enrolment")["enrolment"][0]["sequence"] == 2
    assert audit(loaded, now + timedelta(hours=2)) == []


def test_what_a_coordinator_set_stays_as_they_set_it(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    move_offering(loaded, LAS, now, who="els", why="lekkage", place="Zaal 2")
    set_capacity(loaded, LAS, now, who="els", why="kleine zaal", maximum=5)
    files.change("offerings.yml", "bring: Je eigen helm", "bring: Niets")
    files.change("offerings.yml", "    maximum: 8", "    maximum: 9")
    load_content(loaded, files.folder, now)
    row = offerings(loaded)[LAS]
    assert (row["place"], row["maximum"], row["bring"]) == ("Zaal 2", 5, "Niets")
    assert row["by_hand"] == ["maximum", "place"]


def test_what_was_decided_stays_decided(loaded: Engine, files: Files, now: datetime) -> None:
    put_on(loaded, now, "an")
    withdraw(loaded, LAS, now, who="els", why="brand")
    files.change("offerings.yml", "    maximum: 8", "    maximum: 9")
    load_content(loaded, files.folder, now)
    assert offerings(loaded)[LAS]["state"] == OfferingState.CANCELLED
    assert LAS not in sessions(loaded)
    assert audit(loaded, now) == []


def enrol_while_loading(engine: Engine, files: Files, now: datetime) -> list[object]:
    """Somebody is enrolling on LAS when a load without it begins; gives what the load came to."""
    done: list[object] = []

    def run() -> None:
        try:
            done.append(load_content(engine, files.folder, now))
        except IntegrityError as error:
            done.append(error)

    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    learner(engine, "an", now)
    load = threading.Thread(target=run)
    with writing(engine) as session:
        locked_offering(session, LAS)
        load.start()
        load.join(timeout=1)
        assert load.is_alive(), "the load waits until the enrolment is done"
        session.add(Enrolment(learner_id="an", offering_id=LAS, state=ENROLLED, asked_at=now))
    load.join(timeout=20)
    return done


def test_who_enrols_during_a_load_keeps_the_seat(loaded: Engine, files: Files, now: datetime) -> None:
    (result,) = enrol_while_loading(loaded, files, now)
    assert isinstance(result, LoadResult)
    assert result.kept == [LAS]
    assert states(loaded) == {"an": ENROLLED}


def test_without_the_lock_a_load_during_an_enrolment_goes_wrong(
    loaded: Engine, files: Files, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loaded.dialect.name == "sqlite":
        pytest.skip("SQLite has one write lock, which cannot be taken out")
    monkeypatch.setattr(loading, "hold_still", lambda session: None)
    (result,) = enrol_while_loading(loaded, files, now)
    assert isinstance(result, IntegrityError)


def test_two_loads_of_the_same_at_once_are_one(loaded: Engine, files: Files, now: datetime) -> None:
    files.change("offerings.yml", TUESDAY, WEDNESDAY)
    results: list[LoadResult] = []
    loads = [threading.Thread(target=lambda: results.append(load_content(loaded, files.folder, now))) for _ in range(4)]
    for one in loads:
        one.start()
    for one in loads:
        one.join(timeout=30)
    assert sorted((result.version, result.changed) for result in results) == [
        (2, False),
        (2, False),
        (2, False),
        (2, True),
    ]
