"""Runs two tiny parts as `navigator up` runs its three: ``python small_up.py FOLDER PORT PORT PORT PORT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.running.parts import Part
from bot.running.signals import stoppable
from bot.running.supervisor import PartError, supervise

PROGRAM = str(Path(__file__).with_name("part.py"))


def parts(folder: Path, ports: list[str], options: list[str]) -> list[Part]:
    pairs = {"first": ports[:2], "second": ports[2:4]}
    return [
        Part(
            name=name,
            command=[sys.executable, PROGRAM, *pair, *options],
            cwd=folder,
            env=dict(os.environ),
            log=folder / "logs" / f"{name}.log",
            answers_at=f"http://127.0.0.1:{pair[0]}/",
            limit=30,
        )
        for name, pair in pairs.items()
    ]


def tell(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main() -> int:
    folder, *rest = sys.argv[1:]
    ports, options = rest[:4], rest[4:]
    os.chdir(folder)
    try:
        with stoppable():
            supervise(parts(Path("."), ports, options), lambda: tell("running"), grace=1.0 if options else 8.0)
    except KeyboardInterrupt:
        return 0
    except PartError as error:
        tell(str(error))
        return 1
    return 9


if __name__ == "__main__":
    sys.exit(main())
