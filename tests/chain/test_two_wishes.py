"""Several wishes in one message, and one's mind changed, through the really trained model."""

from __future__ import annotations

import httpx
import pytest

from tests.chain.person import Person

pytestmark = pytest.mark.chain


def test_an_order_and_a_question_both_get_an_answer(person: Person) -> None:
    text = person.say("schrijf me in voor cyber security en wat kost het")
    assert "€" in text or "gratis" in text
    assert len(person.cards("offering")) > 1
    assert text.rstrip().endswith("?")


def test_what_is_told_beside_a_question_is_heard(person: Person) -> None:
    assert "2 tot 6 uur" in person.say("ik ben lasser en wat is een nanomodule eigenlijk")
    assert "lasser" in person.say("wat weet je van mij")


def test_who_leaves_and_wants_to_be_forgotten_is_asked_both(person: Person) -> None:
    person.say("schrijf me in voor cyber security")
    person.press(person.buttons[0])
    person.press("Ja")
    person.say("anna@voorbeeld.nl")
    person.say("Anna Bakker")
    assert "afmelden" in person.say("haal me van de lijst en wis mijn gegevens")
    text = person.press("Ja")
    assert "afgemeld" in text
    assert "wissen" in text
    assert "gewist" in person.press("Ja, wis")


def test_a_seat_moves_to_another_date_and_thanks_press_nobody(person: Person) -> None:
    person.say("schrijf me in voor cyber security")
    person.press(person.buttons[0])
    question = person.text
    assert question not in person.say("ok bedankt")
    person.press("Ja")
    person.say("anna@voorbeeld.nl")
    person.say("Anna Bakker")
    (old,) = person.cards("offering")
    person.say("kan ik naar een andere datum")
    person.press(person.buttons[0])
    person.press("Ja, verzet")
    (new,) = person.cards("offering")
    assert (new["state"], new["id"] != old["id"]) == ("enrolled", True)
    person.say("mijn inschrijvingen")
    assert [card["id"] for card in person.cards("offering")] == [new["id"]]


def test_beginning_anew_is_asked_first(person: Person) -> None:
    person.say("ik ben lasser")
    assert "opnieuw" in person.say("opnieuw beginnen")
    person.press("Nee")
    assert "lasser" in person.say("wat weet je van mij")
    person.say("opnieuw beginnen")
    person.press("Ja")
    assert "lasser" not in person.say("wat weet je van mij")


@pytest.mark.parametrize(
    ("text", "intent", "others"),
    [
        ("ik ben lasser en wil iets met cobots, twee uur per week en 's avonds", "find_line", []),
        ("wat kost het en wie betaalt dat", "ask_cost", []),
        ("schrijf me in en wat kost het", "enrol", ["ask_cost"]),
        ("wat kost het en hoe lang duurt het", None, ["ask_cost", "ask_duration"]),
    ],
)
def test_understanding_stays_what_it_is(door: httpx.Client, text: str, intent: str | None, others: list[str]) -> None:
    answer = door.post("/api/understand", json={"texts": [text]}).json()[0]
    assert answer["intent"] in ([intent] if intent else []) + others
