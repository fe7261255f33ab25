"""Reads the content files: everything in them that has the right shape, and every fault met on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.faults import Fault
from knowledge.catalogue.shaping import Written, things
from knowledge.catalogue.yaml_lines import Parsed, parse

_AN_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9-]+)")


@dataclass
class Reading:
    """What was read: the things that have the right shape, and every fault met on the way.

    ``perhaps`` are the ids that stand in files with faults: until those are mended nobody can say that
    such an id does not exist.
    """

    written: list[Written] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    perhaps: set[str] = field(default_factory=set)

    def content(self) -> Content:
        """The things together. Only meaningful when there are no faults."""
        lists: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for one in self.written:
            lists[one.kind].append(one.thing)
        return Content(**lists)


def read_content(path: Path) -> Reading:
    """Reads one file, or every ``*.yml`` and ``*.yaml`` below a folder in the order of their names."""
    reading = Reading()
    if not path.exists():
        reading.faults.append(Fault(str(path), 1, "There is no such file or folder.", "Check the path."))
        return reading
    found = [path] if path.is_file() else path.rglob("*")
    files = sorted(file for file in found if file == path or file.suffix in (".yml", ".yaml"))
    if not files:
        reading.faults.append(
            Fault(str(path), 1, "There are no .yml files here.", "Name the folder with the catalogue.")
        )
    for file in files:
        _read_file(file, reading)
    return reading


def _read_file(file: Path, reading: Reading) -> None:
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown"
        reading.faults.append(
            Fault(str(file), 1, f"The file cannot be read: {reason}.", "Check what it is and who may read it.")
        )
        return
    try:
        parsed = parse(raw.decode("utf-8"), str(file))
    except UnicodeDecodeError as error:
        parsed = Parsed(str(file))
        line = raw.count(b"\n", 0, error.start) + 1
        parsed.fault(line, "The file is not UTF-8 text.", "Save it as UTF-8 text.")
    reading.written.extend(things(parsed))
    if parsed.faults:
        reading.faults.extend(parsed.faults)
        reading.perhaps.update(_AN_ID.findall(raw.decode("utf-8", errors="replace")))
