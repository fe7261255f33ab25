"""How long a path takes over the generated catalogue, and whether each is proved.

Run ``python -m tests.path_bench``; ``measure`` gives the figures to other benches.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from knowledge.catalogue.snapshot import Catalogue
from knowledge.path.find import find_path
from knowledge.path.shape import DevelopmentPath
from knowledge.path.target import target_of
from tests.generated import NOW, generate_catalogue
from tests.generated_profiles import Drawn, generate_person


@dataclass(frozen=True)
class Measured:
    """Seconds of each path, from fast to slow, and how many were proved, out of how many."""

    seconds: Sequence[float]
    proved: int

    def quantile(self, part: float) -> float:
        return self.seconds[min(len(self.seconds) - 1, int(part * len(self.seconds)))]


def measure(catalogue: Catalogue, people: int = 100) -> Measured:
    """The paths of the people with seeds 0 up to ``people``."""
    _ = catalogue.sessions_of, catalogue.lines_of
    seconds, proved = [], 0
    for seed in range(people):
        person = generate_person(catalogue, seed)
        began = perf_counter()
        proved += path_of(catalogue, person).proved_optimal
        seconds.append(perf_counter() - began)
    return Measured(sorted(seconds), proved)


def path_of(catalogue: Catalogue, person: Drawn) -> DevelopmentPath:
    """The path of this person to what their line teaches, or else to what they want."""
    target = target_of(catalogue, person.profile, person.line)
    return find_path(catalogue, person.profile, target, NOW, line=person.line, full=person.full)


def main() -> None:
    measured = measure(generate_catalogue())
    said = {f"p{round(100 * part)}": f"{1000 * measured.quantile(part):.0f} ms" for part in (0.5, 0.95, 1.0)}
    sys.stdout.write(f"path: {said}, proved {measured.proved} of {len(measured.seconds)}\n")


if __name__ == "__main__":
    main()
