"""What somebody says about reminders, in careless Dutch, and what then holds.

Wishes that there are no means for ("niet in de bouwvak", "vier dagen van tevoren") are not understood, or give
what is nearest; ``say_wishes`` tells the person what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from knowledge.linking.reminding.hours import hours_said
from knowledge.linking.reminding.moments import KINDS, moments_of
from knowledge.linking.reminding.saying import say_wishes
from knowledge.linking.reminding.shifts import shift_said
from knowledge.linking.reminding.switches import asks_for_any, switched
from knowledge.linking.reminding.text import Clause, clauses_of, sentence_of
from knowledge.linking.reminding.ways import nudges_said, way_said, weekend_said
from knowledge.linking.sentence import bounded
from knowledge.telling.wishes import ReminderWishes, Way

__all__ = ["read_reminder_wishes", "say_wishes"]

LEARNS = bounded(
    r"cursus\w*|les|lessen|workshops?|trainingen|training|stations?|modules?|inschrijv\w*|aanmeld\w*|afmeld\w*|leren|leer"
    r"|volgen|lijn|metrolijn|plek|webinars?|opleiding\w*"
)
AVAILABLE = bounded(r"(?:ik|we|wij) (?:kan|kunnen|zoek|wil leren|ben er|ben vrij|werk)|(?:kan|werk) (?:ik|we)")
TELLS = bounded(
    r"herinner\w*|bericht\w*|sein\w*|stuur\w*|sturen|app|appen|appje\w*|mail\w*|email\w*|meld|melding\w*|waarschuw\w*"
    r"|verwittig\w*|reminders?|porren?|por|piep\w*|gepiep|stor\w*|stoor|notificatie\w*|sms\w*|wek|alarm\w*|gezeur|zeur\w*"
    r"|telegram|chat|hier|stille|duwtjes?|slaap|nachtdienst|overdag"
)
FINER = frozenset(("quiet_from", "quiet_until", "weekend", "way"))
"""Who changes one of these wants reminders: "geen appjes, liever mail" puts none off."""


WAYS = (Way.EMAIL, Way.WEBSITE)
"""What is left to who wants one way no more, when nothing else is known of them."""


def read_reminder_wishes(
    text: str, wishes: ReminderWishes, here: Way = Way.WEBSITE, ways: Sequence[Way] = WAYS
) -> ReminderWishes | None:
    """The wishes as a text changes them; the same ones when it asks for what holds; None when it says nothing.

    Naming moments ("een dag van tevoren") puts the others off, unless they come with them ("ook een week").
    ``here``: the way by which the text came, for who says "hier". ``ways``: those that lead to the person, the best
    first, for who rules one out.
    """
    sentence = sentence_of(text)
    clauses = clauses_of(sentence)
    moments = moments_of(sentence, clauses)
    shift, in_shift = shift_said(sentence, clauses)
    left = [clause.without(moments.taken | in_shift) for clause in clauses]
    if not moments.on | moments.off and _is_about_learning(" ".join(one.plain for one in clauses)):
        return None
    changes: dict[str, Any] = moments.changes()
    if shift:
        changes |= {"shift": shift, "quiet_from": None, "quiet_until": None}
    coarse: list[Clause] = []
    for clause, rest in zip(clauses, left, strict=True):
        finer = _finer(rest, wishes.model_copy(update=changes), here, ways)
        changes |= finer
        if not finer and len(rest.words) == len(clause.words):
            coarse.append(clause)
    if not (moments.on or moments.off or (FINER & changes.keys() and not shift)):
        changes |= _all(coarse, wishes)
    if not changes:
        return _asked_for(clauses, wishes)
    return wishes.model_copy(update=changes)


def _is_about_learning(said: str) -> bool:
    return bool(LEARNS.search(said)) and not TELLS.search(said)


def _finer(clause: Clause, wishes: ReminderWishes, here: Way, ways: Sequence[Way]) -> dict[str, Any]:
    """What a clause says of nudges, or of the way, weekends and hours."""
    if (nudges := nudges_said(clause)) is not None:
        return {"nudges": nudges}
    found: dict[str, Any] = dict(way_said(clause, wishes, here, ways))
    if AVAILABLE.search(clause.plain) and not TELLS.search(clause.plain):
        return found
    if (weekend := weekend_said(clause)) is not None:
        found["weekend"] = weekend
    return found | hours_said(clause, wishes)


def _all(clauses: list[Clause], wishes: ReminderWishes) -> dict[str, bool]:
    """All on or off; nudges go off with the others, and come back with them."""
    on = switched(clauses)
    if on is None:
        return {}
    nudges = {"nudges": on} if not on or not wishes.any_reminder else {}
    return dict.fromkeys(KINDS, on) | nudges


def _asked_for(clauses: list[Clause], wishes: ReminderWishes) -> ReminderWishes | None:
    if not asks_for_any(clauses):
        return None
    return wishes if wishes.any_reminder else wishes.model_copy(update=_all_on())


def _all_on() -> dict[str, bool]:
    return dict.fromkeys((*KINDS, "nudges"), True)
