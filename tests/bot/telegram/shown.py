"""Cards as an answer brings them, for the tests of how Telegram shows them."""

from __future__ import annotations

from datetime import UTC, datetime

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
from knowledge.vocabulary import Level, ModuleType, Phase, Skip

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

BEGIN = StationCard(
    module="start-mens-en-cobot",
    name="Startbijeenkomst mens en cobot",
    type=ModuleType.MEETING,
    hours=2.5,
    phase=Phase.LEARNING_QUESTION,
    skip=Skip.COSTS_RECOGNITION,
    summary="Je kiest een klus uit je eigen werk.",
)
PROGRAM = StationCard(
    module="eerste-cobot-programma",
    name="Je eerste cobotprogramma",
    type=ModuleType.PRACTICE,
    hours=3,
    summary="Je leert een cobot een product te pakken.",
)
LINE = LineCard(
    id="cobots",
    name="Cobots op de werkvloer",
    colour="#f28c00",
    goal="Je laat een cobot een klus doen die nu veel tijd van je vraagt.",
    hours=5.5,
    stations=[BEGIN, PROGRAM],
    reasons=["hij past bij je functie lasser"],
    against=["hij is alleen 's avonds"],
    recognition="Badge Werken met cobots",
    example=True,
)
OTHER_LINE = LineCard(
    id="printen", name="Printen in 3D", colour="#00aa00", goal="Je print R&D-modellen.", hours=12, stations=[PROGRAM]
)
OFFERING = OfferingCard(
    id="o1",
    module="eerste-cobot-programma",
    name="Je eerste cobotprogramma",
    academy="Academie Regio Zwolle",
    starts_at=datetime(2026, 12, 8, 12, tzinfo=UTC),
    ends_at=datetime(2026, 12, 8, 16, tzinfo=UTC),
    when="dinsdag 8 december, 13:00–17:00",
    place="Robotlab De Gieterij, Zwolle",
    online=False,
    cost=75,
    paid_by="je werkgever",
    seats_left=3,
    minimum=6,
    needed=2,
    decide_at=datetime(2026, 12, 1, 8, tzinfo=UTC),
)
LATER = OFFERING.model_copy(
    update={"id": "o2", "when": "maandag 11 januari, 18:30–21:30", "seats_left": 0, "needed": 0, "certain": True}
)
STEP = StepCard(
    name="Je eerste cobotprogramma",
    what="praktijksessie",
    hours=3,
    when="dinsdag 8 december, 13:00–17:00",
    place="Robotlab De Gieterij, Zwolle",
    offering="o1",
    module="eerste-cobot-programma",
    skills=["Cobots programmeren (beginner)"],
    why="Dit wilde je liever niet: 's middags.",
)
COURSE = StepCard(
    name="Cursus cobotprogrammeur",
    what="cursus",
    hours=16,
    when=None,
    place=None,
    offering=None,
    module=None,
    skills=[],
)
PATH = PathCard(
    goal="Cobots op de werkvloer",
    hours=19,
    weeks=9,
    steps=[STEP, COURSE],
    skipped=["Open robotlab: dit kun je al, dus je mag het overslaan."],
    missing=["Robotlassen (expert)"],
    proved_optimal=True,
    gap=0,
)
PLAN = CompanyPlanCard(
    transition="Flexibel robotiseren",
    region="Zwolle",
    starts=[
        RoleStartCard(
            role="Lasser",
            line="Cobots op de werkvloer",
            line_id="cobots",
            station="Startbijeenkomst mens en cobot",
            when="woensdag 16 december, 19:00–21:00",
            place="Zaal De Hanze, Zwolle",
            skills=["Robotlassen", "Robotveiligheid"],
        ),
        RoleStartCard(role="Inkoper", line=None, line_id=None, station=None, when=None, place=None, skills=[]),
    ],
    steps=["Kies wie er eerst gaan.", "Laat mensen zich inschrijven."],
)
MAP = MapCard(id="oost", name="Maakindustrie Oost", lines=[LINE, OTHER_LINE])
GAP = SkillGapCard(
    goal="lasser van morgen",
    have={"Robotlassen": Level.BEGINNER},
    need={"Robotlassen": Level.EXPERT, "Meten": Level.BEGINNER},
)
