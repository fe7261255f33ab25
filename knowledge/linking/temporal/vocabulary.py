"""The words of time: months, days of the week, units, parts of the day; and what patterns share."""

from __future__ import annotations

from knowledge.clock import DAYS, MONTHS

SHORT_MONTHS = {"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
                "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
MONTH_OF = {month: at for at, month in enumerate(MONTHS, start=1)} | SHORT_MONTHS
SHORT_DAYS = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6, "maan": 0, "dins": 1, "woe": 2,
              "don": 3, "vrij": 4, "zat": 5, "zon": 6}  # fmt: skip
DAY_OF = {day: at for at, day in enumerate(DAYS)} | SHORT_DAYS
PART_OF = {"ochtend": "MO", "morgen": "MO", "voormiddag": "MO", "middag": "AF", "namiddag": "AF", "avond": "EV",
           "nacht": "NI"}  # fmt: skip

DAY = "|".join(DAYS)
SHORT_DAY = "|".join(SHORT_DAYS)
FULL_MONTH = "|".join(MONTHS)
MONTH = rf"(?:{FULL_MONTH}|(?:{'|'.join(SHORT_MONTHS)})(?: \.)?)"
PART = "|".join(PART_OF)
YEAR = r"(?:1[89]\d\d|2[01]\d\d|' \d\d)"
UNIT_WORDS = {
    "S": "seconden|seconde|secondes|secs|sec",
    "TM": "minuten|minuut|minuutjes|minuutje|mins|min",
    "H": "uurtjes|uurtje|uren|uurs|uur|hrs|hr|u|h",
    "D": "dagen|dag|daagjes|dagje",
    "BD": "werkdagen|werkdag",
    "W": "weken|week|weekjes|weekje|wkn|wk",
    "M": "maanden|maand|maandjes|maandje|mnden|mnd|mndn",
    "Y": "jaren|jaar|jaartjes|jaartje|jrn|jr",
    "WE": "weekenden|weekends|weekend|weekeinden|weekeinde",
}
UNIT = "|".join(UNIT_WORDS.values())
THIS = "deze|dit|die|dat|huidige|huidig|dezelfde|hetzelfde|lopende"
COMING = "komende|komend|aankomende|aankomend|aanstaande|aanstaand|eerstvolgende|eerstvolgend"
NEXT = "volgende|volgend"
PAST = "vorige|vorig|voorgaande|voorgaand|voorafgaande|voorafgaand"
JUST_PAST = "afgelopen|laatste|voorbije"

OF_THE_DAY = (
    r"(?:(?:'s|s|in de|op de|de) )?(?P<part>s?(?:ochtend|morgen|middag|avond|nacht)s?|(?:ochtend|avond)en"
    r"|(?:voor|na)middags?)"
)


def part_of_day(word: str) -> str:
    """MO, AF, EV or NI for "avonds", "middag", "smorgens"; "" for anything else."""
    return next((PART_OF[name] for name in sorted(PART_OF, key=len, reverse=True) if name in word), "")


def unit_of(word: str) -> str:
    """The unit that a word stands for. Raises StopIteration for any other word."""
    return next(unit for unit, words in UNIT_WORDS.items() if word in words.split("|"))


def month_of(said: str) -> int:
    """1 to 12, for a name or its short form, with or without a full stop."""
    return MONTH_OF[said.removesuffix(" .")]


def year_of(said: str) -> int | None:
    """A year as ``2026`` or ``' 26``; None when nothing was said."""
    if not said:
        return None
    return int(said) if len(said) == 4 and said.isdigit() else 2000 + int(said[-2:])
