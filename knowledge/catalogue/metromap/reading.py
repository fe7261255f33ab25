"""Reads a map file of the designer into a draft of the catalogue."""

from __future__ import annotations

from typing import Any

from knowledge.catalogue.content import Content
from knowledge.catalogue.metromap.checking import check
from knowledge.catalogue.metromap.draft import Draft
from knowledge.catalogue.metromap.draft_lines import draft_lines, put_in_order
from knowledge.catalogue.metromap.draft_map import draft_map
from knowledge.catalogue.metromap.draft_modules import draft_modules
from knowledge.catalogue.metromap.drawing import drawing_of
from knowledge.catalogue.metromap.faults import refuse
from knowledge.catalogue.metromap.identity import line_ids, map_id, module_ids
from knowledge.catalogue.metromap.imported import ImportedMap
from knowledge.catalogue.metromap.parsing import parse


def import_map(text: str, file: str, known: Content | None = None) -> ImportedMap:
    """A draft of the map in a file, with a question for everything that the file doesn't tell.

    Args:
        text: the file as the designer saved it: JSON.
        file: how to name the file in faults.
        known: the catalogue so far; its modules, lines, map, target groups and academies are matched by the
            ids that we wrote in the file, else by their very name.

    Raises:
        MapFileError: with every fault of the file, each with its place and what to do.
    """
    found = parse(text, file)
    paths = check(found)
    if found.faults:
        refuse(found.faults)
    have = known or Content()
    draft = Draft(
        found=found,
        paths=paths,
        known=have,
        map_id=map_id(found.head, have),
        modules=module_ids(found, have),
        lines=line_ids(found, have),
    )
    put_in_order(draft)
    content: dict[str, Any] = {
        "maps": [draft_map(draft)],
        "lines": draft_lines(draft),
        "modules": draft_modules(draft),
    }
    return ImportedMap(file, content, draft.questions, drawing_of(draft).model_dump(mode="json"))
