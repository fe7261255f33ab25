"""Whatever is said, in whatever order: an answer that is whole, with few buttons, and never an apology."""

from __future__ import annotations

from random import Random

import pytest

from knowledge.audit import audit
from tests.actions.domain import domain
from tests.actions.stage import Stage

TURNS = 20
OFTEN = ("inform", "affirm", "deny", "no_preference", "change_answer", "find_line", "enrol", "nlu_fallback")
INTENTS = (*domain()["intents"], *(3 * OFTEN))
TEXTS = (
    "ja",
    "nee, liever niet",
    "maakt niet uit",
    "ik ben lasser",
    "ik ben geen lasser maar operator",
    "iets met cobots",
    "geen cyber security",
    "en ook energie besparen",
    "ik kan al lassen met een robot",
    "een cursus boekhouden",
    "de tweede",
    "die van dinsdag",
    "op 8 december",
    "in Zwolle",
    "'s avonds",
    "liever online",
    "twee uur per week",
    "3",
    "warmtebeelden maken",
    "smart maintenance",
    "de hele lijn",
    "een andere datum",
    "wij hebben 40 mensen, operators en een teamleider",
    "minder storingen",
    "voor mezelf",
    "wat is een station",
    "xqz",
)
DATA = ({"email": "jan@bedrijf.nl"}, {"name": "Jan Jansen"}, {"email": "jan@bedrijf"}, {"phone": "0612345678"})


def one_turn(stage: Stage, draw: Random) -> str:
    """Presses a button, gives a name or an address, or says something; tells what it did."""
    chance = draw.random()
    if chance < 0.4 and stage.answer.titles:
        title = draw.choice(stage.answer.buttons)
        stage.send(title["payload"])
        return title["payload"]
    if chance < 0.5:
        given = draw.choice(DATA)
        stage.gives(**given)
        return str(given)
    text, intent = draw.choice(TEXTS), draw.choice(INTENTS)
    stage.say(text, intent, **{intent: draw.choice((0.35, 0.95)), "ask_cost": 0.2, "find_line": 0.1})
    return f"{text} ({intent})"


@pytest.mark.parametrize("seed", range(12))
def test_every_turn_gets_an_answer(stage: Stage, seed: int) -> None:
    draw, done = Random(seed), []
    for _ in range(TURNS):
        done.append(one_turn(stage, draw))
        assert "utter_apology" not in stage.answer.responses, done
        assert stage.answer.responses.count("utter_noted") <= 1, done
        questions = stage.answer.questions
        assert len(questions) <= 1, (done, questions)
    assert audit(stage.academy.engine, stage.academy.now()) == []
