"""`navigator offering go`, `no-go`, `withdraw`, `postpone`, `capacity` and `move`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.cli.offerings.times import read_moment
from knowledge.audit import audit
from knowledge.clock import utc_now
from knowledge.database import reading
from knowledge.errors import NavigatorError
from knowledge.tables import Notice, Offering, OfferingChange
from knowledge.vocabulary import NoticeKind
from tests.bot.cli.doors import Navigator, Said

WHY = ("--why", "daarom")


def said(out: str) -> Said:
    return Said(0, f"{out}\n", "")


def refused(sentence: str) -> Said:
    return Said(2, "", f"{sentence}\n")


def columns(engine: Engine, *names: str) -> list[Any]:
    """These columns of "las" as they are now."""
    with reading(engine) as session:
        row = session.get_one(Offering, "las")
    return [getattr(row, name) for name in names]


def written(engine: Engine) -> list[tuple[str, str, str, str, dict[str, Any]]]:
    """Every row of what was decided and changed: before, after, who, why, what."""
    with reading(engine) as session:
        rows = session.scalars(select(OfferingChange).order_by(col(OfferingChange.id))).all()
    return [(row.before, row.after, row.who, row.why, row.changed) for row in rows]


def told(engine: Engine, *kinds: NoticeKind) -> list[tuple[int, str]]:
    """Which enrolments are told something of these kinds."""
    with reading(engine) as session:
        rows = session.scalars(select(Notice).where(col(Notice.kind).in_(kinds)).order_by(col(Notice.id))).all()
    return [(row.enrolment_id, row.kind.value) for row in rows]


def test_a_go_is_told_to_everybody_and_kept_with_who_and_why(loaded: Navigator, academy: Engine) -> None:
    assert loaded("offering", "go", "las", *WHY) == said("las goes on (go). 3 people will be told.")
    assert written(academy) == [("open", "confirmed", "anna", "daarom", {})]
    assert told(academy, NoticeKind.GO) == [(1, "go"), (2, "go"), (3, "go")]
    again = said("Nothing changed: this is how las was already. Nobody will be told.")
    assert loaded("offering", "go", "las", *WHY) == again
    assert audit(academy, utc_now()) == []


@pytest.mark.parametrize(
    ("command", "sentence", "kind"),
    [
        ("no-go", "las is not held (no-go), and every seat on it is cancelled.", NoticeKind.NO_GO),
        ("withdraw", "las is withdrawn, and every seat on it is cancelled.", NoticeKind.WITHDRAWN),
    ],
)
def test_what_is_called_off_is_told_to_everybody(
    loaded: Navigator, academy: Engine, command: str, sentence: str, kind: NoticeKind
) -> None:
    assert loaded("offering", command, "las", *WHY, "--who", "piet") == said(f"{sentence} 3 people will be told.")
    assert written(academy) == [("open", "cancelled", "piet", "daarom", {})]
    assert told(academy, kind) == [(number, kind.value) for number in (1, 2, 3)]
    assert audit(academy, utc_now()) == []


def test_what_goes_on_can_be_withdrawn_but_is_no_no_go(loaded: Navigator, academy: Engine) -> None:
    loaded("offering", "go", "las", *WHY)
    assert loaded("offering", "no-go", "las", *WHY) == refused(
        "las was decided already: it is confirmed. `navigator offering withdraw` takes back what goes on."
    )
    assert loaded("offering", "withdraw", "las", *WHY).code == 0
    assert [row[:2] for row in written(academy)] == [("open", "confirmed"), ("confirmed", "cancelled")]


def test_a_decision_is_postponed_in_dutch_time(loaded: Navigator, academy: Engine) -> None:
    words = ("offering", "postpone", "las", "--until", "2099-12-03 12:00", *WHY)
    assert loaded(*words) == said("las is decided on 2099-12-03 12:00. 3 people will be told.")
    assert columns(academy, "decide_at", "by_hand") == [datetime(2099, 12, 3, 11, tzinfo=UTC), ["decide_at"]]
    assert told(academy, NoticeKind.POSTPONED) == [(number, "postponed") for number in (1, 2, 3)]


def test_seats_that_are_added_go_to_who_waits(loaded: Navigator, academy: Engine) -> None:
    assert loaded("offering", "capacity", "las", "--maximum", 3, *WHY) == said(
        "las (open) is for 2 to 3 people. 1 person will be told; 1 of them can get a seat."
    )
    assert columns(academy, "minimum", "maximum") == [2, 3]
    assert told(academy, NoticeKind.OFFER) == [(3, "offer")]
    assert loaded("offering", "capacity", "las", "--minimum", 1, *WHY) == said(
        "las (open) is for 1 to 3 people. Nobody will be told."
    )
    assert columns(academy, "minimum", "maximum") == [1, 3]


def test_a_new_start_keeps_the_length_and_everybody_their_seat(loaded: Navigator, academy: Engine) -> None:
    words = ("offering", "move", "las", "--starts", "2099-12-09 09:00", "--place", "Techniekhal", *WHY)
    assert loaded(*words) == said("las is 2099-12-09 09:00–13:00, Techniekhal, zwolle. 3 people will be told.")
    assert columns(academy, "starts_at", "ends_at", "place") == [
        datetime(2099, 12, 9, 8, tzinfo=UTC),
        datetime(2099, 12, 9, 12, tzinfo=UTC),
        "Techniekhal",
    ]
    assert told(academy, NoticeKind.CHANGED) == [(number, "changed") for number in (1, 2, 3)]
    assert loaded(*words) == said("Nothing changed: this is how las was already. Nobody will be told.")


def test_both_times_can_be_given(loaded: Navigator, academy: Engine) -> None:
    words = ("offering", "move", "las", "--starts", "2099-12-09 19:00", "--ends", "2099-12-10 01:00", *WHY)
    assert loaded(*words).out.startswith("las is 2099-12-09 19:00–2099-12-10 01:00, Leerplein, zwolle. ")
    assert columns(academy, "ends_at") == [datetime(2099, 12, 10, 0, tzinfo=UTC)]


def test_what_goes_online_has_no_place_and_comes_back_with_one(loaded: Navigator, academy: Engine) -> None:
    assert loaded("offering", "move", "las", "--online", "--bring", "je laptop", *WHY) == said(
        "las is 2099-12-08 13:00–17:00, online. 3 people will be told."
    )
    assert columns(academy, "online", "place", "town", "bring") == [True, "", None, "je laptop"]
    assert loaded("offering", "move", "las", "--on-site", "--place", "Hal 2", *WHY) == refused(
        "las is on site, so people must know where. Give --place and --town."
    )
    assert loaded("offering", "move", "las", "--place", "Hal 2", *WHY) == refused(
        "las is online, so it has no place. Add --on-site when it gets one."
    )
    back = ("--on-site", "--place", "Hal 2", "--town", "zwolle")
    assert loaded("offering", "move", "las", *back, *WHY).code == 0
    assert columns(academy, "online", "place", "town") == [False, "Hal 2", "zwolle"]


@pytest.mark.usefixtures("academy")
def test_as_json_it_is_the_offering_as_show_gives_it(loaded: Navigator) -> None:
    changed = json.loads(loaded("offering", "go", "las", *WHY, "--json").out)
    assert changed == json.loads(loaded("offering", "show", "las", "--json").out)
    assert (changed["state"], [change["why"] for change in changed["changes"]]) == ("confirmed", ["daarom"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("go", "weg", *WHY), "There is no offering with id 'weg'."),
        (("move", "weg", "--online", *WHY), "There is no offering with id 'weg'."),
        (("go", "las", "--why", " "), "Give a reason; it is kept, and people may read it."),
        (("go", "las", *WHY, "--who", " "), "It must be known who does this. Give your name with --who."),
        (("withdraw", "toen", *WHY), "toen has begun, so nothing can be changed about it any more."),
        (("capacity", "las", *WHY), "Say what changes: give --maximum, --minimum or both."),
        (
            ("capacity", "las", "--maximum", "1", "--minimum", "1", *WHY),
            "2 seats of las are taken, so the maximum cannot become 1. Let people leave first, or withdraw it.",
        ),
        (("move", "las", *WHY), "Say what changes, such as --starts, --place or --online; --help names all."),
        (("move", "las", "--town", "parijs", *WHY), "There is no place with id 'parijs'."),
        (
            ("move", "las", "--online", "--place", "Hal 2", *WHY),
            "las is online, so it has no place. Add --on-site when it gets one.",
        ),
        (
            ("move", "las", "--ends", "2099-12-08 12:00", *WHY),
            "The end comes before the start. Give both, with the end later.",
        ),
        (
            ("move", "eerste-las.oost.zelf", "--place", "Hal 2", *WHY),
            "eerste-las.oost.zelf is at one's own pace, so it has no date to move.",
        ),
        (
            ("postpone", "las", "--until", "volgende week", *WHY),
            "'volgende week' is no time. Write it as YYYY-MM-DD HH:MM, such as '2026-12-08 13:00' (Dutch time).",
        ),
        (
            ("postpone", "las", "--until", "2026-03-29 02:30", *WHY),
            "'2026-03-29 02:30' does not exist: the Dutch clock goes an hour forward then. "
            "Give a time an hour later or earlier.",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    loaded: Navigator, academy: Engine, words: tuple[str, ...], sentence: str
) -> None:
    assert loaded("offering", *words) == refused(sentence)
    assert written(academy) == []


@pytest.mark.parametrize("command", ["go", "no-go", "withdraw", "capacity", "move"])
def test_without_a_reason_it_asks_for_one(loaded: Navigator, command: str) -> None:
    found = loaded("offering", command, "las")
    assert (found.code, found.out) == (2, "")
    assert "Missing option '--why'." in found.err


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("2026-12-08 13:00", datetime(2026, 12, 8, 12, tzinfo=UTC)),
        ("2026-07-08 13:00", datetime(2026, 7, 8, 11, tzinfo=UTC)),
        ("2026-03-29 03:00", datetime(2026, 3, 29, 1, tzinfo=UTC)),
        ("2026-10-25 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_that_of_the_dutch_wall_clock(typed: str, utc: datetime) -> None:
    assert read_moment(typed) == utc


@pytest.mark.parametrize("typed", ["", "2026-12-08", "2026-12-08T13:00Z", "2026-02-30 13:00", "0001-01-01 00:00"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NavigatorError, match="is no time"):
        read_moment(typed)
