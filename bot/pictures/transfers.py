"""The letters that stand for the transfer stations of a map, so that one can be found on each of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase

from knowledge.drawing.network import Network


def transfers(network: Network) -> dict[str, str]:
    """A letter (after Z: AA) for every module on more than one line, by its id; the busiest first."""
    lines = Counter(module for track in network.tracks for module in dict.fromkeys(stop.module for stop in track.stops))
    busy = [module for module, number in lines.most_common() if number > 1]
    return dict(zip(busy, _letters(), strict=False))


def _letters() -> Iterator[str]:
    for times in count():
        before = "" if not times else ascii_uppercase[(times - 1) % 26]
        yield from (before + letter for letter in ascii_uppercase)
