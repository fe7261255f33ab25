"""A date or a station that is pointed at in so few words that the model takes them for something else."""

from __future__ import annotations

import re

from actions.answering import Answering
from actions.choosing import BEGINS, STATION, sessions_of
from actions.detours import instead
from actions.enrol import Enrol
from actions.hesitating import hesitates
from actions.offerings import meant, rank_named
from actions.talk import Talk

ELSEWHERE = (
    *("deny", "cancel_enrolment", "delete_data", "export_data", "skip_station", "restart", "my_enrolments"),
    *("next_station", "waiting_list_position", "set_reminders", "what_do_you_know", "show_passport", "ask_why"),
    *("show_line", "ask_alternatives", "hr_where_to_start", "hr_team_overview", "hr_invite", "hr_funding"),
)
"""Who means one of these doesn't choose a date with it."""

QUESTION = re.compile(
    r"^\W*(en |maar |ok[eé]? |dus |nou )*(wat|sta ik|waar|wanneer|hoe|hoeveel|welke?|waarom|wie|is|zijn|kan|kun|kunnen"
    r"|mag|moet|heb|hebben|duurt|kost|geldt|zit|krijg\w*)\b"
    r"|\b(hoe (laat|lang|ver)|wat kost|hoeveel|waar is|wie geeft)\b|\?\s*$",
    re.IGNORECASE,
)


def picks_a_date(talk: Talk) -> bool:
    """Words that point at one of the dates that are shown, whatever they were taken for."""
    shown = sessions_of(talk, talk.slot("shown") or [])
    kinds = {mention.kind for mention in talk.heard if not mention.negated}
    choosing = talk.slot("topic") == "enrol"
    points = kinds & ({"ordinal", "date", "weekday"} if choosing else {"ordinal", "date"})
    return (
        bool(shown and _is_free(talk))
        and (bool(points - {"ordinal"}) or rank_named(talk, shown) is not None)
        and not kinds & {"line", "module"}
        and not STATION.search(talk.text)
        and meant(talk, shown) is not None
    )


def _is_free(talk: Talk) -> bool:
    about = talk.slot("topic") in ("none", "advice", "advised", "enrol")
    return about and talk.intent not in ELSEWHERE and not QUESTION.search(talk.text) and not hesitates(talk)


def begins_at_a_station(talk: Talk) -> bool:
    """ "Ik begin met het eerste station": of the line that was advised, whatever it was taken for."""
    return (
        bool(
            talk.named("ordinal") == 1 and talk.slot("line") and STATION.search(talk.text) and BEGINS.search(talk.text)
        )
        and talk.slot("topic") in ("none", "advised")
        and talk.intent not in ("skip_station", "cancel_enrolment", "show_station", "delete_data")
        and not (talk.intent.startswith("ask_") or QUESTION.search(talk.text))
    )


@instead(picks_a_date, first=True)
@instead(begins_at_a_station, first=True)
class Picks(Answering):
    """What was pointed at is chosen."""

    def answer(self, talk: Talk) -> None:
        Enrol().answer(talk)
