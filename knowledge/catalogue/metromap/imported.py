"""What comes out of reading a map file: a draft of the catalogue, and all that the file doesn't tell."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from knowledge.catalogue.metromap.draft_yaml import write_draft
from knowledge.catalogue.metromap.questions import OpenQuestion

__all__ = ["ImportedMap", "OpenQuestion"]


@dataclass(frozen=True)
class ImportedMap:
    """A draft of the catalogue as far as the file tells it; nothing in it is guessed.

    Attributes:
        file: the file, as it was named by who called.
        content: a fragment of the catalogue in the form of its YAML files: ``maps``, ``lines``, ``modules``.
            Modules that the catalogue already has are named by the stations, not repeated.
        questions: what the coordinator still has to answer, in the order of the draft.
        positions: the drawing, which ``export_map`` takes as ``drawing`` to write it back.
    """

    file: str
    content: dict[str, Any]
    questions: list[OpenQuestion] = field(default_factory=list)
    positions: dict[str, Any] = field(default_factory=dict)

    def as_yaml(self) -> str:
        """The draft as a YAML file, each question as a comment beside the place of its answer."""
        return write_draft(self.file, self.content, self.questions)

    def as_json(self) -> str:
        """All of it as JSON: ``content``, ``questions`` (``where``, ``what``) and ``drawing``."""
        questions = [{"where": one.where, "what": one.what} for one in self.questions]
        whole = {"content": self.content, "questions": questions, "drawing": self.positions}
        return json.dumps(whole, ensure_ascii=False, indent=2)
