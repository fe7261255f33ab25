"""`navigator offering list` and `show`."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, update
from sqlmodel import col

from knowledge.clock import utc_now
from knowledge.database import writing
from knowledge.seat.changing import move_offering, postpone
from knowledge.tables import Enrolment, Notice, Offering
from knowledge.vocabulary import NoticeKind, NoticeState
from tests.bot.cli.doors import Navigator, Said
from tests.bot.cli.offerings.planned import ASKED, STARTS

LINE = (
    "las  De eerste las  2099-12-08 13:00–17:00  2/2 seats, 1 waiting, minimum 2, 0 needed, decision 2099-12-01 13:00, "
)
STANDING = {
    "id": "las",
    "module": "eerste-las",
    "name": "De eerste las",
    "academy": "oost",
    "starts_at": "2099-12-08T12:00:00+00:00",
    "ends_at": "2099-12-08T16:00:00+00:00",
    "place": "Leerplein",
    "town": "zwolle",
    "online": False,
    "bring": "",
    "state": "open",
    "decide_at": "2099-12-01T12:00:00+00:00",
    "minimum": 2,
    "maximum": 2,
    "taken": 2,
    "waiting": 1,
    "needed": 0,
    "marked": 0,
}


def ids(said: Said) -> list[str]:
    return [one["id"] for one in json.loads(said.out)]


@pytest.mark.usefixtures("academy")
def test_what_is_to_come_with_people_on_it_is_a_line_each(loaded: Navigator) -> None:
    assert loaded("offering", "list") == Said(0, f"{LINE}open\n", "")
    assert json.loads(loaded("offering", "list", "--json").out) == [STANDING]


def test_what_has_nobody_comes_with_all_and_own_pace_comes_last(loaded: Navigator, academy: Engine) -> None:
    with writing(academy) as session:
        empty = session.get_one(Offering, "las").model_dump() | {
            "id": "eerder",
            "starts_at": STARTS - timedelta(days=9),
        }
        session.add(Offering(**empty))
    assert ids(loaded("offering", "list", "--all", "--json")) == ["eerder", "las", "eerste-las.oost.zelf"]
    last = loaded("offering", "list", "--all").out.splitlines()[-1]
    assert re.split(" {2,}", last) == [
        "eerste-las.oost.zelf",
        "De eerste las",
        "at one's own pace",
        "0/50 seats, 0 waiting, minimum 1, 0 needed, no decision date, open",
    ]


@pytest.mark.usefixtures("academy")
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["--undecided"], ["las"]),
        (["--all", "--undecided"], ["las"]),
        (["--module", "eerste-las", "--academy", "oost"], ["las"]),
        (["--weeks", "2"], []),
        (["--past"], []),
        (["--past", "--weeks", "520"], ["toen"]),
    ],
)
def test_what_is_asked_for_is_what_is_shown(loaded: Navigator, wanted: list[str], found: list[str]) -> None:
    assert ids(loaded("offering", "list", *wanted, "--json")) == found


def test_a_soon_one_is_within_the_weeks_and_a_decided_one_is_not_undecided(loaded: Navigator, academy: Engine) -> None:
    with writing(academy) as session:
        soon = utc_now() + timedelta(days=9)
        session.execute(
            update(Offering)
            .where(col(Offering.id) == "las")
            .values(starts_at=soon, ends_at=soon + timedelta(hours=4), state="confirmed")
        )
    assert ids(loaded("offering", "list", "--weeks", "2", "--json")) == ["las"]
    assert ids(loaded("offering", "list", "--weeks", "1", "--json")) == []
    assert ids(loaded("offering", "list", "--undecided", "--json")) == []


@pytest.mark.usefixtures("academy")
def test_when_there_is_none_it_says_so(loaded: Navigator) -> None:
    sentence = "There are no such offerings with people on them; --all shows those with nobody too.\n"
    assert loaded("offering", "list", "--weeks", "1") == Said(0, "", sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("list", "--module", "vliegen"), "There is no module with id 'vliegen'.\n"),
        (("list", "--academy", "west"), "There is no academy with id 'west'.\n"),
        (("show", "weg"), "There is no offering with id 'weg'.\n"),
    ],
)
def test_what_does_not_exist_is_named(loaded: Navigator, words: tuple[str, ...], sentence: str) -> None:
    assert loaded("offering", *words) == Said(2, "", sentence)


def people_say_and_mail_bounces(engine: Engine) -> None:
    """Ann shares her case and says that she comes; Bob keeps his to himself, and his mail bounced."""
    with writing(engine) as session:
        said = {"learning_question": "Hoe las ik\nrvs?", "own_case": "Een hek", "coming_at": ASKED}
        session.execute(update(Enrolment).where(col(Enrolment.id) == 1).values(**said, shared_at=ASKED))
        session.execute(update(Enrolment).where(col(Enrolment.id) == 2).values(**said | {"coming_at": None}))
        taken = (col(Notice.kind) == NoticeKind.SEAT_TAKEN, col(Notice.enrolment_id).in_([1, 2]))
        session.execute(
            update(Notice).where(*taken).values(state=NoticeState.SENT, sent_at=ASKED, way="email", refusals=[])
        )
        refusals = [{"way": "email", "at": ASKED.isoformat(), "why": "no such mailbox"}]
        session.execute(
            update(Notice)
            .where(*taken, col(Notice.enrolment_id) == 2)
            .values(state=NoticeState.FAILED, sent_at=None, way=None, why="no way out took it", refusals=refusals)
        )


def test_everything_of_one_is_shown_in_dutch_time(loaded: Navigator, academy: Engine) -> None:
    later = ASKED + timedelta(hours=1)
    postpone(academy, "las", STARTS - timedelta(days=5), later, who="anna", why="nog een\nweek")
    move_offering(academy, "las", later, who="piet", why="de zaal", place="Techniekhal", online=False, bring="bril")
    people_say_and_mail_bounces(academy)
    said = loaded("offering", "show", "las")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "las: De eerste las",
        "  2099-12-08 13:00–17:00, Techniekhal, zwolle · oost",
        "  2/2 seats, 1 waiting, minimum 2, 0 needed, decision 2099-12-03 13:00, open",
        "  bring: bril",
        "People",
        "  1  Ann de Vries: enrolled since 2099-11-24 10:00, said on 2099-11-24 10:00 that they come",
        "      learning question: Hoe las ik rvs?",
        "      own case: Een hek",
        "  2  name unknown: enrolled since 2099-11-24 10:01",
        "  3  name unknown: waiting since 2099-11-24 10:02, number 1 in line",
        "Decisions and changes",
        "  2099-11-24 11:00  anna: decide_at 2099-12-01 13:00 → 2099-12-03 13:00. Why: nog een week",
        "  2099-11-24 11:00  piet: place Leerplein → Techniekhal, bring none → bril. Why: de zaal",
        "Told",
        "  1  seat_taken: sent by email, 2099-11-24 10:00",
        "  2  seat_taken: failed: no way out took it; refused by email: no such mailbox",
        *[f"  {number}  postponed: goes from 2099-11-24 11:00" for number in (1, 2, 3)],
        *[f"  {number}  changed: goes from 2099-11-24 11:00" for number in (1, 2, 3)],
    ]


def test_as_json_it_is_all_there_and_what_is_not_shared_is_not(loaded: Navigator, academy: Engine) -> None:
    people_say_and_mail_bounces(academy)
    shown = json.loads(loaded("offering", "show", "las", "--json").out)
    people, told = shown.pop("people"), shown.pop("told")
    assert shown == STANDING | {"changes": []}
    nobody = {"name": None, "place_in_line": None, "held_until": None, "said_they_come": None}
    nobody |= {"learning_question": None, "own_case": None}
    at = ["2099-11-24T09:00:00+00:00", "2099-11-24T09:01:00+00:00", "2099-11-24T09:02:00+00:00"]
    shared = {"learning_question": "Hoe las ik\nrvs?", "own_case": "Een hek", "said_they_come": at[0]}
    assert people == [
        nobody | shared | {"number": 1, "name": "Ann de Vries", "state": "enrolled", "since": at[0]},
        nobody | {"number": 2, "state": "enrolled", "since": at[1]},
        nobody | {"number": 3, "state": "waiting", "since": at[2], "place_in_line": 1},
    ]
    assert told[1] == {
        "number": 2,
        "kind": "seat_taken",
        "written_at": at[1],
        "state": "failed",
        "at": at[1],
        "way": None,
        "why": "no way out took it",
        "refusals": [{"way": "email", "at": at[0], "why": "no such mailbox"}],
    }
