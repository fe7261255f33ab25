"""How each card reads in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import BaseModel

from bot.cli.cards import card_text
from knowledge.cards import (
    CompanyPlanCard,
    LineCard,
    MapCard,
    OfferingCard,
    PathCard,
    RoleStartCard,
    SkillGapCard,
    StationCard,
    StepCard,
)
from knowledge.vocabulary import EnrolmentState, Level, ModuleType, Phase, Skip

STATION = StationCard(
    module="las", name="De eerste las", type=ModuleType.PRACTICE, hours=4, phase=Phase.CONTENT, skip=Skip.FREE
)
LINE = LineCard(
    id="lijn",
    name="Laslijn",
    colour="#aa0000",
    goal="Je kunt lassen.",
    hours=4,
    stations=[STATION],
    reasons=["je wilt lassen"],
    against=["hij is overdag"],
    recognition="Lasbadge",
    example=True,
)
OFFERING = OfferingCard(
    id="o1",
    module="las",
    name="De eerste las",
    academy="Academie Oost",
    starts_at=None,
    ends_at=None,
    when="dinsdag 8 december, 13:00–17:00",
    place="Zwolle",
    online=False,
    cost=12.5,
    paid_by="je bedrijf",
    seats_left=0,
    state=EnrolmentState.WAITING,
    waiting_position=2,
    needed=3,
    decide_at=datetime(2099, 12, 1, 9, tzinfo=UTC),
)
STEP = StepCard(
    name="De eerste las",
    what="praktijksessie",
    hours=4,
    when="dinsdag 8 december, 13:00–17:00",
    place="Zwolle",
    offering="o1",
    module="las",
    skills=["Lassen (beginner)"],
    why="Dit wilde je liever niet: 's middags.",
)
START = RoleStartCard(
    role="Lasser",
    line="Laslijn",
    line_id="lijn",
    station="De eerste las",
    when="8 december",
    place="Zwolle",
    skills=["Lassen"],
)

TEXTS = [
    (
        LINE,
        "== Laslijn (4 uur) · voorbeeld ==\n"
        "Je kunt lassen.\n"
        "  1. De eerste las (praktijksessie, 4 uur, inhoud, mag je overslaan)\n"
        "  + je wilt lassen\n"
        "  - hij is overdag\n"
        "  Erkenning: Lasbadge",
    ),
    (STATION, "De eerste las (praktijksessie, 4 uur, inhoud, mag je overslaan)"),
    (
        OFFERING,
        "== De eerste las ==\n"
        "  dinsdag 8 december, 13:00–17:00 · Zwolle · Academie Oost\n"
        "  € 12,50 (betaalt: je bedrijf) · op de wachtlijst · je bent nummer 2\n"
        "  Nog 3 nodig vóór dinsdag 1 december, dan gaat het door.",
    ),
    (
        PathCard(
            goal="Lasser",
            hours=4,
            weeks=2,
            steps=[STEP],
            skipped=["Veilig werken: dit kun je al."],
            missing=["Robotlassen (expert)"],
            proved_optimal=False,
            gap=0.125,
        ),
        "== Ontwikkelpad: Lasser (4 uur, 2 weken, 1 stap) ==\n"
        "  1. De eerste las (praktijksessie, 4 uur): dinsdag 8 december, 13:00–17:00 · Zwolle\n"
        "     voor Lassen (beginner)\n"
        "     Dit wilde je liever niet: 's middags.\n"
        "  Overgeslagen: Veilig werken: dit kun je al.\n"
        "  Nog geen aanbod voor: Robotlassen (expert)\n"
        "  Dit is een goede route; hooguit 12 % langer dan de kortste.",
    ),
    (
        CompanyPlanCard(transition="Smart Production", region="Oost", starts=[START], steps=["Kies.", "Begin."]),
        "== Plan voor je bedrijf: Smart Production, Oost ==\n"
        "  Lasser: Laslijn — De eerste las · 8 december · Zwolle\n"
        "     skills: Lassen\n"
        "  1. Kies.\n"
        "  2. Begin.",
    ),
    (MapCard(id="oost", name="Oostkaart", lines=[LINE]), "== Oostkaart ==\n  Laslijn: De eerste las"),
    (
        SkillGapCard(
            goal="Lasser",
            have={"Lassen": Level.BEGINNER},
            need={"Lassen": Level.EXPERT, "Meten": Level.BEGINNER},
        ),
        "== Skills voor Lasser ==\n  Lassen: expert (nu beginner)\n  Meten: beginner (nu nog niet)",
    ),
]


@pytest.mark.parametrize(("card", "text"), TEXTS, ids=lambda value: getattr(value, "kind", ""))
def test_each_card_is_readable(card: BaseModel, text: str) -> None:
    assert card_text(card.model_dump(mode="json")) == text


def test_a_card_of_a_kind_not_known_here_shows_its_fields() -> None:
    assert card_text({"kind": "passport", "badges": 3}) == "kind: passport\nbadges: 3"


def test_a_held_seat_says_until_when_and_what_is_certain_says_so() -> None:
    update = {"state": EnrolmentState.OFFERED, "waiting_position": None, "held_until": OFFERING.decide_at}
    text = card_text(OFFERING.model_copy(update={**update, "certain": True, "needed": 0}).model_dump(mode="json"))
    assert text.splitlines()[-2:] == [
        "  € 12,50 (betaalt: je bedrijf) · plek vrij, wacht op jouw ja · tot di 1 dec 10:00",
        "  Gaat zeker door.",
    ]
