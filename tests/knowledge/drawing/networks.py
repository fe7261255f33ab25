"""Networks to draw: generated from a seed, and small ones written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from knowledge.drawing.network import Network, Sight, Stop, Track
from knowledge.vocabulary import ModuleType, Phase, Skip

COLOURS = (
    "#e4002b", "#1b3a93", "#009b77", "#f28c00", "#8b5a2b", "#6a1b9a", "#00a3e0", "#d6006e", "#4c9f00", "#ffd500",
    "#7f8c8d", "#003b49",
)  # fmt: skip
FIRST = ("Startbijeenkomst", "Masterclass:", "Webinar:", "Op bezoek:", "Maaksessie:", "Hackathon:", "Je eerste")
THEN = (
    "slim onderhoud", "trillingen meten", "data van je machine halen", "een veilige fabriek ontwerpen", "lasrobot",
    "wat AI voor de werkplaats betekent", "cam", "verspaningstechnologie", "onderdelen printen in metaal",
)  # fmt: skip
SHARES = {Phase.INSPIRATION: (1, 2), Phase.LEARNING_QUESTION: (1, 1), Phase.CONTENT: (3, 6), Phase.CONCLUSION: (1, 1)}


def generated(seed: int, lines: int | None = None, stations: int = 80) -> Network:
    """A network as academies make them: a hub, a learning question of its own for each line, shared content."""
    draw = Random(seed)
    lines = lines or draw.randint(2, 12)
    stops: dict[str, list[tuple[str, Phase]]] = {}
    pool = [f"inhoud-{n}" for n in range(max(8, min(stations - 4 * lines, 6 * lines)))]
    draw.shuffle(pool)
    fresh = iter(pool)
    used: list[str] = []
    for line in range(lines):
        hub = ["hub"] if draw.random() < 0.8 else [f"begin-{line}"]
        own = [(module, Phase.INSPIRATION) for module in hub + [f"kijk-{line}"] * (draw.random() < 0.6)]
        own.append((f"vraag-{line}", Phase.LEARNING_QUESTION))
        content: list[str] = []
        for _ in range(draw.randint(*SHARES[Phase.CONTENT])):
            new = next(fresh, None) if draw.random() < 0.75 or not used else None
            module = new or draw.choice(used or pool)
            if module not in content:
                content.append(module)
        used += [module for module in content if module not in used]
        if draw.random() < 0.7:  # mostly people agree on what comes first
            content.sort(key=pool.index)
        own += [(module, Phase.CONTENT) for module in content]
        own.append((f"slot-{line}", Phase.CONCLUSION))
        stops[f"lijn-{line}"] = own
    return network_of_stops(stops, draw)


def network_of_stops(stops: Mapping[str, Sequence[tuple[str, Phase]]], draw: Random) -> Network:
    """A network with names, types and colours drawn for it."""
    modules = dict.fromkeys(module for own in stops.values() for module, _ in own)
    return Network(
        id="kaart",
        name="Getekende kaart",
        region="Polder",
        tracks=tuple(
            Track(
                id=line,
                name=f"{draw.choice(THEN).capitalize()} {n}",
                colour=COLOURS[n % len(COLOURS)],
                stops=tuple(Stop(module, phase, draw.choice(tuple(Skip))) for module, phase in own),
                audience="Monteurs",
            )
            for n, (line, own) in enumerate(stops.items())
        ),
        sights={
            module: Sight(f"{draw.choice(FIRST)} {draw.choice(THEN)}", draw.choice(tuple(ModuleType)), 3)
            for module in modules
        },
    )


def simple(lines: Mapping[str, Sequence[str]]) -> Network:
    """A network of content stations only, each line given as its module ids."""
    return network_of_stops(
        {line: [(module, Phase.CONTENT) for module in own] for line, own in lines.items()}, Random(1)
    )
