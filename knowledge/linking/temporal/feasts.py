"""On what day a feast falls in a year: fixed, counted from Easter, a day of the week in a month, or by the moon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from knowledge.linking.temporal.days import weekday_in_month

DayOfYear = Callable[[int], date]
ISLAMIC_EPOCH = date(622, 7, 18)
"""1 Muharram of the year 1 in the proleptic Gregorian calendar, by the astronomical reckoning.

Of the arithmetical calendar, which differs a day at most from what is seen; a feast begins at the sunset before.
"""
DAYS_IN_30_YEARS = 10_631
MONDAY, TUESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 3, 5, 6


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(days=moon - weekday) if in_century >= 0 else date(year, 4, 1)


def fixed(month: int, day: int) -> DayOfYear:
    return lambda year: date(year, month, day)


def from_easter(days: int) -> DayOfYear:
    return lambda year: easter(year) + timedelta(days=days)


def in_month(month: int, weekday: int, place: int) -> DayOfYear:
    return lambda year: weekday_in_month(year, month, weekday, place)


def islamic(month: int, day: int) -> DayOfYear:
    """The first such day of the Islamic calendar in a year."""

    def in_year(year: int) -> date:
        era = int((year - 622) * 33 / 32) - 1
        days = (_islamic(hijri, month, day) for hijri in range(max(era, 1), era + 5))
        return next(found for found in days if found.year == year)

    return in_year


def _islamic(year: int, month: int, day: int) -> date:
    cycles, rest = divmod(year - 1, 30)
    leap_days = (11 * rest + 14) // 30
    days = cycles * DAYS_IN_30_YEARS + rest * 354 + leap_days + (59 * (month - 1) + 1) // 2 + day - 1
    return ISLAMIC_EPOCH + timedelta(days=days)


def kings_day(year: int) -> date:
    """27 April, but not on a Sunday."""
    day = date(year, 4, 27)
    return day if day.weekday() != SUNDAY else date(year, 4, 26)


FEASTS: dict[str, DayOfYear] = {
    "(?:1e )?nieuwjaarsdag|nieuwjaar|yuandan": fixed(1, 1),
    "oudjaarsdag|oudjaar|oudejaarsdag": fixed(12, 31),
    "oudejaarsavond|oudjaarsavond|nieuwjaarsavond|oud (?:en|op|&) nieuw": fixed(12, 31),
    "driekoningen": fixed(1, 6),
    "valentijnsdag|valentijn": fixed(2, 14),
    "groundhog day": fixed(2, 2),
    "(?:internationale )?vrouwendag|(?:internationale )?dag van de vrouw": fixed(3, 8),
    "(?:wereld )?aardedag|dag van de aarde|earth day": fixed(4, 22),
    "koninginnedag": fixed(4, 30),
    "carnaval|carnavalszondag": from_easter(-49),
    "vastenavond|carnavalsdinsdag": from_easter(-47),
    "carnavalsmaandag|rozenmaandag": from_easter(-48),
    "aswoensdag": from_easter(-46),
    "palmzondag|palmpasen": from_easter(-7),
    "witte donderdag": from_easter(-3),
    "goede vrijdag": from_easter(-2),
    "stille zaterdag|paaszaterdag": from_easter(-1),
    "beloken pasen": from_easter(7),
    "(?:1e )?paasdag|pasen|paaszondag": from_easter(0),
    "2e paasdag|paasmaandag": from_easter(1),
    "koningsdag": kings_day,
    "dag van de arbeid": fixed(5, 1),
    "(?:nationale )?dodenherdenking|nationale herdenking": fixed(5, 4),
    "bevrijdingsdag": fixed(5, 5),
    "moederdag": in_month(5, SUNDAY, 2),
    "hemelvaartsdag|hemelvaart": from_easter(39),
    "(?:1e )?pinksterdag|pinksteren|pinksterzondag": from_easter(49),
    "2e pinksterdag|pinkstermaandag": from_easter(50),
    "vaderdag": in_month(6, SUNDAY, 3),
    "(?:nederlandse )?veteranendag": in_month(6, SATURDAY, -1),
    "prinsjesdag": in_month(9, TUESDAY, 3),
    "dag van de (?:leraar|leerkracht)": fixed(10, 5),
    "(?:wereld )?dierendag|werelddierendag": fixed(10, 4),
    "leids ontzet": fixed(10, 3),
    "keti(?: -)? koti|ketikoti": fixed(7, 1),
    "boomfeestdag|boomplantdag": in_month(3, 2, 3),
    "maria hemelvaart|maria ten hemelopneming": fixed(8, 15),
    "dag van de leraren|lerarendag": fixed(10, 5),
    "(?:internationale )?kinderdag|dag van het kind": fixed(11, 20),
    "wapenstilstandsdag|wapenstilstand": fixed(11, 11),
    "secretaressedag": in_month(4, THURSDAY, 3),
    "grootouderdag|opa en omadag": fixed(6, 4),
    "guy fawkes(?: dag| day)?": fixed(11, 5),
    "bastille dag|bastille day|quatorze juillet": fixed(7, 14),
    "memorial day": in_month(5, MONDAY, -1),
    "labou?r day": in_month(9, MONDAY, 1),
    "columbus(?: dag| day)|columbusdag": in_month(10, MONDAY, 2),
    "martin luther king(?: jr)?(?: \\.)?(?: dag| day)|martin luther kingdag|mlk(?: dag| day)|mlkdag": in_month(
        1, MONDAY, 3
    ),
    "presidents?(?: dag| day)|presidentsdag": in_month(2, MONDAY, 3),
    "juneteenth|vrijheidsdag|jubilee day": fixed(6, 19),
    "vlaamse feestdag": fixed(7, 11),
    "halloween": fixed(10, 31),
    "allerheiligen": fixed(11, 1),
    "allerzielen": fixed(11, 2),
    "sint maarten|sint-maarten": fixed(11, 11),
    "pakjesavond|sinterklaasavond": fixed(12, 5),
    "sinterklaas|sinterklaasdag": fixed(12, 5),
    "kerstavond|kerstnacht": fixed(12, 24),
    "sint nicolaas": fixed(12, 5),
    "(?:1e )?kerstdag|kerst|kerstmis": fixed(12, 25),
    "2e kerstdag": fixed(12, 26),
    "ramadan": islamic(9, 1),
    "suikerfeest|eid al - fitr|eid al fitr|ramadanfeest": islamic(10, 1),
    "offerfeest|eid al - adha|eid al adha": islamic(12, 10),
    "(?:islamitisch|islamitische) nieuwjaar": islamic(1, 1),
    "onafhankelijkheidsdag|onafhankelijksdag": fixed(7, 4),
    "thanksgiving(?: dag| day)?|thanksgivingdag": in_month(11, THURSDAY, 4),
    "cyber monday": lambda year: weekday_in_month(year, 11, THURSDAY, 4) + timedelta(days=4),
    "black friday": lambda year: weekday_in_month(year, 11, THURSDAY, 4) + timedelta(days=1),
    "(?:st|saint|sint)(?: \\.)? patricks?(?:'s)?(?: day| dag)?|(?:st|saint)(?: \\.)? patrick's day": fixed(3, 17),
}
"""Feasts by the pattern of their names, in the form of ``fold`` with ordinals as ``1e``."""
