"""Who somebody is: nobody until they agree, and then what they gave and no more."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from knowledge.database import reading, writing
from knowledge.errors import Refusal, UnknownThing
from knowledge.people import (
    Known,
    change_wishes,
    give_consent,
    keep_contact,
    known,
    way_here,
    wishes_of,
    withdraw_contact,
)
from knowledge.tables import Conversation, Learner, PersonalDatum
from knowledge.telling.wishes import ReminderWishes, Way
from tests.knowledge.talks import begin

STRANGER = Known(None, False, None, None, None)


def learners(engine: Engine) -> list[Learner]:
    with reading(engine) as session:
        return list(session.scalars(select(Learner)))


@pytest.fixture
def talk(databases: Engine, now: datetime) -> str:
    """A conversation in which a name, an address and a number were typed."""
    return begin(databases, now, "talk", name="Jan Jansen", email="Jan@Bedrijf.nl", phone="+31612345678")


@pytest.mark.parametrize("conversation", ["talk", "nergens"])
def test_a_stranger_is_not_known(databases: Engine, talk: str, conversation: str) -> None:
    assert known(databases, conversation) == STRANGER
    assert learners(databases) == []


def test_consent_makes_a_learner_without_a_name(databases: Engine, talk: str, now: datetime) -> None:
    id = give_consent(databases, talk, now)
    assert known(databases, talk) == Known(id, True, None, None, None)
    assert learners(databases) == [Learner(id=id, created_at=now, consent_at=now)]


def test_consent_twice_keeps_the_first_moment_and_the_same_learner(databases: Engine, talk: str, now: datetime) -> None:
    id = give_consent(databases, talk, now)
    assert give_consent(databases, talk, now + timedelta(days=1)) == id
    assert learners(databases) == [Learner(id=id, created_at=now, consent_at=now)]


def test_with_consent_name_address_and_number_are_kept(databases: Engine, talk: str, now: datetime) -> None:
    id = give_consent(databases, talk, now)
    kept = keep_contact(databases, talk, ["[name-1]", "[email-1]", "[phone-1]"], now)
    assert kept == Known(id, True, "Jan Jansen", "Jan@bedrijf.nl", "+31612345678")
    assert known(databases, talk) == kept


def test_only_what_was_referred_to_is_kept(databases: Engine, talk: str, now: datetime) -> None:
    id = give_consent(databases, talk, now)
    assert keep_contact(databases, talk, ["[name-1]", "[name-9]"], now) == Known(id, True, "Jan Jansen", None, None)


def test_a_later_address_takes_the_place_of_an_earlier_one(databases: Engine, talk: str, now: datetime) -> None:
    id = give_consent(databases, talk, now)
    keep_contact(databases, talk, ["[name-1]", "[email-1]"], now)
    with writing(databases) as session:
        session.get(PersonalDatum, (talk, "[email-1]")).value = "j.jansen@thuis.nl"
    kept = keep_contact(databases, talk, ["[email-1]"], now)
    assert kept == Known(id, True, "Jan Jansen", "j.jansen@thuis.nl", None)


def test_without_consent_nothing_is_kept(databases: Engine, talk: str, now: datetime) -> None:
    with pytest.raises(Refusal) as caught:
        keep_contact(databases, talk, ["[name-1]"], now)
    assert caught.value.response == "utter_consent_first"
    assert learners(databases) == []


@pytest.mark.parametrize(
    "address", ["jan", "jan@", "@bedrijf.nl", "jan@bedrijf", "jan jansen@bedrijf.nl", "jan@bedrijf..nl"]
)
def test_a_wrong_address_is_refused_and_the_name_beside_it_not_kept(
    databases: Engine, now: datetime, address: str
) -> None:
    talk = begin(databases, now, "talk", name="Jan", email=address)
    id = give_consent(databases, talk, now)
    with pytest.raises(Refusal) as caught:
        keep_contact(databases, talk, ["[name-1]", "[email-1]"], now)
    assert caught.value.response == "utter_email_wrong"
    assert known(databases, talk) == Known(id, True, None, None, None)


def test_what_was_typed_in_another_conversation_is_out_of_reach(databases: Engine, talk: str, now: datetime) -> None:
    other = begin(databases, now, "other")
    id = give_consent(databases, other, now)
    assert keep_contact(databases, other, ["[name-1]"], now) == Known(id, True, None, None, None)


def test_who_does_not_agree_has_typed_nothing(databases: Engine, talk: str, now: datetime) -> None:
    begin(databases, now, "other", name="Piet")
    withdraw_contact(databases, talk)
    with reading(databases) as session:
        left = [one.value for one in session.scalars(select(PersonalDatum))]
    assert left == ["Piet"]
    give_consent(databases, talk, now)
    assert keep_contact(databases, talk, ["[name-1]"], now).name is None


def test_a_conversation_that_does_not_exist_cannot_agree(databases: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no conversation with id 'nergens'"):
        give_consent(databases, "nergens", now)
    with pytest.raises(UnknownThing, match="There is no conversation with id 'nergens'"):
        keep_contact(databases, "nergens", ["[name-1]"], now)
    assert learners(databases) == []


@pytest.mark.parametrize("conversation", ["talk", "nergens"])
def test_who_never_said_how_they_want_to_be_told_is_told_as_usual(
    databases: Engine, talk: str, conversation: str
) -> None:
    assert wishes_of(databases, conversation) == ReminderWishes()
    assert learners(databases) == []


def test_a_wish_about_messages_makes_a_learner_without_consent(databases: Engine, talk: str, now: datetime) -> None:
    wanted = ReminderWishes(weekend=False)
    assert change_wishes(databases, talk, lambda _: wanted, now) == wanted
    assert wishes_of(databases, talk) == wanted
    (learner,) = learners(databases)
    assert (learner.consent_at, learner.name, learner.email, learner.wishes) == (None, None, None, {"weekend": False})


def test_a_second_wish_is_made_of_the_first(databases: Engine, talk: str, now: datetime) -> None:
    change_wishes(databases, talk, lambda held: held.model_copy(update={"weekend": False}), now)
    id = give_consent(databases, talk, now)
    change_wishes(databases, talk, lambda held: held.model_copy(update={"week": False}), now)
    assert wishes_of(databases, talk) == ReminderWishes(weekend=False, week=False)
    change_wishes(databases, talk, lambda _: ReminderWishes(), now)
    assert [(one.id, one.wishes) for one in learners(databases)] == [(id, {})]


def test_nobody_has_no_wishes_to_change(databases: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing):
        change_wishes(databases, "nergens", lambda held: held, now)


@pytest.mark.parametrize(("channel", "way"), [("website", Way.WEBSITE), ("telegram", Way.TELEGRAM), ("?", Way.WEBSITE)])
def test_the_way_here_is_the_way_of_the_conversation(databases: Engine, talk: str, channel: str, way: Way) -> None:
    with writing(databases) as session:
        session.get_one(Conversation, talk).channel = channel
    assert way_here(databases, talk) == way
