"""What every page is made from: the database, the catalogue as it is now, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi.responses import HTMLResponse
from sqlalchemy import Engine

from bot.web.pages.colours import Colours
from bot.web.pages.rendering import Head, render
from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.settings import Settings


@dataclass(frozen=True)
class Site:
    """The website over a database."""

    engine: Engine
    view: CatalogueView
    settings: Settings
    clock: Callable[[], datetime]
    colours: Colours

    @property
    def url(self) -> str:
        """Where people reach the website, without a slash at the end."""
        return self.settings.people_url

    def page(
        self,
        template: str,
        head: Head,
        catalogue: Catalogue,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> HTMLResponse:
        """A page over a catalogue."""
        return render(
            template,
            head,
            url=self.url,
            colours=self.colours.address(catalogue),
            status=status,
            headers=headers,
            contact=self.settings.contact,
            **values,
        )
