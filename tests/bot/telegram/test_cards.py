"""How each card reads on a phone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.telegram.cards import say_card
from knowledge.cards import Card
from knowledge.vocabulary import EnrolmentState, Level
from tests.bot.telegram.shown import BEGIN, GAP, LATER, LINE, MAP, NOW, OFFERING, PATH, PLAN, PROGRAM

TEXTS = [
    (
        LINE,
        "<b>Cobots op de werkvloer</b> · voorbeeld\n"
        "Je laat een cobot een klus doen die nu veel tijd van je vraagt.\n"
        "2 stations · 5,5 uur\n"
        "1. Startbijeenkomst mens en cobot (bijeenkomst, 2,5 uur)\n"
        "2. Je eerste cobotprogramma (praktijksessie, 3 uur)\n"
        "Erkenning: Badge Werken met cobots",
    ),
    (
        BEGIN,
        "<b>Startbijeenkomst mens en cobot</b>\n"
        "bijeenkomst · 2,5 uur · leervraag · overslaan kost je de erkenning\n"
        "Je kiest een klus uit je eigen werk.",
    ),
    (
        OFFERING,
        "<b>Je eerste cobotprogramma</b>\n"
        "dinsdag 8 december, 13:00–17:00\n"
        "Robotlab De Gieterij, Zwolle · Academie Regio Zwolle\n"
        "€ 75 (betaalt: je werkgever) · nog 3 plekken\n"
        "Nog 2 nodig vóór dinsdag 1 december, dan gaat het door.",
    ),
    (
        PATH,
        "<b>Ontwikkelpad: Cobots op de werkvloer</b>\n"
        "19 uur · 9 weken · 2 stappen\n"
        "\n"
        "1. <b>Je eerste cobotprogramma</b> (praktijksessie, 3 uur)\n"
        "dinsdag 8 december, 13:00–17:00 · Robotlab De Gieterij, Zwolle\n"
        "<i>Dit wilde je liever niet: 's middags.</i>\n"
        "2. <b>Cursus cobotprogrammeur</b> (cursus, 16 uur)\n"
        "\n"
        "<b>Sla je over</b>\n"
        "- Open robotlab: dit kun je al, dus je mag het overslaan.\n"
        "\n"
        "<b>Nog geen aanbod voor</b>\n"
        "- Robotlassen (expert)\n"
        "\n"
        "Dit is aantoonbaar de kortste route.",
    ),
    (
        PLAN,
        "<b>Plan voor jullie bedrijf: Flexibel robotiseren</b>\n"
        "Zwolle\n"
        "\n"
        "<b>Wie begint waar</b>\n"
        "- Lasser: Cobots op de werkvloer · eerste station: Startbijeenkomst mens en cobot · "
        "woensdag 16 december, 19:00–21:00 · Zaal De Hanze, Zwolle\n"
        "Het gaat om: Robotlassen, Robotveiligheid\n"
        "- Inkoper: nog geen lijn gevonden\n"
        "\n"
        "<b>De stappen</b>\n"
        "1. Kies wie er eerst gaan.\n"
        "2. Laat mensen zich inschrijven.",
    ),
    (MAP, "<b>Maakindustrie Oost</b>\n- Cobots op de werkvloer\n- Printen in 3D"),
    (
        GAP,
        "<b>Wat je nog mist voor lasser van morgen</b>\n"
        "- Robotlassen: expert (nu beginner)\n"
        "- Meten: beginner (nu nog niet)",
    ),
]


@pytest.mark.parametrize(("card", "html"), TEXTS, ids=lambda value: getattr(value, "kind", ""))
def test_each_card_is_readable(card: Card, html: str) -> None:
    assert say_card(card, now=NOW) == html


SAID = [
    (
        LINE,
        "Ik raad je de lijn Cobots op de werkvloer aan: hij past bij je functie lasser.\n\nHet doel: Je laat een cobot "
        "een klus doen die nu veel tijd van je vraagt. De lijn heeft 2 stations, samen 5,5 uur.",
        "<b>Cobots op de werkvloer</b> · voorbeeld\n"
        "1. Startbijeenkomst mens en cobot (bijeenkomst, 2,5 uur)\n"
        "2. Je eerste cobotprogramma (praktijksessie, 3 uur)\n"
        "Erkenning: Badge Werken met cobots",
    ),
    (
        PROGRAM,
        "Je eerste cobotprogramma is een praktijksessie van 3 uur. Je leert een cobot een product te pakken.",
        "",
    ),
    (
        PROGRAM,
        "Je eerste cobotprogramma duurt 13 uur. Je leert een cobot een product te pakken.",
        "<b>Je eerste cobotprogramma</b>\npraktijksessie · 3 uur",
    ),
    (
        OFFERING,
        "Gelukt! Nog 2 nodig vóór dinsdag 1 december, dan gaat het door.",
        "<b>Je eerste cobotprogramma</b>\n"
        "dinsdag 8 december, 13:00–17:00\n"
        "Robotlab De Gieterij, Zwolle · Academie Regio Zwolle\n"
        "€ 75 (betaalt: je werkgever) · nog 3 plekken",
    ),
    (
        PATH.model_copy(update={"steps": PATH.steps[1:], "skipped": [], "missing": []}),
        "Dit is jouw pad: 1 stap, samen 19 uur, klaar in zo'n 9 weken. Korter kan niet: dit is nagerekend.",
        "<b>Ontwikkelpad: Cobots op de werkvloer</b>\n\n1. <b>Cursus cobotprogrammeur</b> (cursus, 16 uur)",
    ),
    (
        PLAN.model_copy(update={"steps": []}),
        "Zo kun je beginnen (richting: Flexibel robotiseren, in de buurt van Zwolle):\n"
        "- Lasser: lijn Cobots op de werkvloer, begint op Startbijeenkomst mens en cobot",
        "<b>Plan voor jullie bedrijf: Flexibel robotiseren</b>\n"
        "\n"
        "<b>Wie begint waar</b>\n"
        "- Lasser: woensdag 16 december, 19:00–21:00 · Zaal De Hanze, Zwolle\n"
        "Het gaat om: Robotlassen, Robotveiligheid\n"
        "- Inkoper: nog geen lijn gevonden",
    ),
    (MAP, "Dit is de metrokaart Maakindustrie Oost, met de lijnen Cobots op de werkvloer, Printen in 3D.", ""),
    (GAP.model_copy(update={"have": {}}), "Je leert nog: Robotlassen (expert), Meten (beginner).", ""),
    (GAP, "Je leert nog: Robotlassen (expert), Meten (beginner).", TEXTS[-1][1]),
    (
        GAP.model_copy(update={"have": {}}),
        "Je leert nog: Robotlassen (expert) en nog 1.",
        TEXTS[-1][1].replace("nu beginner", "nu nog niet"),
    ),
]


@pytest.mark.parametrize(("card", "said", "html"), SAID)
def test_what_the_text_above_says_is_not_said_again(card: Card, said: str, html: str) -> None:
    assert say_card(card, said=said, now=NOW) == html


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"state": EnrolmentState.ENROLLED}, "€ 75 (betaalt: je werkgever) · ingeschreven"),
        ({"cost": 0, "seats_left": 0}, "gratis · vol, er is een wachtlijst"),
        ({"cost": 12.5, "paid_by": "", "seats_left": None}, "€ 12,50"),
        (
            {"state": EnrolmentState.WAITING, "waiting_position": 2, "seats_left": 0},
            "€ 75 (betaalt: je werkgever) · op de wachtlijst · je bent nummer 2",
        ),
        (
            {"state": EnrolmentState.OFFERED, "held_until": datetime(2026, 11, 24, 11, tzinfo=UTC)},
            "€ 75 (betaalt: je werkgever) · plek vrij, wacht op jouw ja · tot di 24 nov 12:00",
        ),
    ],
)
def test_an_offering_says_how_it_stands(changes: dict[str, object], line: str) -> None:
    assert say_card(OFFERING.model_copy(update=changes), now=NOW).splitlines()[3] == line


def test_an_offering_in_a_list_of_dates_begins_with_its_date() -> None:
    assert say_card(LATER, now=NOW, by_date=True) == (
        "<b>maandag 11 januari, 18:30–21:30</b>\n"
        "Robotlab De Gieterij, Zwolle · Academie Regio Zwolle\n"
        "€ 75 (betaalt: je werkgever) · vol, er is een wachtlijst\n"
        "Gaat zeker door."
    )


def test_what_happens_today_says_so() -> None:
    assert "vóór vandaag 09:00," in say_card(OFFERING, now=datetime(2026, 12, 1, 7, tzinfo=UTC))


def test_signs_of_html_in_a_name_stay_signs() -> None:
    card = GAP.model_copy(update={"goal": "<b>R&D</b>\n", "have": {}, "need": {"<i>": Level.BEGINNER}})
    assert say_card(card) == (
        "<b>Wat je nog mist voor &lt;b&gt;R&amp;D&lt;/b&gt;</b>\n- &lt;i&gt;: beginner (nu nog niet)"
    )
