"""Advice and path over a generated catalogue of 40 academies, 4,000 modules and 20,000 offerings."""

from __future__ import annotations

from time import perf_counter

from knowledge.advice.questions import advise_or_ask
from tests.bench.figures import quantile, say
from tests.generated import generate_catalogue
from tests.generated_profiles import generate_person
from tests.path_bench import measure

PEOPLE = 100


def bench_rules() -> None:
    """Prints the times of advice (with the question to ask) and of path for the same people."""
    catalogue = generate_catalogue()
    say(
        f"Generated: {len(catalogue.academies)} academies, {len(catalogue.modules)} modules, "
        f"{len(catalogue.lines)} lines, {len(catalogue.sessions)} offerings; {PEOPLE} people."
    )
    advise_or_ask(catalogue, generate_person(catalogue, 0).profile)
    took = []
    for seed in range(PEOPLE):
        profile = generate_person(catalogue, seed).profile
        began = perf_counter()
        advise_or_ask(catalogue, profile)
        took.append((perf_counter() - began) * 1000)
    say(f"  advice  p50 {quantile(took, 0.5):6.1f} ms   p95 {quantile(took, 0.95):6.1f} ms   (budget p95 50 ms)")
    paths = measure(catalogue, PEOPLE)
    millis = [1000 * seconds for seconds in paths.seconds]
    say(
        f"  path    p50 {quantile(millis, 0.5):6.1f} ms   p95 {quantile(millis, 0.95):6.1f} ms   "
        f"(budget p95 500 ms; proved optimal {paths.proved} of {PEOPLE})"
    )
