"""Before a yes to several seats: the list, what falls together is named first, and less than all can be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from knowledge.catalogue.snapshot import Session
from knowledge.database import writing
from knowledge.tables import Enrolment
from tests.actions.seats import change_offering, enrol_jan, enrolled, fill_one
from tests.actions.stage import Stage


@pytest.fixture
def line(stage: Stage) -> list[Session]:
    """The sessions of the line Cyber Security, as they are proposed to a stranger."""
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    by_id = {session.id: session for session in stage.academy.catalogue.sessions}
    return [by_id[id] for id in stage.slots["chosen"]]


def clash(stage: Stage, offering: str, other: str) -> None:
    """Puts an offering at the very time of another."""
    by_id = {session.id: session for session in stage.academy.catalogue.sessions}
    change_offering(stage, offering, starts_at=by_id[other].starts_at, ends_at=by_id[other].ends_at)


def test_all_stations_are_listed_with_their_dates_the_sum_and_who_pays(stage: Stage, line: list[Session]) -> None:
    text = stage.answer.text
    modules = stage.academy.catalogue.modules
    for number, session in enumerate(line, 1):
        assert f"{number}. {modules[session.module].name}, " in text
    assert f"{len(line)} stations van " in text
    assert f", samen € {sum(session.cost for session in line):.0f} (" in text
    assert "Let op" not in text
    assert stage.answer.titles == ["Ja, alles", "Alleen het eerste station", "Nee"]
    assert len(stage.answer.texts[-1].split("\n\n")) <= 3


def test_only_the_first_station_can_be_kept_with_a_button(stage: Stage, line: list[Session]) -> None:
    stage.press("Alleen het eerste station")
    assert stage.answer.responses == ["utter_ask_consent"]
    assert stage.answer.titles == ["Ja, dat is goed", "Nee, liever niet"]
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert enrolled(stage) == {line[0].id: "enrolled"}


DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def without(number: int) -> Callable[[list[Session]], list[Session]]:
    return lambda line: [session for session in line if session is not line[number]]


@pytest.mark.parametrize(
    "intent", ["inform", "change_answer", "deny", "cancel_enrolment", "skip_station", "out_of_scope"]
)
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("alleen de eerste twee", lambda line: line[:2]),
        ("niet alles, alleen de eerste 3", lambda line: line[:3]),
        ("zonder de laatste", without(-1)),
        ("sla de tweede maar over", without(1)),
        ("alles behalve de tweede en de derde", lambda line: [line[0], *line[3:]]),
        ("zonder nummer 4", without(3)),
    ],
)
def test_stations_are_kept_or_left_out_by_their_place_in_the_list(
    stage: Stage, line: list[Session], words: str, kept: Callable[[list[Session]], list[Session]], intent: str
) -> None:
    stage.say(words, intent)
    assert stage.slots["chosen"] == [session.id for session in kept(line)]
    assert stage.answer.responses == ["utter_ask_consent"]


def test_stations_are_left_out_by_their_day_their_kind_or_their_name(stage: Stage, line: list[Session]) -> None:
    modules = stage.academy.catalogue.modules
    day = next(session.day for session in line if session.day is not None)
    stage.say(f"die van {DAYS[day]} niet", "deny")
    left = [session for session in line if session.day != day]
    assert stage.slots["chosen"] == [session.id for session in left]
    kind = next(session for session in left if modules[session.module].type == "E")
    stage.say("alles behalve de e-learning", "change_answer")
    left.remove(kind)
    assert stage.slots["chosen"] == [session.id for session in left]
    name = modules[left[-1].module].name
    stage.say(f"zonder {name}", "change_answer")
    assert stage.slots["chosen"] == [session.id for session in left[:-1]]


def test_what_is_left_out_in_the_first_message_is_not_proposed(stage: Stage) -> None:
    stage.say("schrijf me in voor de hele lijn cyber security zonder de e-learning", "enrol")
    by_id = {session.id: session for session in stage.academy.catalogue.sessions}
    types = {stage.academy.catalogue.modules[by_id[id].module].type.value for id in stage.slots["chosen"]}
    assert len(stage.slots["chosen"]) > 1
    assert "E" not in types


@pytest.mark.parametrize("words", ["ja doe maar", "ja, ook de laatste"])
def test_a_yes_takes_all(stage: Stage, line: list[Session], words: str) -> None:
    stage.say(words, "affirm")
    assert stage.slots["chosen"] == [session.id for session in line]
    assert stage.answer.responses == ["utter_ask_email"]


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("we zijn met 3 man op de zaak", "inform"),
        ("ik werk zelf altijd op maandag en op dinsdag", "inform"),
        ("moet ik een laptop meenemen naar de workshop, want die heb ik niet", "ask_prerequisites"),
    ],
)
def test_what_is_told_beside_it_leaves_all_chosen(stage: Stage, line: list[Session], words: str, intent: str) -> None:
    stage.say(words, intent)
    assert stage.slots["chosen"] == [session.id for session in line]


def test_a_question_about_one_of_them_leaves_all_chosen(stage: Stage, line: list[Session]) -> None:
    stage.say("wat kost de eerste?", "ask_cost")
    assert stage.slots["chosen"] == [session.id for session in line]


@pytest.mark.parametrize("state", ["enrolled", "waiting", "offered"])
def test_what_falls_together_with_something_one_has_is_said_before_the_seat_is_taken(stage: Stage, state: str) -> None:
    first = enrol_jan(stage)
    if state != "enrolled":
        held = stage.academy.now() + timedelta(hours=40)
        change_enrolment(stage, first, state, held if state == "offered" else None)
    other = "netwerken-in-de-fabriek.regio-zwolle.20261202-1200-b5fa"
    clash(stage, first, other)
    text = stage.send(f'/enrol{{"offering": "{other}"}}')
    assert stage.answer.responses == ["utter_ask_confirm"]
    assert text.startswith("Let op: Webinar: netwerken in de fabriek (wo 2 dec 12:00) valt samen met De slimme fabriek")
    assert {"enrolled": "al een plek", "waiting": "op de wachtlijst", "offered": "vastgehouden"}[state] in text
    assert other not in enrolled(stage)


def change_enrolment(stage: Stage, offering: str, state: str, held: object) -> None:
    """Puts an enrolment in another state, as a full offering would have."""
    with writing(stage.academy.engine) as session:
        where = col(Enrolment.offering_id) == offering
        session.execute(update(Enrolment).where(where).values(state=state, held_until=held))


def test_asking_again_for_what_one_has_does_not_fall_together_with_itself(stage: Stage) -> None:
    offering = enrol_jan(stage)
    assert "Let op" not in stage.send(f'/enrol{{"offering": "{offering}"}}')


def test_what_of_a_line_falls_together_is_named_first_and_can_be_left_out(stage: Stage) -> None:
    enrol_jan(stage)
    (mine,) = enrolled(stage)
    with_one = "crisisoefening-hack"
    sessions = stage.academy.catalogue.sessions_of[with_one]
    change_offering(stage, mine, starts_at=sessions[0].starts_at, ends_at=sessions[-1].ends_at)
    text = stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    assert text.split("\n")[0].startswith("Let op: ")
    assert "valt samen met De slimme fabriek beleven, waar je al een plek voor hebt" in text
    assert stage.answer.titles == ["Ja, alles", "Zonder wat botst", "Alleen het eerste station", "Nee"]
    before = stage.slots["chosen"]
    stage.press("Zonder wat botst")
    assert 0 < len(stage.slots["chosen"]) < len(before)
    assert "Let op" not in stage.answer.text
    assert not {id for id in stage.slots["chosen"] if id.startswith(with_one)}
    stage.press("Ja, alles" if len(stage.slots["chosen"]) > 1 else "Ja, dat is goed")
    assert len(enrolled(stage)) == len(before)


def test_a_seat_that_moves_to_a_time_that_is_taken_is_told_first(stage: Stage, two: list[str]) -> None:
    new = next(
        session.id
        for session in stage.academy.catalogue.sessions_of["slimme-fabriek-beleven"]
        if session.id != two[0] and session.starts_at
    )
    clash(stage, two[1], new)
    text = stage.send(f'/enrol{{"offering": "{new}"}}')
    assert stage.answer.responses == ["utter_ask_move"]
    assert text.startswith("Let op: ")


def test_a_whole_line_that_is_full_here_and_there_puts_one_on_no_list_unasked(stage: Stage) -> None:
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    full = stage.slots["chosen"][0]
    change_offering(stage, full, maximum=1)
    fill_one(stage, full)
    stage.press("Nee")
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    assert full not in stage.slots["chosen"]
