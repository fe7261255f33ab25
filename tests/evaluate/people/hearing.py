"""Whether an answer fits what somebody meant: what isn't heard right is listed by what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pydantic import BaseModel

from tests.evaluate.people.judging import Exchange, Told
from tests.evaluate.people.reading import ADVICE_QUESTIONS, ADVICES, ASK, SEATED
from tests.evaluate.people.voice import TOPICS

ADVISING = frozenset(
    (*ADVICES, *(f"{ASK}{q}{again}" for q in ADVICE_QUESTIONS for again in ("", "_again")), "utter_about_skill")
)
"""A step towards an advice."""

CONTACT = frozenset(f"{ASK}{q}{again}" for q in ("consent", "email", "name", "confirm") for again in ("", "_again"))
DATES = frozenset((f"{ASK}offering", f"{ASK}offering_again"))
ABOUT_WHAT = "utter_about_what"

FITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("all", "does_not_mind", "what_now", "for_myself"), ADVISING),
    **dict.fromkeys(TOPICS, ADVISING | {"utter_line"}),
    "ask_to_learn": ADVISING | {"utter_help", "utter_catalogue"},
    "first_a_line": ADVISING,
    "another_line": ADVISING | {"utter_no_more_lines"},
    "hello": frozenset(("utter_greet", "utter_greet_short")),
    "cost": frozenset(("utter_cost", "utter_cost_line", "utter_cost_chosen", "utter_cost_seat", ABOUT_WHAT)),
    "duration": frozenset(("utter_duration", "utter_duration_line", ABOUT_WHAT)),
    "why": frozenset(("utter_why", "utter_no_advice_yet")),
    "certificate": frozenset(("utter_certificate", "utter_no_certificate", ABOUT_WHAT)),
    "nanomodule": frozenset(("utter_explain_nanomodule",)),
    "station": frozenset(("utter_explain_station", "utter_explain_metrolijn", "utter_explain_metrokaart", "utter_map")),
    "privacy": frozenset(("utter_privacy_question",)),
    "path": frozenset(("utter_path", "utter_path_empty", "utter_line")),
    **dict.fromkeys(("enrol", "enrol_line", "first_station", "after_all"), DATES | CONTACT | set(SEATED)),
    **dict.fromkeys(("pick", "pick_only", "own_pace", "yes", "confirm", "email", "name"), CONTACT | set(SEATED)),
    "nearer": DATES | CONTACT | {"utter_dates", "utter_location", "utter_not_quite"},
    "my_seats": frozenset(("utter_enrolments",)),
}
"""What fits, by what was meant; of what isn't here (wandering, hesitating, refusing) many answers fit."""


class Misheard(BaseModel):
    """One thing that was said, and an answer that doesn't fit it."""

    number: int
    meant: str
    person: str
    said: list[str]


def fits(exchange: Exchange) -> bool:
    """Whether an answer fits; the very question that was answered, asked again, doesn't."""
    wanted = FITS.get(exchange.meant)
    again = {f"{ASK}{exchange.meant}", f"{ASK}{exchange.meant}_again"}
    return wanted is None or bool((wanted - again) & set(exchange.said))


def misheard(told: Told) -> list[Misheard]:
    """What of one talk was not heard right, presses of buttons left out."""
    return [
        Misheard(number=told.number, meant=one.meant, person=one.person, said=one.said)
        for one in told.transcript
        if not one.person.startswith("`") and not fits(one)
    ]


def by_kind(found: Iterable[Misheard], told: Iterable[Told]) -> dict[str, tuple[int, int]]:
    """Of each kind of thing that can be meant: how often it was misheard, and how often it was typed."""
    typed = Counter(one.meant for each in told for one in each.transcript if not one.person.startswith("`"))
    wrong = Counter(one.meant for one in found)
    return {kind: (wrong[kind], typed[kind]) for kind, _ in wrong.most_common()}
