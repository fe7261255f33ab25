"""Somebody picks the date nearby, at a time that suits."""

from __future__ import annotations

import pytest

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from tests.evaluate.people.dates import best_dates


@pytest.mark.parametrize(
    ("said", "towns"),
    [
        ({"place": "zwolle"}, ["zwolle", "haarlem", "dordrecht", "eindhoven"]),
        ({"place": "eindhoven"}, ["eindhoven", "dordrecht", "haarlem", "zwolle"]),
        ({}, ["haarlem", "dordrecht", "zwolle", "eindhoven"]),
    ],
)
def test_the_nearest_comes_first(catalogue: Catalogue, said: dict[str, str], towns: list[str]) -> None:
    places = ("haarlem", "dordrecht", "zwolle", "eindhoven")
    first = {town: next(s.id for s in catalogue.sessions if s.town == town and not s.online) for town in places}
    order = best_dates(Profile.model_validate(said), catalogue, list(first.values()))
    assert [list(first)[one.number] for one in order] == towns


def test_what_is_not_in_the_catalogue_any_more_is_left_out(catalogue: Catalogue) -> None:
    assert best_dates(Profile(), catalogue, ["gone"]) == []
