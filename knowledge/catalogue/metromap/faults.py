"""A fault in a map file: where it is, what is wrong and what to do. All of them are told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from knowledge.errors import MapFileError

MOST = 100
"""How many faults are written out; of more only the number is told."""


@dataclass(frozen=True)
class MapFault:
    """One fault.

    Attributes:
        file: the file, as it was named by who called.
        where: a path such as ``stations[3].metroLines[0]``, or ``line 12, column 5`` of broken JSON.
        what: what is wrong, in a sentence.
        remedy: what to do about it, in a sentence.
    """

    file: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.what} {self.remedy}"


def refuse(faults: Sequence[MapFault]) -> NoReturn:
    """Raises one MapFileError with a line for each fault."""
    lines = [str(fault) for fault in faults[:MOST]]
    if len(faults) > MOST:
        lines.append(f"{faults[0].file}: … and {len(faults) - MOST} more faults. Mend these first.")
    raise MapFileError("\n".join(lines))
