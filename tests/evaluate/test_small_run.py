"""The small run of the report card: what was reached once must stay reached (``floors.yml``)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.evaluate.floors import below, read_floors
from tests.evaluate.headline import SLIP, headline_of
from tests.evaluate.held_out import TYPED, understand, utterances
from tests.evaluate.intents import score
from tests.evaluate.measuring import extraction, held_out, times
from tests.evaluate.people.evaluating import a_few_people
from tests.evaluate.people.talking import House, running_house

pytestmark = pytest.mark.chain


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with running_house(tmp_path_factory.mktemp("house")) as running:
        yield running


def test_people_are_understood_as_well_as_before(house: House) -> None:
    slipped = [(TYPED[SLIP](text), intent) for text, intent in utterances()]
    as_typed, _ = held_out(house.door)
    figures = headline_of(
        held_out=as_typed,
        robustness={SLIP: score(understand(house.door, slipped))},
        values=extraction("held-out"),
        times=times(),
    )
    assert below(figures, read_floors()) == []


def test_a_few_people_get_their_line_and_a_seat(house: House) -> None:
    report = a_few_people(house)
    assert (report.all.right >= 0.75, report.all.seat >= 0.75, report.all.no_way_on) == (True, True, 0), report.failing


def test_a_bot_that_takes_everything_for_a_greeting_falls_below_the_floors(house: House) -> None:
    rows = [one.as_if("greet") for one in understand(house.door, utterances()[:50])]
    found = headline_of(held_out=score(rows), robustness={}, values=extraction("held-out"), times=times())
    said = below(found, read_floors())
    assert any("intent_first" in sentence for sentence in said), said
