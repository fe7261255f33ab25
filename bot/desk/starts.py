"""What stands behind ``?start=``, on every door: a line, a station, a planned date, an invitation, a code.

The address can be old or mistyped: then it is said, and the talk begins as it always does.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Engine

from bot.composing import Draft
from bot.desk.codes import ask_to_join
from bot.links import COMPANY, LINE, LINK, OFFERING, STATION
from knowledge.catalogue.snapshot import Catalogue
from knowledge.doors.codes import read_code
from knowledge.doors.invitations import invitation_of

GREET = "/greet"
GONE = "De link die je volgde is oud, of niet helemaal overgekomen: wat erachter zat, is er niet (meer)."
INVITED = "{company} nodigt je uit om te leren met metrolijnen. Wat je hier zegt en kiest, ziet je werkgever niet."

Opened = tuple[list[Draft], str | None]
"""What is said first, and what Rasa is asked then."""


def open_start(engine: Engine, catalogue: Catalogue, conversation: str, start: str, now: datetime) -> Opened:
    """Opens what a start names, in this talk."""
    kind, _, id = start.partition("-")
    if kind == LINE and id in catalogue.lines:
        return [], _payload("show_line", line=id)
    if kind == STATION and id in catalogue.modules:
        return [], _payload("show_station", module=id)
    if kind == OFFERING and any(session.id == id for session in catalogue.sessions):
        return [], _payload("enrol", offering=id)
    if kind == COMPANY and (opened := _invited(engine, catalogue, id, now)):
        return opened
    if kind == LINK and (code := read_code(id)):
        return [ask_to_join(engine, conversation, code, now)], None
    return ([Draft(GONE)] if start else []), GREET


def _invited(engine: Engine, catalogue: Catalogue, code: str, now: datetime) -> Opened | None:
    invitation = invitation_of(engine, code, now)
    if invitation is None:
        return None
    welcome = [Draft(INVITED.format(company=invitation.company))]
    if invitation.line_id is not None and invitation.line_id in catalogue.lines:
        return welcome, _payload("show_line", line=invitation.line_id)
    return welcome, GREET


def _payload(intent: str, **values: str) -> str:
    return f"/{intent}{json.dumps(values)}"
