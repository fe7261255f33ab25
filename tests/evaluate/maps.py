"""``python -m tests.evaluate.maps [number]``: lays out the shipped maps and generated ones, and prints figures."""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

from knowledge.drawing.columns import in_columns
from knowledge.drawing.faults import bends_of, crossings_of, faults_of
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network, network_of
from knowledge.drawing.strands import strands_of
from tests.knowledge.catalogue.metromap.metromap_help import catalogue_of, shipped_content
from tests.knowledge.drawing.exact import fewest_crossings
from tests.knowledge.drawing.networks import generated

MOST_LINES, MOST_STATIONS = 12, 80


def measure(network: Network) -> tuple[float, int, int, int, float, float]:
    """Seconds, crossings, bends, faults, width and height (px) of a map."""
    start = perf_counter()
    drawing = lay_out(network)
    seconds = perf_counter() - start
    faults = faults_of(drawing, network)
    if faults.total:
        print(network.id, faults)  # noqa: T201  # a person looks at these
    return seconds, crossings_of(drawing), bends_of(drawing), faults.total, drawing.width, drawing.height


def main(number: int = 200) -> None:
    print(f"{'map':24}{'lines':>6}{'stations':>9}{'s':>7}{'crossings':>10}{'bends':>6}{'faults':>7}  size")  # noqa: T201
    catalogue = catalogue_of(shipped_content())
    for metro_map in catalogue.maps:
        network = network_of(catalogue, metro_map)
        show(metro_map, network)
        proved = min(fewest_crossings(strands_of(network, columns)) for columns in in_columns(network))
        print(f"{'':39}{proved:17} at least, proved")  # noqa: T201
    show("largest", generated(7, MOST_LINES, MOST_STATIONS))
    found = [measure(generated(seed)) for seed in range(number)]
    if found:
        times = sorted(one[0] for one in found)
        print(  # noqa: T201
            f"{number} generated: {sum(one[3] for one in found)} faults, "
            f"{median(one[1] for one in found):g} crossings in the middle ({sum(one[1] for one in found)} in all, "
            f"{sum(one[2] for one in found)} bends), "
            f"{median(times):.2f} s in the middle, {times[-1]:.2f} s at most"
        )


def show(name: str, network: Network) -> None:
    seconds, crossings, bends, faults, width, height = measure(network)
    print(  # noqa: T201
        f"{name:24}{len(network.tracks):6}{len(network.sights):9}{seconds:7.2f}{crossings:10}{bends:6}{faults:7}"
        f"  {width:.0f} × {height:.0f}"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
