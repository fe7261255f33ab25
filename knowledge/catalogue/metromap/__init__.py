"""Reads and writes the file of the Metro Map Designer, in which academies already draw their maps.

Facts about that file (designer as of 2026-02-06) which the parts below build on:

- a station's place in the order is not stored, it follows from where it lies along its line;
- a line is known by its colour: its id is ``metrolinergb`` and the digits of red, green and blue, and a
  line with another id loses its name as soon as the designer saves the map;
- a bend is saved as ``{x, y}`` under ``Segments`` and read as ``{X, Y}`` under ``segments``;
- the width of a transfer station is a number of lines, 30 px for each, along its orientation.
"""

from knowledge.catalogue.metromap.imported import ImportedMap, OpenQuestion
from knowledge.catalogue.metromap.reading import import_map
from knowledge.catalogue.metromap.writing import export_map

__all__ = ["ImportedMap", "OpenQuestion", "export_map", "import_map"]
