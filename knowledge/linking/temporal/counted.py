"""So many days, weeks or months in a row: "de komende drie weken", "binnen een maand", "de afgelopen twee dagen"."""

from __future__ import annotations

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import (
    moved,
)
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import ONE_DAY, Duration, Period
from knowledge.linking.temporal.units import WHICH, made
from knowledge.linking.temporal.vocabulary import (
    COMING,
    NEXT,
    UNIT,
    unit_of,
)
from knowledge.linking.temporal.weekdays import weeks_away


def _count(hit: Hit) -> Made | None:
    """ "De komende drie weken" begins tomorrow, "de afgelopen twee dagen" ended yesterday."""
    by, away = hit.value("by", Duration), weeks_away(hit["which"])
    if not by.has_days or not away:
        return None
    there = moved(hit.today + ONE_DAY if away > 0 else hit.today, by, away)
    if there is None:
        return None
    return made(Period.of(hit.today + ONE_DAY, there) if away > 0 else Period.of(there, hit.today))


def _weeks_to_come(hit: Hit) -> Made | None:
    """ "De komende weken": one of them at least."""
    tomorrow = hit.today + ONE_DAY
    unit = {"weken": "W", "maanden": "M", "jaren": "Y", "dagen": "D"}[hit["unit"]]
    there = moved(tomorrow, Duration(((1.0, unit),)))
    return made(Period.of(tomorrow, there) if there else None)


def _within(hit: Hit) -> Made | None:
    by = hit.value("by", Duration)
    there = moved(hit.today, by) if by.has_days else None
    return made(Period.of(hit.today, there) if there else None)


def _counted_units(hit: Hit) -> Made | None:
    """ "De 5 komende jaren"."""
    away, tomorrow = weeks_away(hit["which"]), hit.today + ONE_DAY
    by = Duration(((float(hit["many"]), unit_of(hit["unit"])),))
    if not by.has_days or not away:
        return None
    there = moved(tomorrow if away > 0 else hit.today, by, away)
    return made((Period.of(tomorrow, there) if away > 0 else Period.of(there, hit.today)) if there else None)


COUNTED = (
    Rule(bounded(rf"(?:de )?(?P<which>{WHICH}) (?P<by><duration>)"), _count, "<duration>"),
    Rule(bounded(rf"(?:de )?(?P<which>{COMING}) (?P<unit>weken|maanden|jaren|dagen)"), _weeks_to_come, "en"),
    Rule(bounded(rf"binnen (?:de )?(?:(?:{COMING}|{NEXT}) )?(?P<by><duration>)"), _within, "binnen"),
    Rule(bounded(rf"(?:de )?(?P<many>\d{{1,3}}) (?P<which>{WHICH}) (?P<unit>{UNIT})"), _counted_units),
)
"""From tomorrow on, or up to today."""
