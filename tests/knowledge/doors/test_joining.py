"""Two talks become one: which goes on, and that everything of the other comes along."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from knowledge.database import writing
from knowledge.doors import joining
from knowledge.doors.codes import make_code, use_code
from knowledge.doors.joining import Joined
from knowledge.errors import UnknownThing
from knowledge.people import give_consent, keep_contact, known, references
from knowledge.seat.leaving import leave
from knowledge.tables import (
    AnsweredMessage,
    Button,
    Conversation,
    Enrolment,
    Learner,
    LinkCode,
    LinkTry,
    PersonalDatum,
    PostedMessage,
    TelegramChat,
)
from tests.knowledge.doors.two_doors import add, button, chat, column, joined, one, open_door, typed
from tests.knowledge.seat.seats import add_offering, ask, seat
from tests.knowledge.talks import every_row

MINUTE = timedelta(minutes=1)


@pytest.fixture
def doors(databases: Engine, now: datetime) -> Engine:
    """A talk on the website, and a younger one on Telegram, of strangers."""
    open_door(databases, now, "web")
    open_door(databases, now + MINUTE, "app", channel="telegram")
    return databases


def test_of_two_strangers_the_older_talk_goes_on_whoever_is_named_first(doors: Engine, now: datetime) -> None:
    assert joined(doors, "app", "web", now) == Joined("web", "app")
    assert one(doors, Conversation, "app").continued_as == "web"


def test_the_talk_of_somebody_who_gave_consent_goes_on(doors: Engine, now: datetime) -> None:
    give_consent(doors, "app", now)
    assert joined(doors, "web", "app", now) == Joined("app", "web")


@pytest.mark.parametrize(("leaves", "survivor"), [(False, "app"), (True, "web")])
def test_the_talk_of_somebody_with_a_seat_goes_on_as_long_as_they_have_it(
    doors: Engine, now: datetime, leaves: bool, survivor: str
) -> None:
    add_offering(doors, now)
    open_door(doors, now, "van ann", "ann")
    ask(doors, now, "ann")
    if leaves:
        leave(doors, "ann", "cobots", now)
    with_seats(doors, "ann", "app")
    assert joined(doors, "web", "app", now).survivor == survivor


def with_seats(engine: Engine, learner: str, talk: str) -> None:
    """Lets a talk be of this learner, who didn't give consent."""
    with writing(engine) as session:
        session.get_one(Conversation, talk).learner_id = learner
        session.get_one(Learner, learner).consent_at = None


def test_of_two_who_both_gave_consent_the_older_talk_goes_on(doors: Engine, now: datetime) -> None:
    for talk in ("web", "app"):
        give_consent(doors, talk, now)
    assert joined(doors, "app", "web", now) == Joined("web", "app")


def test_joining_what_is_one_already_changes_nothing(doors: Engine, now: datetime) -> None:
    joined(doors, "web", "app", now)
    assert [joined(doors, a, b, now) for a, b in (("app", "web"), ("web", "app"), ("web", "web"))] == [
        Joined("web", "web")
    ] * 3


def test_a_talk_that_is_not_there_cannot_be_joined(doors: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no conversation with id 'nergens'"):
        joined(doors, "web", "nergens", now)


def test_everything_of_the_talk_that_goes_moves_along(doors: Engine, now: datetime) -> None:
    message = {"text": "Dag", "buttons": [], "cards": []}
    add(
        doors,
        button(now, "knop", "app"),
        PostedMessage(conversation_id="app", posted_at=now, body=message),
        AnsweredMessage(conversation_id="app", message_id="message:1", answered_at=now, answer=[message]),
        LinkTry(conversation_id="app", tried_at=now),
        chat(now, 7, "app"),
        *typed(now, "app", mail_1="jan@bedrijf.nl"),
    )
    joined(doors, "web", "app", now)
    for table in (Button, PostedMessage, AnsweredMessage, LinkTry, TelegramChat, PersonalDatum):
        assert (table, column(doors, table, "conversation_id")) == (table, ["web"])
    gone = one(doors, Conversation, "app")
    assert (gone.learner_id, gone.expects, gone.present_at, gone.continued_as) == (None, None, None, "web")


def test_the_talk_that_goes_on_was_seen_when_either_was(doors: Engine, now: datetime) -> None:
    open_door(doors, now + 2 * MINUTE, "open", present_at=now + 3 * MINUTE, expects="name")
    joined(doors, "web", "open", now)
    web = one(doors, Conversation, "web")
    assert (web.seen_at, web.present_at, web.expects) == (now + 2 * MINUTE, now + 3 * MINUTE, None)


def test_of_an_answer_that_both_gave_the_one_of_the_talk_that_goes_on_stays(doors: Engine, now: datetime) -> None:
    for talk, key in (("web", "1"), ("app", "1"), ("app", "2")):
        add(doors, AnsweredMessage(conversation_id=talk, message_id=key, answered_at=now, answer=[{"text": talk}]))
    joined(doors, "web", "app", now)
    assert column(doors, AnsweredMessage, "conversation_id", "message_id", "answer") == [
        ("web", "1", [{"text": "web"}]),
        ("web", "2", [{"text": "app"}]),
    ]


def test_codes_of_both_end_and_the_used_one_stays_known(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    make_code(doors, "app", now)
    use_code(doors, "app", code, now)
    assert column(doors, LinkCode, "conversation_id", "used_at") == [("web", now)]


@pytest.mark.parametrize(("minutes", "stays"), [(1, 2), (-1, 1)])
def test_of_two_chats_on_telegram_the_one_where_they_were_last_stays_the_door(
    doors: Engine, now: datetime, minutes: int, stays: int
) -> None:
    add(doors, chat(now, 1, "web"), chat(now, 2, "app", minutes))
    joined(doors, "web", "app", now)
    assert dict(column(doors, TelegramChat, "chat_id", "conversation_id")) == {stays: "web"}


def test_the_same_value_is_kept_once_and_what_collides_gets_the_next_reference(doors: Engine, now: datetime) -> None:
    add(
        doors,
        *typed(now, "web", mail_1="jan@bedrijf.nl", naam_1="Jan"),
        *typed(now, "app", naam_1="Janneman", mail_1="jan@thuis.nl", mail_2="JAN@bedrijf.nl", tel_1="0612345678"),
        *typed(now, "app", mail_3="jan@elders.nl"),
    )
    joined(doors, "web", "app", now)
    assert column(doors, PersonalDatum, "conversation_id", "reference", "value") == [
        ("web", "[mail-1]", "jan@bedrijf.nl"),
        ("web", "[mail-3]", "jan@elders.nl"),
        ("web", "[mail-4]", "jan@thuis.nl"),
        ("web", "[naam-1]", "Jan"),
        ("web", "[naam-2]", "Janneman"),
        ("web", "[tel-1]", "0612345678"),
    ]


def test_what_holds_a_reference_that_changed_is_re_written(doors: Engine, now: datetime) -> None:
    """Two that change places at once are no trouble."""
    add_offering(doors, now)
    give_consent(doors, "web", now)
    open_door(doors, now + MINUTE, "ann", "ann")
    ask(doors, now, "ann")
    with_words(doors, own_case="de robot van [naam-1]", learning_question="wie is [naam-2]?", feedback='"top"')
    said = [{"text": "Dag [naam-1] en [naam-2]"}]
    add(
        doors,
        *typed(now, "web", naam_1="Jan", naam_2="Piet"),
        *typed(now, "ann", naam_1="Piet", naam_2="Ann", mail_1="ann@bedrijf.nl"),
        button(now, "knop", "ann", "Ik ben [naam-2]", '/inform{"name": "[naam-1]"}'),
        AnsweredMessage(conversation_id="ann", message_id="1", answered_at=now, answer=said),
    )
    assert joined(doors, "web", "ann", now) == Joined("web", "ann")
    assert column(doors, PersonalDatum, "reference", "value") == [
        ("[mail-1]", "ann@bedrijf.nl"),
        ("[naam-1]", "Jan"),
        ("[naam-2]", "Piet"),
        ("[naam-3]", "Ann"),
    ]
    assert column(doors, Button, "title", "payload") == [("Ik ben [naam-3]", '/inform{"name": "[naam-2]"}')]
    assert column(doors, AnsweredMessage, "answer") == [[{"text": "Dag [naam-2] en [naam-3]"}]]
    mine = seat(doors, one(doors, Conversation, "web").learner_id)
    assert (mine.own_case, mine.learning_question, mine.feedback) == (
        "de robot van [naam-2]",
        "wie is [naam-3]?",
        '"top"',
    )


def with_words(engine: Engine, **words: str) -> None:
    with writing(engine) as session:
        session.scalars(select(Enrolment)).one().sqlmodel_update(words)


def test_a_stranger_becomes_who_is_known_at_the_other_door(doors: Engine, now: datetime) -> None:
    add(doors, *typed(now, "app", naam_1="Jan", mail_1="jan@bedrijf.nl"))
    give_consent(doors, "app", now)
    before = keep_contact(doors, "app", ["[naam-1]", "[mail-1]"], now)
    joined(doors, "web", "app", now)
    assert [known(doors, door) for door in ("web", "app")] == [before, before]
    assert references(doors, "app") == {"name": "[naam-1]", "email": "[mail-1]"}


def test_who_is_in_the_middle_of_a_turn_gives_consent_in_the_talk_that_goes_on(doors: Engine, now: datetime) -> None:
    """The rules may still be asked with the id of the talk that just became part of another."""
    joined(doors, "web", "app", now)
    id = give_consent(doors, "app", now)
    assert dict(column(doors, Conversation, "id", "learner_id")) == {"web": id, "app": None}


def test_joining_is_all_or_nothing(doors: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    add(doors, button(now, "knop", "app"), chat(now, 7, "app"), *typed(now, "app", naam_1="Jan"))
    before = every_row(doors)

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(joining, "move_belongings", breaks)
    with pytest.raises(ZeroDivisionError):
        joined(doors, "web", "app", now)
    assert every_row(doors) == before
