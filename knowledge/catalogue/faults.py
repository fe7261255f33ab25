"""A fault in a file that an academy wrote: where it is, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault; ``str()`` is the sentence a coordinator reads.

    Attributes:
        file: the file, as it was named on the command line or found.
        line: counted from 1.
        what: what is wrong, in a sentence.
        remedy: what to do about it, in a sentence.
    """

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.remedy}"
