"""Nothing personal is kept before a yes, and a no wipes what was typed."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from knowledge.database import reading
from knowledge.people import Known, known
from knowledge.tables import Enrolment, Learner, PersonalDatum
from tests.actions.seats import choose_cyber, enrol_jan, enrolled
from tests.actions.stage import Stage

STRANGER = Known(None, False, None, None, None)


def kept(engine: Engine) -> tuple[int, int, int]:
    """How many learners, pieces of personal data and enrolments there are."""
    with reading(engine) as session:
        return tuple(len(session.scalars(select(table)).all()) for table in (Learner, PersonalDatum, Enrolment))  # type: ignore[return-value]


def test_nothing_is_kept_before_somebody_says_yes(stage: Stage, engine: Engine) -> None:
    choose_cyber(stage)
    stage.gives(email="jan@bedrijf.nl")
    assert stage.answer.responses == ["utter_ask_consent_again"]
    assert kept(engine) == (0, 0, 0)
    assert known(engine, stage.conversation) == STRANGER


def test_no_to_consent_wipes_what_was_typed_and_drops_the_choice(stage: Stage, engine: Engine) -> None:
    choose_cyber(stage)
    stage.press("Nee")
    assert stage.answer.responses == ["utter_enrol_dropped"]
    assert kept(engine) == (0, 0, 0)
    assert (stage.slots["topic"], stage.slots["chosen"], stage.open_question) == ("none", None, None)


@pytest.mark.parametrize("given", [{}, {"email": "jan@bedrijf.nl"}])
def test_no_after_the_yes_wipes_it_too(stage: Stage, engine: Engine, given: dict[str, str]) -> None:
    choose_cyber(stage)
    stage.press("Ja")
    if given:
        stage.gives(**given)
    stage.say("nee, laat maar", "deny")
    assert stage.answer.responses == ["utter_enrol_dropped"]
    person = known(engine, stage.conversation)
    assert (person.consent, person.name, person.email) == (False, None, None)
    assert kept(engine)[1:] == (0, 0)


def test_who_has_a_seat_keeps_it_when_they_say_no_to_another(stage: Stage, engine: Engine) -> None:
    offering = enrol_jan(stage)
    stage.say("schrijf me in voor smart maintenance", "enrol")
    stage.press(stage.answer.titles[0])
    stage.press("Nee")
    assert enrolled(stage) == {offering: "enrolled"}
    assert known(engine, stage.conversation).email == "jan@bedrijf.nl"
    assert "[mail-1]" in stage.say("wat weet je van mij", "what_do_you_know")


def test_contact_data_out_of_the_blue_are_not_kept(stage: Stage, engine: Engine) -> None:
    stage.gives(email="jan@bedrijf.nl")
    assert stage.answer.responses == ["utter_give_contact"]
    assert kept(engine) == (0, 0, 0)


def test_contact_data_with_the_wish_for_a_seat_begin_the_enrolment_with_one_question(stage: Stage) -> None:
    stage.gives("schrijf me in, ik heet", name="Jan Jansen")
    assert len(stage.answer.questions) == 1
    assert stage.slots["topic"] == "enrol"


def test_another_address_of_who_has_a_seat_is_kept(stage: Stage, engine: Engine) -> None:
    enrol_jan(stage)
    stage.gives("mijn nieuwe adres is", email="jan@nieuw.nl")
    assert stage.answer.responses == ["utter_contact_kept"]
    assert known(engine, stage.conversation).email == "jan@nieuw.nl"


def test_a_yes_with_a_name_and_an_address_is_all_that_a_seat_needs(stage: Stage, engine: Engine) -> None:
    offering = choose_cyber(stage)
    stage.gives("ja prima,", name="henk bruins", email="henk@example.org")
    person = known(engine, stage.conversation)
    assert (person.consent, person.name, person.email) == (True, "henk bruins", "henk@example.org")
    assert enrolled(stage) == {offering: "enrolled"}
