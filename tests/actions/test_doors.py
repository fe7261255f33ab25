"""Going on by another door: what the front door is told, messages on Telegram, and what its menu and links send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from knowledge.database import writing
from knowledge.doors.unlinking import has_telegram
from knowledge.people import wishes_of
from knowledge.tables import TelegramChat
from knowledge.telling.wishes import ReminderWishes, Way
from tests.actions.chats import on_telegram
from tests.actions.seats import choose_cyber, enrol_jan
from tests.actions.stage import Stage

MakeStage = Callable[[str], Stage]


def kept(stage: Stage) -> ReminderWishes:
    return wishes_of(stage.academy.engine, stage.conversation)


@pytest.mark.parametrize(
    ("words", "intent", "response", "wish"),
    [
        ("ik wil op telegram verder", "link_door", "utter_link", "make"),
        ("ontkoppel telegram", "unlink_door", "utter_unlink", "undo"),
    ],
)
def test_the_front_door_is_told_what_is_wanted_and_the_open_question_returns(
    stage: Stage, words: str, intent: str, response: str, wish: str
) -> None:
    stage.say(words, intent)
    assert (stage.answer.responses, stage.answer.door) == ([response], {"link": wish})
    choose_cyber(stage)
    stage.say(words, intent)
    assert stage.answer.responses == [response, "utter_ask_consent_again"]
    assert stage.answer.door == {"link": wish, "expects": "consent"}


@pytest.mark.parametrize("words", ["stuur me een koppelcode", "stuur me de code voor telegram"])
def test_who_asks_for_a_code_sets_no_reminders(stage: Stage, words: str) -> None:
    stage.say(words, "link_door")
    assert stage.answer.door == {"link": "make"}
    assert kept(stage) == ReminderWishes()


def test_a_chat_that_blocked_us_is_no_way(stage: Stage, now: datetime) -> None:
    engine = stage.academy.engine
    assert not has_telegram(engine, stage.conversation)
    on_telegram(stage)
    assert has_telegram(engine, stage.conversation)
    with writing(engine) as session:
        session.get_one(TelegramChat, 1).blocked_at = now
    assert not has_telegram(engine, stage.conversation)


def test_telegram_is_not_promised_to_who_has_no_chat(stage: Stage) -> None:
    text = stage.say("stuur mijn herinneringen via telegram", "set_reminders")
    assert (stage.answer.responses, stage.answer.door) == (["utter_telegram_first"], {"link": "make"})
    assert "via Telegram" not in text
    assert kept(stage) == ReminderWishes()


def test_what_else_was_wished_is_kept_all_the_same(stage: Stage) -> None:
    text = stage.say("een dag van tevoren via telegram graag", "set_reminders")
    assert (stage.answer.responses, stage.answer.door) == (
        ["utter_reminders_set", "utter_telegram_first"],
        {"link": "make"},
    )
    assert "via Telegram" not in text
    assert kept(stage) == ReminderWishes(week=False, hours=False)


def test_a_chat_that_was_unlinked_is_not_said_to_be_a_way(stage: Stage) -> None:
    on_telegram(stage)
    stage.say("stuur het hier", "set_reminders")
    assert kept(stage) == ReminderWishes(way=Way.TELEGRAM)
    assert "via Telegram" in stage.answer.text
    with writing(stage.academy.engine) as session:
        session.get_one(TelegramChat, 1).conversation_id = None
    stage.metadata = {"channel": "website"}
    assert "via Telegram" not in stage.say("wanneer krijg ik een bericht?", "set_reminders")
    assert stage.answer.responses == ["utter_reminders_hold"]


@pytest.mark.parametrize("words", ["stuur het hier", "op telegram graag", "stuur herinneringen via telegram"])
def test_on_telegram_it_is_kept(stage: Stage, words: str) -> None:
    on_telegram(stage)
    stage.say(words, "set_reminders")
    assert stage.answer.responses == ["utter_reminders_set"]
    assert kept(stage) == ReminderWishes(way=Way.TELEGRAM)
    assert stage.answer.door == {}


@pytest.mark.parametrize("intent", ["set_reminders", "stop", "unlink_door"])
@pytest.mark.parametrize(
    "words",
    ["stuur me hier geen berichten meer", "geen berichten meer via telegram", "geen berichten meer op telegram"],
)
def test_no_more_messages_there_is_another_way_and_not_silence(stage: Stage, words: str, intent: str) -> None:
    enrol_jan(stage)
    on_telegram(stage)
    text = stage.say(words, intent)
    assert stage.answer.responses == ["utter_reminders_set"]
    assert kept(stage) == ReminderWishes(way=Way.EMAIL)
    assert "per e-mail" in text


def test_without_an_address_the_website_is_left_and_the_way_there_is_a_button(stage: Stage) -> None:
    on_telegram(stage)
    stage.say("stuur me hier geen berichten meer", "set_reminders")
    assert stage.answer.responses == ["utter_reminders_set", "utter_read_on_the_website"]
    assert kept(stage) == ReminderWishes(way=Way.WEBSITE)
    stage.press("Verder op de website")
    assert stage.answer.door == {"link": "make"}


def test_what_is_kept_says_that_there_is_a_chat_and_who_can_see_it(stage: Stage) -> None:
    assert "Telegram" not in stage.send("/what_do_you_know")
    on_telegram(stage)
    assert "via Telegram" in stage.send("/what_do_you_know")
    assert stage.answer.titles == ["Stuur mijn gegevens", "Wis mijn gegevens", "Wie kan dit zien?"]


def test_colleagues_get_the_line_that_the_talk_is_about(stage: Stage) -> None:
    stage.say("nodig mijn collega's uit", "hr_invite")
    assert (stage.answer.responses, stage.answer.door) == (["utter_hr_invite"], {"share": {"line": None}})
    stage.send('/show_line{"line": "cyber-security"}')
    assert "Cyber Security" in stage.say("nodig mijn collega's uit", "hr_invite")
    assert stage.answer.door == {"share": {"line": "cyber-security"}}


def test_after_a_plan_they_get_the_line_that_all_start_on(stage: Stage) -> None:
    stage.say("ik ben van hr, we willen digitale veiligheid", "hr_where_to_start")
    for words in ("operators", "Zwolle"):
        stage.say(words, "inform")
    (plan,) = stage.answer.cards_of("company_plan")
    (line,) = {start.line for start in plan.starts}
    assert line in stage.say("nodig mijn collega's uit", "hr_invite")
    (found,) = [one.id for one in stage.academy.catalogue.lines.values() if one.name == line]
    assert stage.answer.door == {"share": {"line": found}}


FIRST = {
    "/greet": "utter_greet",
    "/help": "utter_help",
    "/find_line": "utter_ask_goal",
    "/show_path": "utter_no_goal_yet",
    "/my_enrolments": "utter_no_enrolments",
    "/set_reminders": "utter_reminders_hold",
    "/what_do_you_know": "utter_what_we_know",
    '/show_line{"line": "cyber-security"}': "utter_line",
    '/show_station{"module": "energiesafari"}': "utter_station",
    '/show_line{"line": "gone"}': "utter_unknown_thing",
    '/show_station{"module": "gone"}': "utter_unknown_thing",
}
"""What the menu of Telegram and links into it send, and what comes first when nothing was said before."""


@pytest.mark.parametrize("payload", FIRST)
def test_as_a_first_message_it_leads_on(stage: Stage, payload: str) -> None:
    on_telegram(stage)
    stage.send(payload)
    assert stage.answer.responses == [FIRST[payload]]
    assert stage.answer.titles


@pytest.mark.parametrize("payload", [one for one in FIRST if one != "/find_line"])
@pytest.mark.parametrize("open_question", ["enrol_what", "offering", "consent", "company_transition"])
def test_in_the_middle_of_a_question_it_is_answered_and_the_question_stays(
    stage: Stage, payload: str, open_question: str
) -> None:
    begin(stage, open_question)
    before = {name: stage.slots[name] for name in ("topic", "chosen", "role", "goals", "company")}
    stage.send(payload)
    assert stage.answer.responses[0] in (FIRST[payload], "utter_path")
    assert stage.answer.responses[1:] == [f"utter_ask_{open_question}_again"] or "gone" in payload
    assert (stage.open_question, {name: stage.slots[name] for name in before}) == (open_question, before)


def begin(stage: Stage, open_question: str) -> None:
    """A talk up to an open question."""
    if open_question == "company_transition":
        stage.say("ik ben van hr, waar begin ik", "hr_where_to_start")
    elif open_question == "consent":
        choose_cyber(stage)
    else:
        stage.say("schrijf me in" + " voor cyber security" * (open_question == "offering"), "enrol")
    assert stage.open_question == open_question


def test_a_station_that_is_looked_at_in_between_is_not_the_one_that_is_chosen(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    first = stage.answer.offerings[0]
    stage.send('/show_station{"module": "energiesafari"}')
    stage.say("de eerste", "inform")
    assert (stage.slots["chosen"], stage.open_question) == ([first], "consent")


def test_looking_for_a_line_forgets_nothing_that_was_told(stage: Stage) -> None:
    stage.say("ik ben lasser en wil iets met cobots", "find_line")
    told = {name: stage.slots[name] for name in ("role", "goals", "line")}
    stage.send("/find_line")
    assert stage.answer.responses == ["utter_advice_same"]
    assert {name: stage.slots[name] for name in told} == told


def test_looking_for_a_line_in_a_talk_about_a_company_is_for_oneself(stage: Stage) -> None:
    begin(stage, "company_transition")
    stage.send("/find_line")
    assert stage.answer.responses == ["utter_ask_goal"]
    assert stage.slots["topic"] == "advice"


def test_the_first_screen_says_who_speaks_and_has_four_ways_on(stage: Stage) -> None:
    on_telegram(stage)
    assert "navigator van de Smart Makers Academy" in stage.send("/greet")
    assert stage.answer.titles == ["Zoek een lijn voor mij", "Toon de metrokaart", "Ik ben van HR", "Wat kun je?"]
