"""The life of a seat on the running navigator: full, in line, offered, taken, reminded of, given up, on to the next."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from knowledge.clock import to_local, utc_now
from tests.chain.coordinator import Coordinator, day_of, mails
from tests.chain.front_door import front_door
from tests.chain.person import Person
from tests.chain.running import Running

pytestmark = pytest.mark.chain

PATIENCE = 180
"""Seconds for something that the clock does; a reminder is due within two minutes."""


class Learner(Person):
    """Somebody with an address, who looks now and then whether there is a message."""

    seen = 0

    def enrol(self, day: str, name: str) -> str:
        """All the way to a seat, or a place in line, on this day of the station."""
        self.say("schrijf me in voor de slimme fabriek beleven in zwolle")
        self.say(f"die van {day}")
        self.press("Ja")
        self.say(f"{name.lower()}@bedrijf.example")
        return self.say(f"{name} Bakker")

    def told(self, words: str) -> str:
        """Waits until a message with these words has come; it is then the last answer."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = self.door.get(f"/api/chat/{self.conversation}/messages", params={"after": self.seen}).json()
            self.seen = answer["last"]
            found = [message for message in answer["messages"] if words.lower() in message["text"].lower()]
            if found:
                self.messages = found
                return self.text
            time.sleep(0.5)
        raise AssertionError(f"nobody was told {words!r}")


@pytest.fixture(autouse=True, scope="module")
def clock(running: Running) -> Iterator[None]:
    """The clock goes: the door of the session has one that hardly ticks."""
    with front_door(running, NAVIGATOR_TICK="1"):
        yield


@pytest.fixture
def coordinator(running: Running) -> Coordinator:
    return Coordinator(running)


@pytest.fixture
def people(running: Running) -> list[Learner]:
    return [Learner(running.door) for _ in range(3)]


def far_away(coordinator: Coordinator) -> tuple[str, str]:
    """A date of the station with nobody on it, made for one person: its id, and its day in words."""
    one = coordinator.untouched("slimme-fabriek-beleven", "zwolle")[0]
    coordinator.seats(one["id"], 1)
    return one["id"], day_of(one)


def in_two_hours() -> tuple[str, str]:
    """A start of which the last reminder is due within two minutes, and an end."""
    start = to_local(utc_now() + timedelta(hours=2, minutes=1)).replace(second=0, microsecond=0) + timedelta(minutes=1)
    return f"{start:%Y-%m-%d %H:%M}", f"{start + timedelta(hours=3):%Y-%m-%d %H:%M}"


def test_a_seat_goes_from_hand_to_hand(running: Running, coordinator: Coordinator, people: list[Learner]) -> None:
    ann, bob, cas = people
    id, day = far_away(coordinator)
    assert "ingeschreven" in ann.enrol(day, "Ann")
    wait_for_invitation(running, "ann", "REQUEST")  # who leaves before it went, is never sent one
    assert "wachtlijst" in bob.enrol(day, "Bob")
    assert "wachtlijst" in cas.enrol(day, "Cas")
    assert "plek 2" in cas.say("hoeveelste sta ik op de wachtlijst?")
    for one in people:
        one.say("je mag me dag en nacht berichten sturen")

    ann.say("meld me af")
    assert "afgemeld" in ann.press("Ja").lower()
    assert "plek vrij" in bob.told("plek vrij").lower()
    assert "plek" in bob.press("Ja, ik neem de plek").lower()
    assert bob.cards("offering")[0]["state"] == "enrolled"

    starts, ends = in_two_hours()
    coordinator("offering", "move", id, "--starts", starts, "--ends", ends, "--why", "de zaal is bezet")
    assert starts[-5:] in bob.told("veranderd")
    assert starts[-5:] in bob.told("begint")

    assert "afgemeld" in bob.say("ik kan niet, mn kind is ziek").lower()
    assert "plek vrij" in cas.told("plek vrij").lower()
    cas.say("ja graag!")
    assert cas.cards("offering")[0]["state"] == "enrolled"
    assert id in [card["id"] for card in shown(cas)]

    assert coordinator.people_on(id) == {"Cas": "enrolled"}
    assert coordinator("audit") == []
    wait_for_invitation(running, "ann", "CANCEL")
    wait_for_invitation(running, "cas", "REQUEST")


def wait_for_invitation(running: Running, name: str, method: str) -> None:
    """Until somebody has this mail for their calendar."""
    deadline = time.monotonic() + PATIENCE
    while (name, method) not in invitations(running):
        assert time.monotonic() < deadline, f"{name} got no {method}: {invitations(running)}"
        time.sleep(0.5)


def shown(person: Learner) -> list[dict[str, Any]]:
    person.say("waar sta ik voor ingeschreven?")
    return person.cards("offering")


def invitations(running: Running) -> list[tuple[str, str]]:
    """Who got what for their calendar: the name before the @, and the method."""
    return [
        (mail["To"].addresses[0].username, str(part.get_param("method")))
        for mail in mails(running)
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]
