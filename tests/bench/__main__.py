"""``make bench``: prints every budget that can be measured here."""

from __future__ import annotations

import platform

from tests.bench.figures import say
from tests.bench.rules import bench_rules
from tests.bench.turns import bench_turns

if __name__ == "__main__":
    say(f"Python {platform.python_version()}, {platform.machine()}")
    bench_rules()
    bench_turns()
