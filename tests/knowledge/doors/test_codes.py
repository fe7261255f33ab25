"""A code leads from one talk to another: once, for ten minutes, and not by trying."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.doors.codes import Offered, look_at_code, make_code, use_code
from knowledge.doors.joining import Joined
from knowledge.errors import UnknownThing
from knowledge.tables import Conversation, Learner, LinkCode, LinkTry
from tests.knowledge.doors.two_doors import add, column, one, open_door, refused

MINUTE = timedelta(minutes=1)


@pytest.fixture
def doors(databases: Engine, now: datetime) -> Engine:
    """A talk on the website, a younger one on Telegram, and one of somebody else."""
    open_door(databases, now, "web")
    open_door(databases, now + MINUTE, "app", channel="telegram")
    open_door(databases, now + 2 * MINUTE, "ander")
    return databases


def test_a_code_makes_the_two_talks_one(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    assert use_code(doors, "app", code, now + 9 * MINUTE) == Joined("web", "app")
    assert one(doors, Conversation, "app").continued_as == "web"
    assert audit(doors, now) == []


def test_only_the_hash_of_a_code_is_kept(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    kept = one(doors, LinkCode, sha256(code.replace("-", "").encode()).hexdigest())
    assert (kept.conversation_id, kept.made_at, kept.valid_until, kept.used_at) == ("web", now, now + 10 * MINUTE, None)
    assert code not in repr(kept)


def test_a_code_works_however_it_is_written(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    assert use_code(doors, "app", f" {code.lower().replace('-', ' ')} ", now) == Joined("web", "app")


def test_looking_at_a_code_uses_nothing(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    for _ in range(7):
        assert look_at_code(doors, "app", code, now) == Offered("website", now + 10 * MINUTE, False)
    assert column(doors, LinkTry, "id") == []
    assert use_code(doors, "app", code, now).survivor == "web"


def test_a_look_tells_when_the_talks_know_different_people(doors: Engine, now: datetime) -> None:
    for id, name in (("ann", "Ann"), ("bob", "Bob")):
        add(doors, Learner(id=id, created_at=now, consent_at=now, name=name))
        open_door(doors, now, f"van {id}", id)
    add(doors, Learner(id="ook ann", created_at=now, consent_at=now, name="ann"))
    open_door(doors, now, "van ann elders", "ook ann")
    code = make_code(doors, "van ann", now)
    assert [look_at_code(doors, talk, code, now).two_people for talk in ("van bob", "van ann elders", "web")] == [
        True,
        False,
        False,
    ]


def test_used_old_and_made_up_codes_are_refused_in_the_same_words(doors: Engine, now: datetime) -> None:
    used = make_code(doors, "web", now)
    use_code(doors, "app", used, now)
    old = make_code(doors, "web", now)
    later = now + 10 * MINUTE
    whys = [
        refused(lambda code=code, deed=deed: deed(doors, "ander", code, later))
        for code in (used, old)
        for deed in (look_at_code, use_code)
    ]
    assert [*whys, refused(lambda: use_code(doors, "ander", "K7MP-2X9Q", later))] == ["unknown"] * 5


def test_a_new_code_ends_the_one_before_it_and_those_of_others_stay(doors: Engine, now: datetime) -> None:
    first, others = make_code(doors, "web", now), make_code(doors, "ander", now)
    second = make_code(doors, "web", now)
    assert refused(lambda: use_code(doors, "app", first, now)) == "unknown"
    assert use_code(doors, "app", second, now) == Joined("web", "app")
    assert use_code(doors, "app", others, now) == Joined("web", "ander")


def test_a_code_of_this_same_talk_does_nothing_and_is_no_wrong_try(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    assert refused(lambda: look_at_code(doors, "web", code, now)) == "own"
    assert refused(lambda: use_code(doors, "web", code, now)) == "own"
    assert column(doors, LinkTry, "id") == []
    use_code(doors, "app", code, now)
    again = make_code(doors, "app", now)
    assert [refused(lambda door=door: use_code(doors, door, again, now)) for door in ("web", "app")] == ["own", "own"]


def test_after_five_wrong_ones_in_an_hour_not_even_a_right_one_is_taken(doors: Engine, now: datetime) -> None:
    for minute in range(5):
        assert refused(lambda at=minute: use_code(doors, "app", "K7MP-2X9Q", now + at * MINUTE)) == "unknown"
    code = make_code(doors, "web", now + 55 * MINUTE)
    for deed in (look_at_code, use_code):
        assert refused(lambda deed=deed: deed(doors, "app", code, now + 59 * MINUTE)) == "too many"
    assert look_at_code(doors, "ander", code, now + 59 * MINUTE).channel == "website"
    assert use_code(doors, "app", code, now + 60 * MINUTE) == Joined("web", "app")


def test_wrong_tries_are_not_forgotten_by_becoming_part_of_another_talk(doors: Engine, now: datetime) -> None:
    for _ in range(4):
        refused(lambda: use_code(doors, "app", "K7MP-2X9Q", now))
    use_code(doors, "app", make_code(doors, "web", now), now)
    assert [refused(lambda: use_code(doors, "web", "K7MP-2X9Q", now)) for _ in range(2)] == ["unknown", "too many"]


def test_a_code_from_an_id_that_leads_on_is_one_of_the_talk_that_goes_on(doors: Engine, now: datetime) -> None:
    use_code(doors, "app", make_code(doors, "web", now), now)
    code = make_code(doors, "app", now)
    assert use_code(doors, "ander", code, now) == Joined("web", "ander")


@pytest.mark.parametrize("deed", [make_code, lambda *given: use_code(given[0], given[1], "K7MP-2X9Q", given[2])])
def test_a_talk_that_is_not_there_has_no_codes(doors: Engine, now: datetime, deed: object) -> None:
    with pytest.raises(UnknownThing, match="There is no conversation with id 'nergens'"):
        deed(doors, "nergens", now)  # type: ignore[operator]  # either deed
    assert column(doors, LinkTry, "id") == []
