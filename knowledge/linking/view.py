"""Hands out a linker for the newest catalogue."""

from __future__ import annotations

from threading import Lock

from knowledge.catalogue.snapshot import CatalogueView
from knowledge.linking.linker import Linker


class LinkerView:
    """The linker of the catalogue that is loaded now, built again only when its version has changed."""

    def __init__(self, view: CatalogueView) -> None:
        self._view = view
        self._lock = Lock()
        self._held: tuple[int, Linker] | None = None

    def now(self) -> Linker:
        """The linker for the newest catalogue."""
        catalogue = self._view.now()
        with self._lock:
            if self._held is None or self._held[0] != catalogue.version:
                self._held = (catalogue.version, Linker(catalogue))
            return self._held[1]
