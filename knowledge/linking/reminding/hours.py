"""When somebody works or sleeps, and so when nothing may be sent: "ik heb nachtdienst", "niet voor 9 uur"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from knowledge.linking.reminding.dayparts import AGREES, ONLY, Ends, of_part, of_words
from knowledge.linking.reminding.text import Clause, says_no
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.hours import Clock, PartOfDay, Times
from knowledge.linking.temporal.reading import read_words
from knowledge.linking.words import Word, listed
from knowledge.telling.wishes import NIGHT_TIME, ReminderWishes, Shift, quiet_hours, within

HOURS = frozenset(str(hour) for hour in range(1, 25))
ENDS_AN_HOUR = listed("niet niks niets geen nooit meer mag graag wel savonds sochtends smorgens smiddags wil liever")
ANY_DAY = date(2026, 1, 1)
"""Of the times only the clock is read, so it doesn't matter from which day they are seen."""

TELLS = bounded(
    r"stuur|sturen|bericht\w*|app|appen|appje\w*|herinner\w*|melding\w*|seintje\w*|mail\w*|porren|reminder\w*"
)
NONE_AT_ALL = bounded(
    r"(?:geen|zonder) (?:stille|rustige) (?:uren|tijd\w*)(?: meer)?|(?:stille uren|stilte) (?:\S+ )?uit"
    r"|dag en nacht(?: .*)?|(?:mag|kan) (?:\S+ )?(?:altijd|24 / 7|ieder moment|elk moment)|altijd goed"
)
AS_USUAL = bounded(r"(?:gewone|normale|standaard) (?:stille )?(?:uren|tijden)")


def hours_said(clause: Clause, wishes: ReminderWishes) -> Ends:
    """The ends of the quiet hours that a clause changes; empty when it names none."""
    if NONE_AT_ALL.search(clause.plain):
        return {"quiet_from": time(0), "quiet_until": time(0)}
    if AS_USUAL.search(clause.plain):
        return {"quiet_from": None, "quiet_until": None}
    ends: Ends = {}
    for said, outside in _said(clause):
        ends |= _of_times(said, outside, clause, wishes) if isinstance(said, Times) else of_part(said, clause, wishes)
    if not ends and says_no(clause.plain):
        ends = of_words(clause.plain)
    return _apart(ends, wishes)


def _said(clause: Clause) -> Iterator[tuple[Times | PartOfDay, str]]:
    """Times and parts of the day, each with the words outside it; "niet voor 9" brings its own no."""
    words = _whole_hours(_preferred(clause.words))
    read = read_words("", words, ANY_DAY)
    wanted = Times if any(isinstance(one.value, Times) for one in read) else PartOfDay
    for one in read:
        if isinstance(one.value, wanted):
            yield one.value, " ".join(word.plain for word in (*words[: one.first], *words[one.last :]))


def _whole_hours(words: list[Word]) -> list[Word]:
    """ "Na 9 niks meer" is read as "na 9 uur niks meer": nothing else can be meant by it here."""
    made: list[Word] = []
    for at, word in enumerate(words):
        made.append(word)
        after = words[at + 1].norm if at + 1 < len(words) else ""
        bound = at > 0 and words[at - 1].norm in ("na", "voor", "tot", "vanaf")
        if bound and word.plain in HOURS and after in ENDS_AN_HOUR:
            made.append(replace(word, norm="uur", plain="uur"))
    return made


def _preferred(words: list[Word]) -> list[Word]:
    """ "Liever 's ochtends dan 's avonds": what comes after "dan" is not what is wanted."""
    said = [word.norm for word in words]
    return words[: said.index("dan")] if "liever" in said and "dan" in said[said.index("liever") :] else words


def _of_times(times: Times, outside: str, clause: Clause, wishes: ReminderWishes) -> Ends:
    own_no = says_no(clause.plain) and not says_no(outside)
    if (says_no(outside) or clause.inherits_no) and not own_no:
        return _quiet(times, wishes)
    if not own_no and not ONLY.search(outside) and AGREES.search(outside):
        return _wider(times, wishes)
    return _good(times, wishes) if own_no or ONLY.search(outside) or TELLS.search(outside) else {}


def _quiet(times: Times, wishes: ReminderWishes) -> Ends:
    if times.start and times.end:
        start, end = _pair(times, night=wishes.shift is not Shift.NIGHT)
        return {"quiet_from": start, "quiet_until": end}
    if times.start:
        return {"quiet_from": _from(times.start, wishes)}
    return {"quiet_until": _until(times.end, wishes)} if times.end else {}


def _good(times: Times, wishes: ReminderWishes) -> Ends:
    if times.start and times.end:
        start, end = _pair(times, night=wishes.shift is Shift.NIGHT)
        return {"quiet_from": end, "quiet_until": start}
    if times.start:
        return {"quiet_until": _until(times.start, wishes)}
    return {"quiet_from": _from(times.end, wishes)} if times.end else {}


def _wider(times: Times, wishes: ReminderWishes) -> Ends:
    """ "Na negen mag ook nog" moves the evening, "voor acht mag ook" the morning."""
    if times.start and not times.end and _from(times.start, wishes) >= time(17):
        return {"quiet_from": time(23)}
    if times.end and not times.start and _until(times.end, wishes) <= time(12):
        return {"quiet_until": time(6)}
    return _good(times, wishes)


def _pair(times: Times, *, night: bool) -> tuple[time, time]:
    """Of what two bare hours can mean: the one over the night, or the one by day."""
    read = [(start, end) for start, end in times.readings if start and end]
    return next((one for one in read if within(NIGHT_TIME, one) is night), read[0])


def _from(clock: Clock, wishes: ReminderWishes) -> time:
    """The hour at which it becomes quiet: in the evening, or in the morning for who then goes to bed."""
    first, *later = clock.readings
    if not later or first.hour < 5 or (wishes.shift is Shift.NIGHT and first.hour < 12):
        return first
    return later[0]


def _until(clock: Clock, wishes: ReminderWishes) -> time:
    """The hour at which it is quiet no more: in the morning, but nobody gets up at four."""
    first, *later = clock.readings
    afternoon = first.hour < 9 if wishes.shift is Shift.NIGHT else first.hour < 5
    return later[0] if later and afternoon else first


def _apart(ends: Ends, wishes: ReminderWishes) -> Ends:
    """One new end that would turn the quiet of the night into a scrap of the day takes the other with it."""
    if len(ends) != 1:
        return ends
    if wishes.shift is Shift.NIGHT and (until := ends.get("quiet_until")) and until <= time(12):
        return {"quiet_from": time(0)}  # "not before eight", and then to bed
    before, after = quiet_hours(wishes), quiet_hours(wishes.model_copy(update=ends))
    if before[0] <= before[1] or after[0] > after[1] or within(NIGHT_TIME, after):
        return ends
    start = after[0]
    if "quiet_until" in ends:
        return {**ends, "quiet_from": time(0)}
    return {**ends, "quiet_until": time(max(start.hour - 2, 0), start.minute)} if start.hour >= 5 else ends
