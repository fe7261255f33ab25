"""Which answers fit what somebody meant."""

from __future__ import annotations

import pytest

from tests.evaluate.people.hearing import FITS, fits
from tests.evaluate.people.judging import Exchange
from tests.evaluate.people.reading import sentences_of


def exchange(meant: str, *said: str) -> Exchange:
    """Something that was meant, and the responses it was answered with."""
    return Exchange(person="iets", meant=meant, navigator="", said=list(said), buttons=[], line=None)


def test_all_that_can_fit_is_in_the_domain() -> None:
    assert {name for names in FITS.values() for name in names} <= set(sentences_of())


@pytest.mark.parametrize(
    ("meant", "said", "right"),
    [
        ("goal", ("utter_noted", "utter_ask_role"), True),
        ("goal", ("utter_advice",), True),
        ("goal", ("utter_ask_goal_again",), False),
        ("goal", ("utter_own_case",), False),
        ("name", ("utter_out_of_scope", "utter_ask_name_again"), False),
        ("name", ("utter_enrolled",), True),
        ("pick", ("utter_goodbye",), False),
        ("pick", ("utter_ask_consent",), True),
        ("my_seats", ("utter_not_waiting",), False),
        ("wanders", ("utter_smalltalk",), True),
    ],
)
def test_an_answer_fits_what_was_meant(meant: str, said: tuple[str, ...], right: bool) -> None:
    assert fits(exchange(meant, *said)) is right
