"""What the pictures show in words, for who can't see them: plain Dutch in short lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.pictures.path import SHORTEST
from bot.pictures.saying import counted, hours, stations, steps, type_and_hours, weeks
from bot.pictures.transfers import transfers
from knowledge.cards import LineCard, PathCard, StationCard, StepCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.network import Network, network_of
from knowledge.drawing.own import Own, State
from knowledge.drawing.stations import phase_words
from knowledge.vocabulary import Skip


def line_told(card: LineCard, own: Own) -> str:
    """A line: its goal, and its stations by phase, with how somebody stands to each."""
    example = " (voorbeeld)" if card.example else ""
    said = [f"Metrolijn {card.name}{example}: {stations(len(card.stations))}, {hours(card.hours)}.", card.goal]
    for phase, own_stations in groupby(enumerate(card.stations, 1), key=lambda one: one[1].phase):
        said += [f"{phase_words(phase)}:"] if phase else []
        said += [_station(number, station, own) for number, station in own_stations]
    said += [f"Erkenning: {card.recognition}."] if card.recognition else []
    return _joined(said)


def _station(number: int, station: StationCard, own: Own) -> str:
    facts = [station.name, *type_and_hours(station.type, station.hours)]
    facts += ["telt voor de erkenning"] if station.skip is Skip.COSTS_RECOGNITION else []
    facts += ["op je ontwikkelpad"] if station.module in own.path else []
    return f"{number}. {', '.join(facts)}{_state(own.state(station.module))}"


def _state(state: State | None) -> str:
    return f" – {state.value}" if state else ""


def path_told(card: PathCard) -> str:
    """A path: its steps with date, place, and what each teaches, and what it leaves out or can't reach."""
    total = f"{steps(len(card.steps))}, {hours(card.hours)}, {weeks(card.weeks)}"
    said = [f"Jouw ontwikkelpad naar {card.goal}: {total}."]
    said += [SHORTEST] if card.proved_optimal and card.steps else []
    said += [_step(number, step) for number, step in enumerate(card.steps, 1)]
    said += [f"Overgeslagen – {one}" for one in card.skipped]
    said += [f"Nog geen aanbod voor: {', '.join(card.missing)}."] if card.missing else []
    return _joined(said)


def _step(number: int, step: StepCard) -> str:
    facts = [step.name, step.what, *([hours(step.hours)] if step.hours else [])]
    there = ", ".join(part for part in (step.when, step.place) if part)
    taught = f"Je leert: {', '.join(step.skills)}." if step.skills else ""
    first = f"{number}. {', '.join(facts)}{f': {there}' if there else ''}."
    return " ".join(part for part in (first, taught, step.why) if part)


def map_told(catalogue: Catalogue, map_id: str, own: Own) -> str:
    """A map: its lines, where one changes between them, and somebody's own stations. Raises UnknownThing."""
    network = network_of(catalogue, map_id)
    counts = f"{counted(len(network.tracks), 'lijn', 'lijnen')}, {stations(len(network.sights))}"
    example = ", voorbeeld" if network.example else ""
    said = [f"Metrokaart {network.name} ({network.region}{example}): {counts}."]
    said += [f"Lijn {track.name}: {stations(len(track.stops))}." for track in network.tracks]
    said += _transfers(network)
    said += _own(network, own)
    return _joined(said)


def _transfers(network: Network) -> Iterator[str]:
    for module in transfers(network):
        lines = [track.name for track in network.tracks if any(stop.module == module for stop in track.stops)]
        yield f"Overstappen bij {network.sights[module].name}: {', '.join(lines)}."


def _own(network: Network, own: Own) -> Iterator[str]:
    for state in (State.NEXT, State.ENROLLED, State.DONE, State.SKIPPED):
        names = [sight.name for module, sight in network.sights.items() if own.state(module) is state]
        if names:
            yield f"{state.value.capitalize()}: {', '.join(names)}."
    on_path = [network.sights[module].name for module in own.path if module in network.sights]
    if on_path:
        yield f"Jouw ontwikkelpad: {', '.join(on_path)}."


def _joined(said: list[str]) -> str:
    """One line for each: a name can't begin a line of its own, and half a character is left out."""
    lines = (" ".join(line.split()) for line in said)
    return "\n".join(filter(None, lines)).encode(errors="ignore").decode()
