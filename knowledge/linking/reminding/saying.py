"""Wishes about reminders, said back to the person in plain Dutch."""

from __future__ import annotations

from knowledge.telling.wishes import NIGHT_TIME, ReminderWishes, Way, quiet_hours, within

WAYS = {Way.WEBSITE: "op de website", Way.EMAIL: "per e-mail", Way.TELEGRAM: "via Telegram"}


def say_wishes(wishes: ReminderWishes) -> str:
    """What holds, in two or three sentences: "Je krijgt een bericht een week en een dag van tevoren, per e-mail. …"."""
    return " ".join(filter(None, (_reminders(wishes), _quiet(wishes), _nudges(wishes))))


def _reminders(wishes: ReminderWishes) -> str:
    named = {"een week": wishes.week, "een dag": wishes.day, "twee uur": wishes.hours}
    moments = [said for said, wanted in named.items() if wanted]
    if not moments:
        return "Je krijgt geen herinneringen voor je stations."
    way = f", {WAYS[wishes.way]}" if wishes.way else ""
    return f"Je krijgt een bericht {_listed(moments)} van tevoren{way}."


def _quiet(wishes: ReminderWishes) -> str:
    """Also to who wants no reminders: a place that comes free or a session that is off is told all the same."""
    start, end = quiet_hours(wishes)
    told = "Ik stuur" if wishes.any_reminder else "Ander nieuws over je plekken stuur ik"
    way = f" {WAYS[wishes.way]}" if wishes.way and not wishes.any_reminder else ""
    weekend = "" if wishes.weekend else "niet in het weekend"
    if start == end:
        return f"{told}{way} op elk moment van de dag{', maar ' + weekend if weekend else ''}."
    hours = f"niet tussen {start:%H:%M} en {end:%H:%M}"
    # Own hours by day leave the night free: who didn't mean that can say so.
    at_night = " ('s nachts dus wel)" if wishes.quiet_from and not within(NIGHT_TIME, (start, end)) else ""
    return f"{told}{way} {hours}{at_night}{' en ook ' + weekend if weekend else ''}."


def _nudges(wishes: ReminderWishes) -> str:
    if wishes.nudges:
        return "Ligt een e-learning stil, dan hoor je dat ook."
    return "Over een e-learning die stilligt, hoor je niets."


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} en {items[-1]}"
