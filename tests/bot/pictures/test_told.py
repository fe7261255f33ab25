"""The same in words."""

from __future__ import annotations

import pytest

from bot.pictures.told import line_told, map_told, path_told
from knowledge.cards import LineCard, PathCard, StationCard, StepCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.own import Own
from knowledge.errors import UnknownThing
from knowledge.vocabulary import ModuleType, Phase, Skip
from tests.bot.pictures.looks import EVIL

SEE = StationCard(
    module="kijk", name="De fabriek", type=ModuleType.WORKSHOP, hours=2, phase=Phase.INSPIRATION, skip=Skip.FREE
)
WELD = StationCard(
    module="las",
    name="De eerste las",
    type=ModuleType.PRACTICE,
    hours=2.5,
    phase=Phase.CONTENT,
    skip=Skip.COSTS_RECOGNITION,
)
LINE = LineCard(
    id="l", name="Laslijn", colour="#aa0000", goal="Je last.", hours=4.5, stations=[SEE, WELD], recognition="Lasbadge"
)


def test_a_line_in_words() -> None:
    assert line_told(LINE, Own(next="kijk", path=("las",))).splitlines() == [
        "Metrolijn Laslijn: 2 stations, 4,5 uur.",
        "Je last.",
        "Inspiratie:",
        "1. De fabriek, workshop, 2 uur – je volgende station",
        "Inhoud:",
        "2. De eerste las, praktijksessie, 2,5 uur, telt voor de erkenning, op je ontwikkelpad",
        "Erkenning: Lasbadge.",
    ]
    bare = LINE.model_copy(update={"example": True, "recognition": None, "stations": [], "goal": " "})
    assert line_told(bare, Own()) == "Metrolijn Laslijn (voorbeeld): 0 stations, 4,5 uur."


def test_a_path_in_words() -> None:
    one = StepCard(
        name="De eerste las", what="workshop", hours=2, when="dinsdag 8 december, 10:00–12:00", place="Zwolle",
        offering="o", module="las", skills=["Lassen (beginner)"], why="Dit wilde je liever niet: overdag.",
    )  # fmt: skip
    two = StepCard(name="Cursus", what="cursus", hours=0, when=None, place=None, offering=None, module=None, skills=[])
    card = PathCard(
        goal="Lasser", hours=2, weeks=1, steps=[one, two], skipped=["De fabriek: dit kun je al."],
        missing=["Slijpen (expert)"], proved_optimal=True, gap=0,
    )  # fmt: skip
    assert path_told(card).splitlines() == [
        "Jouw ontwikkelpad naar Lasser: 2 stappen, 2 uur, 1 week.",
        "Korter kan niet: dit is nagerekend.",
        "1. De eerste las, workshop, 2 uur: dinsdag 8 december, 10:00–12:00, Zwolle. "
        "Je leert: Lassen (beginner). Dit wilde je liever niet: overdag.",
        "2. Cursus, cursus.",
        "Overgeslagen – De fabriek: dit kun je al.",
        "Nog geen aanbod voor: Slijpen (expert).",
    ]
    assert "Korter" not in path_told(card.model_copy(update={"proved_optimal": False}))


def test_a_map_in_words(catalogue: Catalogue) -> None:
    own = Own(done=frozenset({"slimme-fabriek-beleven"}), path=("dashboard-maken",))
    said = map_told(catalogue, "maakindustrie-west", own).splitlines()
    assert said[0] == (
        "Metrokaart Maakindustrie West (Kennemerland en Drechtsteden, voorbeeld): 6 lijnen, 48 stations."
    )
    assert said[1] == "Lijn Smart Maintenance: 10 stations."
    assert [line.split(":")[0] for line in said[7:9]] == [
        "Overstappen bij De slimme fabriek beleven",
        "Overstappen bij Een businesscase op een servet",
    ]
    assert said[-2:] == [
        "Gevolgd: De slimme fabriek beleven.",
        f"Jouw ontwikkelpad: {catalogue.modules['dashboard-maken'].name}.",
    ]
    with pytest.raises(UnknownThing):
        map_told(catalogue, "nergens", Own())


def test_a_name_cannot_begin_a_line_of_its_own() -> None:
    said = line_told(LINE.model_copy(update={"name": f"x\n99. {EVIL}", "stations": []}), Own())
    assert len(said.splitlines()) == 3
    assert said.encode()
