"""Parts of a period: "eind januari", "begin volgende maand", "half mei", "later dit jaar", "eind van de week"."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind, Period
from knowledge.linking.temporal.units import unit_around

PART = (
    r"(?:aan |in |op |rond )?(?:het |de )?(?P<side>(?<!ik )(?<!we )(?<!wij )begin|(?<!ik )start|eerste helft|midden"
    r"|halverwege|half|"
    r"medio|mid|eind|einde|tweede helft|2e helft|1e helft)"
    r"(?: (?:van|in))?(?: (?:de|het))?"
)
A_MONTH, SHORTEST_MONTH, A_WEEK = 31, 28, 7


def third(period: Period, side: str) -> Period | None:
    """The first, middle or last third: ten days or so of a month, four months of a year, two days of a week."""
    if period.start is None or period.end is None:
        return None
    first, second = _cuts(period.start, period.end)
    if side.startswith(("begin", "start")):
        return _piece(period, period.start, first, edge=period.start)
    if side.startswith("eind"):
        return _piece(period, second, period.end, edge=period.end)
    middle = period.start + (period.end - period.start) // 2
    return _piece(period, first, second, edge=middle)


def half(period: Period, side: str) -> Period | None:
    """The first half for what is early, the second for what is late."""
    if period.start is None or period.end is None:
        return None
    middle = _middle(period.start, period.end)
    early = side.startswith(("1e", "eerder", "vroeg", "begin", "eerste"))
    return _piece(period, period.start, middle) if early else _piece(period, middle, period.end)


def _piece(period: Period, start: date, end: date, edge: date | None = None) -> Period:
    return Period.of(start, end, yearly=period.yearly, edge=edge)


def _cuts(start: date, end: date) -> tuple[date, date]:
    days = (end - start).days
    if days > A_MONTH:
        months = (end.year - start.year) * 12 + end.month - start.month
        size = max(months // 3, 1)
        return _months_after(start, size), _months_after(start, 2 * size)
    third = max(days // 3, 10) if days >= SHORTEST_MONTH else days // 3
    return start + timedelta(days=third), start + timedelta(days=2 * third if days >= SHORTEST_MONTH else 2 * days // 3)


def _middle(start: date, end: date) -> date:
    days = (end - start).days
    if days > 2 * A_MONTH:
        return _months_after(start, ((end.year - start.year) * 12 + end.month - start.month) // 2)
    return start + timedelta(days=days // 2)


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _part(hit: Hit) -> Made | None:
    inside = hit.value("in", Period)
    side = hit["side"]
    found = half(inside, side) if "helft" in side else third(inside, side)
    return Made(Kind.PERIOD, found) if found else None


def _part_of_this(hit: Hit) -> Made | None:
    found = third(unit_around(hit.today, hit["unit"]), hit["side"])
    return Made(Kind.PERIOD, found) if found else None


def _sooner_or_later(hit: Hit) -> Made | None:
    found = half(hit.value("in", Period), hit["side"])
    return Made(Kind.PERIOD, found) if found else None


def _sooner_or_later_in_this(hit: Hit) -> Made | None:
    found = half(unit_around(hit.today, hit["unit"]), hit["side"])
    return Made(Kind.PERIOD, found) if found else None


PARTS = (
    Rule(bounded(rf"{PART} (?P<in><period>)"), _part, "<period>"),
    Rule(bounded(rf"{PART} (?:de |het )?(?P<unit>week|maand|jaar|kwartaal)"), _part_of_this),
    Rule(bounded(r"(?P<side>eerder|later|vroeg|laat) (?:in )?(?P<in><period>)"), _sooner_or_later, "<period>"),
    Rule(
        bounded(r"(?P<side>eerder|later|vroeg|laat) in (?:de|het) (?P<unit>week|maand|jaar|kwartaal)"),
        _sooner_or_later_in_this,
        " in ",
    ),
)
