"""An own case or learning question: told, kept with a seat, and given to the trainer only after a yes."""

from __future__ import annotations

import pytest

from actions.own_words import own_words
from knowledge.people import known
from knowledge.seat.looking import Seat, seats_of
from knowledge.seat.sharing import Brought
from tests.actions.seats import enrol_jan
from tests.actions.stage import Stage

CASE = "onze kantbank staat elke week een halve dag stil en niemand weet waarom"
START = "startbijeenkomst-veilig-digitaal"


def seat(stage: Stage) -> Seat:
    """The first seat of the person."""
    learner = known(stage.academy.engine, stage.conversation).learner_id
    return seats_of(stage.academy.engine, learner, stage.academy.now())[0]


def kept(stage: Stage) -> tuple[str | None, str | None, bool]:
    """The case, the question, and whether the trainer may read them, of the first seat."""
    mine = seat(stage).enrolment
    return mine.own_case, mine.learning_question, mine.shared_at is not None


def enrol_at(stage: Stage, module: str) -> None:
    """Takes the first seat on a station, as Jan."""
    stage.send(f'/enrol{{"module": "{module}"}}')
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert "utter_enrolled" in stage.answer.responses, stage.answer.responses


def content_station(stage: Stage) -> str:
    """A dated station of the phase content or learning question."""
    catalogue = stage.academy.catalogue
    return next(
        stop.module
        for line in catalogue.lines.values()
        for stop in line.stations
        if stop.phase == "learning_question" and catalogue.sessions_of[stop.module]
    )


@pytest.fixture
def seated(stage: Stage) -> Stage:
    """Somebody with a seat on a station that has room for an own case."""
    enrol_at(stage, content_station(stage))
    return stage


def test_a_case_is_asked_for_kept_and_shared_after_a_yes(seated: Stage) -> None:
    seated.say("ik wil mijn eigen werkstuk meenemen", "own_case")
    assert seated.answer.responses == ["utter_ask_own_case"]
    seated.say(CASE, "out_of_scope")
    assert seated.answer.responses == ["utter_ask_share_case"]
    assert CASE in seated.answer.text
    assert kept(seated) == (CASE, None, False)
    seated.press("Ja, de trainer")
    assert seated.answer.responses == ["utter_own_case_shared"]
    assert kept(seated) == (CASE, None, True)
    assert (seated.slots["topic"], seated.open_question, seated.slots["brings"]) == ("none", None, None)


@pytest.mark.parametrize("intent", ["own_case", "find_line", "nlu_fallback"])
def test_a_question_that_is_told_at_once_is_not_asked_for(seated: Stage, intent: str) -> None:
    seated.say("mijn leervraag is hoe ik storingen sneller kan vinden", intent)
    assert seated.answer.responses == ["utter_ask_share_case"]
    assert kept(seated) == (None, "hoe ik storingen sneller kan vinden", False)


def test_a_no_keeps_it_for_oneself(seated: Stage) -> None:
    seated.say(f"{CASE}, dat wil ik als case inbrengen", "own_case")
    seated.say("nee liever niet", "deny")
    assert seated.answer.responses == ["utter_own_case_private"]
    assert kept(seated) == (f"{CASE}, dat wil ik als case inbrengen", None, False)


def test_what_is_no_yes_and_no_no_is_asked_again_and_shares_nothing(seated: Stage) -> None:
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    seated.say("tja", "no_preference")
    assert seated.answer.responses == ["utter_ask_share_case_again"]
    assert kept(seated) == ("een cobot die platen van de laser pakt", None, False)


def test_it_can_be_changed_and_other_words_need_another_yes(seated: Stage) -> None:
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    seated.press("Ja, de trainer")
    seated.press("Anders zeggen")
    assert seated.answer.responses == ["utter_ask_own_case"]
    seated.say("de robot laat steeds platen vallen", "inform")
    assert kept(seated) == ("de robot laat steeds platen vallen", None, False)
    seated.say("ja hoor", "affirm")
    assert kept(seated) == ("de robot laat steeds platen vallen", None, True)


@pytest.mark.parametrize("intent", ["own_case", "delete_data", "cancel_enrolment"])
def test_it_can_be_taken_back_in_words(seated: Stage, intent: str) -> None:
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    seated.press("Ja, de trainer")
    seated.say("haal mijn case maar weg", intent)
    assert seated.answer.responses == ["utter_own_case_gone"]
    assert kept(seated) == (None, None, False)


def test_who_asks_hears_what_there_is_and_can_stop_sharing(seated: Stage) -> None:
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    seated.press("Ja, de trainer")
    seated.say("ik heb een eigen case", "own_case")
    assert seated.answer.responses == ["utter_own_case_is"]
    assert seated.answer.titles == ["Anders zeggen", "Weghalen", "Niet meer delen"]
    seated.press("Niet meer delen")
    assert kept(seated)[2] is False
    seated.say("de trainer mag het toch lezen", "inform")
    assert kept(seated)[2] is True


def test_names_in_a_case_stay_references(seated: Stage) -> None:
    seated.say("ik heb een eigen case", "own_case")
    seated.say("de machine van [naam-2] trilt steeds", "give_contact")
    assert kept(seated)[0] == "de machine van [naam-2] trilt steeds"


def test_who_drops_it_brings_nothing(seated: Stage) -> None:
    seated.say("ik heb een eigen case", "own_case")
    seated.press("Laat maar")
    assert seated.answer.responses == ["utter_own_case_dropped"]
    assert kept(seated) == (None, None, False)
    assert seated.slots["topic"] == "none"


def test_who_has_no_seat_is_told_and_what_was_told_goes_with_the_first_one(stage: Stage) -> None:
    stage.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    assert stage.answer.responses == ["utter_own_case_no_seat"]
    enrol_at(stage, content_station(stage))
    stage.press("Ja, zet mijn vraag erbij")
    assert stage.answer.responses == ["utter_ask_share_case"]
    assert kept(stage) == ("een cobot die platen van de laser pakt", None, False)


def test_while_a_seat_is_chosen_that_goes_first(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say("ik wil mijn eigen machine meenemen", "own_case")
    assert stage.answer.responses == ["utter_own_case_later", "utter_ask_offering_again"]


def test_of_two_stations_it_is_asked_which(seated: Stage) -> None:
    first = seat(seated).offering
    seated.slots |= {"line": None}
    other = next(
        stop.module
        for line in seated.academy.catalogue.lines.values()
        for stop in line.stations
        if stop.phase == "content"
        and any(s.starts_at and s.starts_at > first.ends_at for s in seated.academy.catalogue.sessions_of[stop.module])
    )
    seated.send(f'/enrol{{"module": "{other}"}}')
    seated.press(seated.answer.titles[-1])
    seated.press("Ja")
    seated.slots |= {"station": None}
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    assert seated.answer.responses == ["utter_ask_case_seat"]
    seated.press(seated.answer.titles[1])
    assert seated.answer.responses == ["utter_ask_share_case"]
    learner = known(seated.academy.engine, seated.conversation).learner_id
    mine = seats_of(seated.academy.engine, learner, seated.academy.now())
    assert [one.enrolment.own_case is not None for one in mine] == [False, True]


def test_who_gets_a_seat_with_room_for_a_case_is_invited_once(stage: Stage) -> None:
    enrol_jan(stage)
    assert "Eigen vraag meegeven" not in stage.answer.titles
    enrol_again(stage, content_station(stage))
    assert "Eigen vraag meegeven" in stage.answer.titles
    assert "eigen klus of vraag" in stage.answer.text
    stage.press("Eigen vraag meegeven")
    assert stage.answer.responses == ["utter_ask_own_case"]


def enrol_again(stage: Stage, module: str) -> None:
    """A seat for who is known already."""
    stage.send(f'/enrol{{"module": "{module}"}}')
    stage.press(stage.answer.titles[0])
    stage.press("Ja")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ik heb een eigen case", None),
        ("kan ik mijn eigen machine meenemen", None),
        ("wat voor case mag ik inbrengen", None),
        ("Waar kan ik mijn leervraag kwijt?", None),
        ("ik heb een leervraag", None),
        ("onze eigen casus is geheim, kan dat ook", None),
        ("hoe concreet moet zo'n eigen vraagstuk zijn", None),
        (
            "laat de trainer weten dat wij met een oude draaibank tobben",
            (Brought.OWN_CASE, "laat de trainer weten dat wij met een oude draaibank tobben"),
        ),
        ("mijn vraagstuk: hoe krijg ik de data uit", (Brought.LEARNING_QUESTION, "hoe krijg ik de data uit")),
        (
            "noteer als case: te lange omsteltijd op de freesbank",
            (Brought.OWN_CASE, "te lange omsteltijd op de freesbank"),
        ),
        ("leervraag: hoe lees ik een trilling af", (Brought.LEARNING_QUESTION, "hoe lees ik een trilling af")),
        (
            "zet er maar bij dat ik wil uitzoeken waarom onze pomp steeds kapot gaat",
            (Brought.LEARNING_QUESTION, "waarom onze pomp steeds kapot gaat"),
        ),
        (
            "wij hebben een draaibank die steeds warmloopt, kan ik daarmee aan de slag",
            (Brought.OWN_CASE, "wij hebben een draaibank die steeds warmloopt, kan ik daarmee aan de slag"),
        ),
    ],
)
def test_what_is_told_is_parted_from_the_wish(text: str, told: object) -> None:
    assert own_words(text) == told


def test_what_is_known_of_somebody_tells_of_it(seated: Stage) -> None:
    seated.say("mijn case is een cobot die platen van de laser pakt", "own_case")
    seated.press("Nee")
    seated.say("niet in het weekend berichten", "set_reminders")
    text = seated.say("wat weet je van mij", "what_do_you_know")
    assert "hoe je herinnerd wilt worden, je eigen klus of vraag bij een station" in text


def test_a_question_beside_a_second_wish_waits_until_its_time(seated: Stage) -> None:
    seated.say_both(("schrijf me in voor de energiesafari door de hal", "enrol"), ("ik heb een eigen case", "own_case"))
    assert seated.open_question == "offering"
    assert "utter_ask_own_case" not in seated.answer.responses


def test_a_case_that_speaks_of_shifting_moves_no_date(seated: Stage) -> None:
    seated.say("ik wil mijn eigen klus meenemen, een lasmal die steeds verschuift", "own_case")
    assert "utter_ask_offering" not in seated.answer.responses
    assert kept(seated)[0] is not None
