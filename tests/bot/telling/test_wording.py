"""Every letter: its words, its limits and its buttons, over the catalogue that ships."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.composing import DraftButton
from bot.telling.letter import Letter
from bot.telling.wording import all_words, letter
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import NavigatorError
from knowledge.settings import Settings
from knowledge.tables import Offering
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.bot.telling.letters import MODULE, STARTS, a_story, an_offering, two_runs

ENROLLED, WAITING, OFFERED, PENDING = (
    EnrolmentState.ENROLLED,
    EnrolmentState.WAITING,
    EnrolmentState.OFFERED,
    EnrolmentState.PENDING,
)
LIVE = (ENROLLED, WAITING, OFFERED, PENDING)
CANCELLED, DENIED = EnrolmentState.CANCELLED, EnrolmentState.DENIED
ATTENDED, MISSED = EnrolmentState.ATTENDED, EnrolmentState.MISSED

STATES: dict[NoticeKind, tuple[EnrolmentState, ...]] = {
    NoticeKind.SEAT_TAKEN: (ENROLLED, PENDING),
    NoticeKind.SEAT_LEFT: (CANCELLED, DENIED),
    NoticeKind.OFFER: (OFFERED,),
    NoticeKind.FIRST_COME: (WAITING, OFFERED),
    NoticeKind.LAPSED: (CANCELLED, WAITING),
    NoticeKind.LIST_CLOSED: (CANCELLED,),
    NoticeKind.GO: LIVE,
    NoticeKind.NO_GO: LIVE,
    NoticeKind.POSTPONED: LIVE,
    NoticeKind.WITHDRAWN: LIVE,
    NoticeKind.CHANGED: LIVE,
    NoticeKind.REMINDER_WEEK: (ENROLLED, PENDING),
    NoticeKind.REMINDER_DAY: (ENROLLED, PENDING),
    NoticeKind.REMINDER_HOURS: (ENROLLED, PENDING),
    NoticeKind.AFTERWARDS: (ENROLLED, ATTENDED, MISSED),
    NoticeKind.NUDGE: (ENROLLED,),
}
"""The states that somebody can be in (or was, for what they lost) when they are told."""

LOSSES = (NoticeKind.NO_GO, NoticeKind.WITHDRAWN)
EACH = [(kind, state) for kind, states in STATES.items() for state in states]
FACTS = {
    "why": "de trainer is ziek",
    "decide_at": "2026-12-02T12:00:00+00:00",
    "changed": {"starts_at": ["2026-12-07T12:00:00+00:00", STARTS.isoformat()], "place": ["Zaal 3", "Zaal 4"]},
}


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None, public_url="https://navigator.example.org")


def told(
    catalogue: Catalogue,
    settings: Settings,
    now: datetime,
    kind: NoticeKind,
    state: EnrolmentState = ENROLLED,
    facts: dict[str, Any] | None = None,
    **more: Any,
) -> Letter:
    """The letter of a notice to Ann; of a loss she is told what she was."""
    facts = dict(facts or {})
    if kind in LOSSES:
        facts["was"], state = state.value, CANCELLED
    return letter(a_story(kind, state, facts=facts, **more), catalogue, settings, now)


def rows(catalogue: Catalogue) -> list[Offering]:
    """An offering of every module that ships: on every line's module, at its longest."""
    return [an_offering(id=f"{module}.20261208-1300-zwolle", module_id=module) for module in catalogue.modules]


def lines(catalogue: Catalogue) -> dict[str, str]:
    return {module: found[0] for module, found in catalogue.lines_of.items() if found}


def test_there_are_words_for_every_kind_in_every_state_and_no_others() -> None:
    assert set(STATES) == set(NoticeKind)
    assert set(all_words()) == {"buttons", "pieces", *NoticeKind}
    missing = [(kind, state) for kind, state in EACH if not {state, "always"} & set(all_words()[kind])]
    unreachable = [(kind, state) for kind in NoticeKind for state in set(all_words()[kind]) - {*STATES[kind], "always"}]
    assert (missing, unreachable) == ([], [])


@pytest.mark.parametrize(("kind", "state"), EACH)
def test_a_letter_stays_within_its_limits_for_every_module_that_ships(
    catalogue: Catalogue, settings: Settings, now: datetime, kind: NoticeKind, state: EnrolmentState
) -> None:
    for offering in rows(catalogue):
        line = lines(catalogue).get(offering.module_id)
        for facts, runs in ((FACTS, two_runs()), ({"changed": {"bring": ["Je laptop", ""]}}, ())):
            made = told(catalogue, settings, now, kind, state, facts, offering=offering, runs=runs, line=line)
            said = "\n".join([made.subject, *made.paragraphs, *(button.title for button in made.buttons)])
            assert len(made.subject) <= 60, made.subject
            assert 1 <= len(made.paragraphs) <= 3
            assert max(len(paragraph) for paragraph in made.paragraphs) <= 320, made.paragraphs
            assert len(made.buttons) <= 4
            assert max((len(button.title) for button in made.buttons), default=0) <= 30
            assert re.findall(r"\{\{|\{%|None|  | [.,:;]|:\.|\.\.|\bu\b|\bUw\b", said) == []


@pytest.mark.parametrize(("kind", "state"), EACH)
def test_every_payload_is_an_intent_and_json(
    catalogue: Catalogue, settings: Settings, now: datetime, kind: NoticeKind, state: EnrolmentState
) -> None:
    odd = an_offering(id='an "odd" \\ {id}')
    made = told(catalogue, settings, now, kind, state, FACTS, offering=odd, runs=(odd,))
    for button in made.buttons:
        found = re.fullmatch(r"/([a-z_]+)(\{.*\})", button.payload)
        assert found
        values = json.loads(found[2])
        assert set(values) <= {"offering", "module", "rating", "nudges"}
        assert values.get("offering", odd.id) == odd.id


def test_an_own_pace_station_has_no_date_in_its_words(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    own_pace = an_offering(starts_at=None, ends_at=None, decide_at=None, online=True, place="")
    for kind in (NoticeKind.SEAT_TAKEN, NoticeKind.AFTERWARDS, NoticeKind.NUDGE):
        made = told(catalogue, settings, now, kind, offering=own_pace)
        assert re.findall(r"\d", made.text) == []
        assert made.invitation is None
    taken = told(catalogue, settings, now, NoticeKind.SEAT_TAKEN, offering=own_pace)
    assert taken.paragraphs[0] == (
        "Je bent ingeschreven voor ‘Je eerste cobotprogramma’: wanneer je wilt, in je eigen tempo, online."
    )


def test_a_taken_seat_says_where_when_and_what_comes_before(
    catalogue: Catalogue, settings: Settings, now: datetime
) -> None:
    made = told(catalogue, settings, now, NoticeKind.SEAT_TAKEN, offering=an_offering(bring="Je laskleding"))
    assert made.subject == "Je bent ingeschreven: Je eerste cobotprogramma"
    assert made.paragraphs == [
        "Je bent ingeschreven voor ‘Je eerste cobotprogramma’: dinsdag 8 december, 13:00–17:00, "
        "Voorbeeldrobotlab De Gieterij, Zwolle.",
        "Neem mee: je laskleding. Handig als je dit al kunt: Veilig werken (beginner). "
        "Het station hiervoor op je lijn is ‘Veilig naast de cobot’.",
        "Uiterlijk dinsdag 1 december om 13:00 hoor je of het doorgaat. "
        "Kun je toch niet? Zeg het me in het gesprek, dan kan een ander op jouw plek.",
    ]
    assert (made.buttons, made.method) == ([], "REQUEST")
    assert (made.name, made.address, made.conversation) == ("Ann de Vries", "ann@bedrijf.example", "talk-ann")
    assert made.card
    assert made.card.state is ENROLLED


def test_what_is_not_known_is_not_said(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    empty = replace(catalogue, modules={}, academies={}, lines={})
    made = told(empty, settings, now, NoticeKind.SEAT_TAKEN, offering=an_offering(place="", decide_at=None))
    assert made.paragraphs == [
        f"Je bent ingeschreven voor ‘{MODULE}’: dinsdag 8 december, 13:00–17:00.",
        "Kun je toch niet? Zeg het me in het gesprek, dan kan een ander op jouw plek.",
    ]


def test_an_offer_says_until_when_and_what_it_costs_as_it_was_agreed(
    catalogue: Catalogue, settings: Settings, now: datetime
) -> None:
    made = told(catalogue, settings, now, NoticeKind.OFFER, OFFERED, cost=12.5, paid_by="jijzelf")
    assert "Kosten: € 12,50 (betaalt: jijzelf)." in made.paragraphs[0]
    assert made.paragraphs[1] == (
        "Ik houd de plek voor je vast tot donderdag 26 november om 10:00. Daarna is hij voor de volgende op de lijst."
    )
    assert made.buttons == [
        DraftButton("Ja, ik neem de plek", '/accept_seat{"offering": "eerste.20261208"}'),
        DraftButton("Nee, laat maar", '/decline_seat{"offering": "eerste.20261208"}'),
    ]


def test_a_no_go_gives_the_other_dates_and_only_who_lost_a_seat_goes_first(
    catalogue: Catalogue, settings: Settings, now: datetime
) -> None:
    lost = told(catalogue, settings, now, NoticeKind.NO_GO, ENROLLED, runs=two_runs())
    waited = told(catalogue, settings, now, NoticeKind.NO_GO, WAITING, runs=two_runs())
    assert lost.buttons == waited.buttons
    assert lost.buttons == [
        DraftButton("di 22 dec 13:00 Zwolle", '/enrol{"offering": "eerste.20261222"}'),
        DraftButton("di 5 jan 13:00 online", '/enrol{"offering": "eerste.20270105"}'),
    ]
    assert ["ga je voor" in made.text for made in (lost, waited)] == [True, False]
    assert (lost.method, waited.method) == ("CANCEL", None)
    none_left = told(catalogue, settings, now, NoticeKind.NO_GO, ENROLLED)
    assert none_left.paragraphs[1] == "Er is nu geen andere datum. Vraag het me later nog eens."


def test_a_change_says_what_it_was_and_what_it_is_to_each_in_their_own_words(
    catalogue: Catalogue, settings: Settings, now: datetime
) -> None:
    made = {state: told(catalogue, settings, now, NoticeKind.CHANGED, state, FACTS) for state in LIVE}
    assert {one.paragraphs[1] for one in made.values()} == {
        "Het was maandag 7 december, 13:00–17:00. Het is nu dinsdag 8 december, 13:00–17:00. "
        "De plek was Zaal 3. De plek is nu Voorbeeldrobotlab De Gieterij, Zwolle."
    }
    assert {state: one.paragraphs[2] for state, one in made.items()} == {
        ENROLLED: "Je houdt je plek. Past het nog?",
        PENDING: "Je aanvraag blijft staan. Past het nog?",
        WAITING: "Je staat op de wachtlijst, op plek 2. Daar verandert niets aan.",
        OFFERED: "Er is een plek voor je vrij. Ik houd de plek voor je vast tot donderdag 26 november om 10:00.",
    }
    assert [button.title for button in made[ENROLLED].buttons] == ["Dat past", "Dan kan ik niet", "Andere datum"]
    assert {state: one.method for state, one in made.items()} == {
        ENROLLED: "REQUEST",
        PENDING: None,
        WAITING: None,
        OFFERED: None,
    }


@pytest.mark.parametrize(
    ("before", "kind", "subject"),
    [
        (timedelta(days=7), NoticeKind.REMINDER_WEEK, "Over een week: Je eerste cobotprogramma"),
        (timedelta(days=5), NoticeKind.REMINDER_WEEK, "Over 5 dagen: Je eerste cobotprogramma"),
        (timedelta(days=1), NoticeKind.REMINDER_DAY, "Morgen: Je eerste cobotprogramma"),
        (timedelta(hours=14), NoticeKind.REMINDER_DAY, "Morgen: Je eerste cobotprogramma"),
        (timedelta(hours=2), NoticeKind.REMINDER_HOURS, "Vandaag om 13:00: Je eerste cobotprogramma"),
    ],
)
def test_a_reminder_says_how_soon_it_is(
    catalogue: Catalogue, settings: Settings, before: timedelta, kind: NoticeKind, subject: str
) -> None:
    made = told(catalogue, settings, STARTS - before, kind)
    assert made.subject == subject
    assert [button.title for button in made.buttons] == ["Ik kom", "Ik kan niet", "Verplaats"]


def test_who_said_that_they_come_is_not_asked_again(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    asked, said = (
        told(catalogue, settings, STARTS - timedelta(days=1), NoticeKind.REMINDER_DAY, coming_at=coming)
        for coming in (None, now)
    )
    assert asked.paragraphs[-1] == "Kom je?"
    assert all("niet zeker" not in one.text for one in (asked, said))
    assert said.paragraphs[-1].startswith("Je hebt gezegd dat je komt.")


def test_a_reminder_of_what_is_not_decided_says_so(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    late = an_offering(decide_at=STARTS - timedelta(days=1))
    made = told(catalogue, settings, STARTS - timedelta(days=7), NoticeKind.REMINDER_WEEK, offering=late)
    assert made.paragraphs[-1] == (
        "Het is nog niet zeker: uiterlijk maandag 7 december om 13:00 hoor je of het doorgaat. Kom je?"
    )


def test_afterwards_the_next_station_of_the_line_is_shown_if_there_is_one(
    catalogue: Catalogue, settings: Settings, now: datetime
) -> None:
    going_on = told(catalogue, settings, now, NoticeKind.AFTERWARDS)
    assert going_on.paragraphs[1] == "Het volgende station op je lijn is ‘De eerste robotlas’."
    assert going_on.buttons[-1] == DraftButton("Volgend station", '/enrol{"module": "robotlas-eerste-naad"}')
    alone = told(catalogue, settings, now, NoticeKind.AFTERWARDS, line=None)
    assert len(alone.paragraphs) == 1
    assert [button.title for button in alone.buttons] == ["Goed", "Kon beter", "Ik was er niet"]


def test_a_long_name_gives_way_in_the_subject_only(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    name = "Een heel lange naam van een nanomodule over het omstellen van een lasrobot in de praktijk"
    module = catalogue.modules[MODULE].model_copy(update={"name": name})
    long = replace(catalogue, modules={**catalogue.modules, MODULE: module})
    made = told(long, settings, now, NoticeKind.NO_GO, ENROLLED)
    assert made.subject == "Gaat niet door: Een heel lange naam van een nanomodule over…"
    assert name in made.text


def test_what_others_wrote_is_no_template(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    facts = {"why": "{{ offering }} {% for %} <b>\n\n ziek  "}
    made = told(catalogue, settings, now, NoticeKind.WITHDRAWN, ENROLLED, facts)
    assert "Reden: {{ offering }} {% for %} <b> ziek." in made.paragraphs[0]


def test_a_repetition_has_the_same_name(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    names = {told(catalogue, settings, now + timedelta(hours=n), NoticeKind.GO).message_id for n in range(2)}
    (name,) = names
    assert re.fullmatch(r"<notice-7\.[0-9a-f]{16}@academie\.example\.org>", name)


def test_a_state_without_words_is_named(catalogue: Catalogue, settings: Settings, now: datetime) -> None:
    with pytest.raises(NavigatorError, match=r"no words for offer to somebody who is attended.*words\.yml"):
        told(catalogue, settings, now, NoticeKind.OFFER, ATTENDED)
