"""The card of a path, as people read it."""

from __future__ import annotations

from knowledge.advice.profile import Profile
from knowledge.cards import PathCard, StepCard
from knowledge.path.card import path_card
from knowledge.path.find import find_path
from knowledge.vocabulary import Daypart, ModuleType, Skip
from tests.knowledge.path.small import NOW, B, P, X, catalogue, course, line, module, session

KNOWN = catalogue(
    [
        module("meten-in-de-praktijk", {"meten": B}, {"digitale-basis": B}),
        module("zelf-lassen", {"lassen": B}, hours=2, type=ModuleType.E_LEARNING),
        module("oud", {"cobots": B}),
        module("ouder", {"cobots": B}),
    ],
    [session("s1", "meten-in-de-praktijk", 1, town="haarlem"), session("s2", "zelf-lassen")],
    [course("cursus-meten", {"meten": P}, 16, {"meten": B})],
    [line("l", {"oud": Skip.FREE, "ouder": Skip.COSTS_RECOGNITION}, ["cursus-meten"])],
)
PROFILE = Profile(known={"cobots": P}, dayparts=(Daypart.EVENING,), days=(3,))


def test_a_card_tells_the_whole_path_in_plain_dutch() -> None:
    path = find_path(KNOWN, PROFILE, {"meten": P, "lassen": B, "cobots": X}, NOW, line="l")
    steps = [
        StepCard(
            name="Zelf-Lassen",
            what="e-learning",
            hours=2,
            when="in je eigen tempo",
            place="online",
            offering="s2",
            module="zelf-lassen",
            skills=["lassen (beginner)"],
        ),
        StepCard(
            name="Meten-In-De-Praktijk",
            what="workshop",
            hours=4,
            when="dinsdag 24 november, 09:00–13:00",
            place="Leerplein, Haarlem",
            offering="s1",
            module="meten-in-de-praktijk",
            skills=["meten (beginner)"],
            why="Dit wilde je liever niet: 's ochtends en op dinsdag. "
            "Dit heb je er wel voor nodig: digitale basis (beginner).",
        ),
        StepCard(
            name="Cursus-Meten",
            what="cursus",
            hours=16,
            when=None,
            place=None,
            offering=None,
            module=None,
            skills=["meten (professional)"],
        ),
    ]
    assert path_card(path, KNOWN, "Beter meten") == PathCard(
        goal="Beter meten",
        hours=22,
        weeks=1,
        steps=steps,
        skipped=[
            "Oud: dit kun je al, dus je mag het overslaan.",
            "Ouder: dit kun je al. Maar zonder dit station krijg je de erkenning niet.",
        ],
        missing=["cobots (expert)"],
        proved_optimal=True,
        gap=0.0,
    )
