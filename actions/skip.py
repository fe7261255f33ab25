"""May a station be skipped? Always; what that costs is said."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.talk import Talk
from knowledge.catalogue.content import Line, Station
from knowledge.vocabulary import Skip


class SkipStation(NavigatorAction):
    """Says what skipping a station costs, and notes that its skills are known when that was said."""

    called = "action_skip_station"
    also = ("skip_station",)
    aside = True

    def answer(self, talk: Talk) -> None:
        module = talk.named("module") or talk.slot("station")
        line = talk.catalogue.lines.get(talk.named("line") or talk.slot("line") or "")
        if line is None and module:
            line = next((x for x in talk.catalogue.lines.values() if _stop(x, module)), None)
        station = _stop(line, module) if line and module else None
        if line is None or station is None:
            talk.say("utter_skip_any")
            return
        recognition = talk.catalogue.recognitions.get(line.recognition or "")
        free = station.skip == Skip.FREE or recognition is None
        talk.say(
            "utter_skip_free" if free else "utter_skip_costs",
            station=talk.catalogue.module(module).name,
            line=line.name,
            recognition=recognition.name if recognition else "",
        )


def _stop(line: Line, module: str) -> Station | None:
    return next((s for s in line.stations if s.module == module), None)
