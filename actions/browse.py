"""Looking round in the catalogue: what there is, the maps, one station, and what the words mean."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.cards import map_card, station_card
from actions.enrol import Enrol
from actions.focus import first_sessions, focus
from actions.offerings import cards_for
from actions.talk import Talk, button
from knowledge.saying import say_number
from knowledge.vocabulary import DUTCH

CONCEPTS = {
    "metrokaart": ("metrokaart", "kaart"),
    "overstapstation": ("overstap",),
    "nanomodule": ("nanomodule", "module"),
    "ontwikkelpad": ("ontwikkelpad", "pad", "route"),
    "skillspaspoort": ("paspoort",),
    "skillsprofiel": ("profiel",),
    "erkenning": ("erkenning", "badge", "certificaat", "diploma"),
    "fase": ("fase", "inspiratie"),
    "transitie": ("transitie", "smart production", "smart industry"),
    "vervolgaanbod": ("vervolg", "fieldlab"),
    "leervraag": ("leervraag", "eigen case"),
    "skill": ("skill", "niveau", "level"),
    "station": ("station", "halte"),
    "metrolijn": ("metrolijn", "lijn", "metro"),
    "academie": ("academy", "academie", "smart makers"),
}
"""What is explained, and the words that ask for it; the first that a text holds counts."""


class Browse(NavigatorAction):
    """What there is: about a skill when one is named, else all lines."""

    called = "action_browse"
    aside = True

    def answer(self, talk: Talk) -> None:
        skill = talk.named("skill")
        catalogue = talk.catalogue
        if skill:
            modules = [m for m in catalogue.modules.values() if skill in m.teaches]
            lines = [
                x for x in catalogue.lines.values() if any(s.module in {m.id for m in modules} for s in x.stations)
            ]
            talk.say(
                "utter_about_skill" if modules else "utter_nothing_about_skill",
                skill=catalogue.skills[skill].name.lower(),
                modules=", ".join(m.name for m in modules[:5]),
                lines=" en ".join(x.name for x in lines[:3]) or "geen lijn",
                buttons=[] if talk.open_question else [button(x.name, "show_line", line=x.id) for x in lines],
            )
            return
        choices = [button(x.name, "show_line", line=x.id) for x in catalogue.lines.values()]
        talk.say(
            "utter_catalogue",
            lines="\n".join(f"- {line.name}" for line in catalogue.lines.values()),
            modules=len(catalogue.modules),
            academies=", ".join(a.name for a in catalogue.academies.values()),
            buttons=[] if talk.open_question else choices[:3],
        )


class ShowMap(NavigatorAction):
    """A metro map: the one that is named, that the talk's line is on, or nearest; else the first."""

    called = "action_show_map"
    also = ("show_map",)
    aside = True

    def answer(self, talk: Talk) -> None:
        maps = talk.catalogue.maps
        line = talk.named("line") or talk.slot("line")
        on = [m for m in maps.values() if line in m.lines]
        chosen = maps.get(talk.named("map") or "") or next(iter([*on, *maps.values()]), None)
        if chosen is None:
            talk.say("utter_no_map")
            return
        others = [button(m.name, "show_map", map=m.id) for m in maps.values() if m is not chosen]
        talk.say(
            "utter_map",
            name=chosen.name,
            lines=", ".join(talk.catalogue.lines[x].name for x in chosen.lines),
            buttons=[] if talk.open_question else others,
            card=map_card(talk.catalogue, chosen, talk.slot("path") or ()),
        )


class ShowStation(NavigatorAction):
    """One station: what one does there, how long, on which lines, and its first dates."""

    called = "action_show_station"
    also = ("show_station",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if talk.open_question == "enrol_what" and not talk.is_pressed:
            Enrol().answer(talk)
            return
        before = {"station": talk.slot("station"), "line": talk.slot("line"), "shown": talk.slot("shown")}
        about = focus(talk)
        if about is None:
            talk.say("utter_which_station")
            return
        if about.line is not None:
            modules = [button(m.name, "show_station", module=m.id) for m in about.modules]
            talk.say("utter_which_station_of", line=about.name, buttons=[] if talk.open_question else modules)
            return
        module = about.modules[0]
        lines = talk.catalogue.lines_of[module.id]
        sessions = first_sessions(talk, about, 2)
        talk.say(
            "utter_station",
            name=module.name,
            type=DUTCH[module.type],
            hours=say_number(module.hours),
            summary=module.summary,
            lines=", ".join(talk.catalogue.lines[x].name for x in lines) or "geen lijn; je kunt het los volgen",
            buttons=[] if talk.open_question else [button("Schrijf me in", "enrol", module=module.id)],
            card=station_card(module),
        )
        talk.set(shown=[s.id for s in sessions])
        if talk.slot("topic") == "enrol" and talk.open_question:  # "die van dinsdag" stays about the seat
            talk.set(**before)
        for card in cards_for(talk, [s.id for s in sessions]):
            talk.show(card)


def named_thing(talk: Talk) -> tuple[str, str] | None:
    """The name and the description of a transition or a skill that is asked about."""
    way, skill = talk.named("transition"), talk.named("skill")
    if way:
        return talk.catalogue.transitions[way].name, talk.catalogue.transitions[way].description
    if skill:
        return talk.catalogue.skills[skill].name, talk.catalogue.skills[skill].levels.beginner
    return None


class Explain(NavigatorAction):
    """What a word of the academy means; without a known word, how it all hangs together."""

    called = "action_explain"
    also = ("explain_concept",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if thing := named_thing(talk):
            talk.say("utter_explain_thing", name=thing[0], what=thing[1])
            return
        text = talk.text.lower()
        concept = next((c for c, words in CONCEPTS.items() if any(w in text for w in words)), "academie")
        talk.say(f"utter_explain_{concept}")
