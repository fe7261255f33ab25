"""Finds modules by the words of their names, when what somebody says is no name of anything."""

from __future__ import annotations

import re

from knowledge.catalogue.content import Module
from knowledge.catalogue.snapshot import Catalogue

SHORTEST = 5
"""Words with fewer letters than this ("werk", "les") say too little of a module."""


def modules_about(catalogue: Catalogue, words: str, most: int = 3) -> list[Module]:
    """The modules whose name or summary holds most of these words, best first; none when no word is found.

    A word counts when a word of the module begins with it, or it with that ("trilling" finds "trillingen").
    """
    asked = [word for word in re.findall(r"\w+", words.casefold()) if len(word) >= SHORTEST]
    modules = catalogue.modules.values()
    found = [(_shared(asked, module.name) * 2 + _shared(asked, module.summary), module) for module in modules]
    best = sorted((one for one in found if one[0]), key=lambda one: -one[0])
    return [module for points, module in best[:most] if points == best[0][0]]


def _shared(asked: list[str], text: str) -> int:
    held = [word for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST]
    return sum(any(word.startswith(one) or one.startswith(word) for word in held) for one in asked)
