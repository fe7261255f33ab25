"""The main job over ``POST /api/chat``, through the really trained model and the really running parts."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.chain.person import Person

pytestmark = pytest.mark.chain


def test_a_fitter_is_advised_asks_why_looks_on_enrols_and_leaves_again(person: Person) -> None:
    assert "navigator" in person.say("hoi")
    assert "Smart Maintenance" in person.say("ik ben storingsmonteur en wil iets met slim onderhoud")
    first = person.cards("line")[0]["id"]
    assert first == "smart-maintenance"
    assert re.search(r"^- ", person.say("waarom die lijn?"), re.MULTILINE)

    person.say("heb je ook iets anders")
    assert person.cards("line")[0]["id"] != first
    person.say("toch maar de lijn smart maintenance")
    assert person.cards("line")[0]["id"] == first

    person.say("laat mijn pad eens zien")
    path = person.cards("path")[0]
    assert path["proved_optimal"]
    assert path["steps"]

    person.say("schrijf me in")
    offered = person.cards("offering")
    assert 1 <= len(offered) <= 4
    person.press(person.buttons[1])
    assert "e-mailadres" in person.text  # consent comes before anything is stored
    assert "e-mail" in person.press("Ja")
    assert "heet" in person.say("kees.de.vries@bedrijf.nl")
    assert "Kees de Vries" in person.say("Kees de Vries")
    seat = person.cards("offering")[0]
    assert (seat["id"], seat["state"]) == (offered[1]["id"], "enrolled")
    assert seat["when"] in person.text
    assert "€" in person.text or "gratis" in person.text

    person.say("waar sta ik voor ingeschreven?")
    assert [card["id"] for card in person.cards("offering")] == [seat["id"]]
    assert "afmelden" in person.say("meld me maar weer af").lower()
    assert "afgemeld" in person.press("Ja")
    assert "nog geen inschrijvingen" in person.say("mijn inschrijvingen")


def test_who_says_all_at_once_is_asked_nothing(person: Person) -> None:
    person.say("ik ben lasser, wil iets met cobots, twee uur per week, liefst 's avonds bij Zwolle")
    card = person.cards("line")[0]
    assert card["id"] == "cobots-op-de-werkvloer"
    reasons = " ".join(card["reasons"])
    assert all(word in reasons for word in ("lasser", "Zwolle", "'s avonds", "2 uur"))
    person.say("schrijf me in")
    assert all("Zwolle" in card["place"] for card in person.cards("offering")[:1])


def test_who_does_not_mind_anything_gets_an_advice_and_is_asked_nothing_twice(person: Person) -> None:
    asked = [person.say("kun je me helpen iets te leren")]
    while not person.cards("line"):
        assert len(asked) < 8, asked
        asked.append(person.say("maakt niet uit"))
    assert len(set(asked)) == len(asked)
    assert person.cards("line")[0]["reasons"]


def test_hr_of_a_metal_company_gets_a_plan(person: Person) -> None:
    person.say("Ik ben HR-manager van een metaalbedrijf met 40 mensen. Waar begin ik?")
    assert "bedrijf naartoe" in person.text
    person.say("meer robots en automatisering")
    person.say("vooral lassers en operators, en een teamleider")
    person.say("in de buurt van Zwolle")
    plan = person.cards("company_plan")[0]
    assert {start["role"] for start in plan["starts"]} == {"Lasser", "Operator", "Teamleider"}
    assert all(start["line"] and start["station"] and start["when"] and start["skills"] for start in plan["starts"])
    assert len(plan["steps"]) == 6
    assert "40" in " ".join(plan["steps"])


def test_a_side_question_is_answered_and_the_open_question_returns_in_other_words(person: Person) -> None:
    first = person.say("ik zoek een cursus")
    again = person.say("wat is eigenlijk een nanomodule?")
    assert "2 tot 6 uur" in again
    question, asked_again = first.splitlines()[-1], again.splitlines()[-1]
    assert asked_again.endswith((".", "?"))
    assert question != asked_again
    third = person.say("en wat is een fieldlab?")
    assert question not in third
    assert asked_again not in third


def test_an_answer_can_be_corrected_at_any_time(person: Person) -> None:
    person.say("ik ben lasser")
    person.say("nee ik bedoelde onderhoudsmonteur")
    told = person.say("wat weet je van mij")
    assert "onderhoudsmonteur" in told
    assert "lasser" not in told


def test_no_consent_means_nothing_is_kept(person: Person) -> None:
    person.say("schrijf me in voor de lijn cyber security")
    person.press(person.buttons[0])
    person.press("Nee")
    person.say("mijn mail is piet@voorbeeld.nl")
    told = person.say("wat weet je van mij")
    assert "piet@voorbeeld.nl" not in told
    assert "niets waaraan je te herkennen bent" in told


def test_erasing_takes_everything_and_a_new_talk_begins(person: Person, door: httpx.Client) -> None:
    person.say("schrijf me in voor cyber security")
    person.press(person.buttons[0])
    person.press("Ja")
    person.say("anna@voorbeeld.nl")
    person.say("Anna Bakker")
    old = person.conversation
    person.say("wis al mijn gegevens")
    assert "gewist" in person.press("Ja")
    assert person.conversation != old
    assert door.post("/api/chat", json={"conversation": old, "text": "hoi"}).status_code == 404


@pytest.mark.parametrize(
    "odd",
    [
        "/restart",
        '/enrol{"offering":"1"}',
        "'; DROP TABLE enrolment; --",
        "<script>alert(1)</script>",
        "🙂🙂🙂",
        "привет",
    ],
)
def test_odd_input_gets_a_sentence_and_the_talk_goes_on(person: Person, odd: str) -> None:
    assert person.say(odd)
    assert person.say("ik ben lasser en wil iets met cobots")
    assert person.cards("line")


def test_understand_gives_intent_and_what_was_linked(door: httpx.Client) -> None:
    answer = door.post("/api/understand", json={"texts": ["ik ben lasser en wil 's avonds iets met cobots"]}).json()[0]
    assert answer["intent"] == "find_line"
    assert {"role", "daypart"} <= {entity["kind"] for entity in answer["entities"]}


def test_all_parts_answer(door: httpx.Client) -> None:
    health = door.get("/healthz").json()
    assert health["status"] == "ok"
    assert set(health["parts"]) >= {"rasa", "actions", "database"}
