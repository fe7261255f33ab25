"""The small catalogue of the tests, to be changed file by file."""

from __future__ import annotations

import shutil
from pathlib import Path

from knowledge.catalogue.check import check_content
from knowledge.catalogue.content import Content

SMALL = Path(__file__).parents[2] / "data" / "catalogue"


class Files:
    """A copy of the small catalogue in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(SMALL, folder))

    def change(self, file: str, old: str, new: str) -> None:
        """Writes something else in a file, which must stand there once."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def add(self, file: str, text: str) -> None:
        """Writes more at the end of a file."""
        self.write(file, (self.folder / file).read_text(encoding="utf-8") + text)

    def write(self, file: str, text: str | bytes) -> None:
        raw = text.encode("utf-8") if isinstance(text, str) else text
        (self.folder / file).write_bytes(raw)

    def line(self, file: str, marked: str) -> int:
        """The number of the one line of a file in which this stands."""
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, 1) if marked in line]
        return number

    def faults(self) -> list[str]:
        """Every fault as a coordinator reads it, with the file by its name within the folder."""
        return [str(fault).removeprefix(f"{self.folder}/") for fault in check_content(self.folder).faults]

    def content(self) -> Content:
        """The catalogue, which must be sound."""
        checked = check_content(self.folder)
        assert checked.faults == []
        return checked.content()
