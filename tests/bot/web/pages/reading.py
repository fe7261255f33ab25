"""Reads a page as a program would: its elements, its words, its forms and what it says to machines."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Attributes = dict[str, str | None]
VOID = {"meta", "link", "img", "input", "br", "hr", "line", "path", "rect", "circle"}


@dataclass
class Element:
    """An element with its attributes, the words in it, and how many elements it lies in."""

    tag: str
    attributes: Attributes
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Page(HTMLParser):
    """A page that was read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop().tag == tag:
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """The elements of this name that have these attributes (``class_`` for one of the classes)."""
        kind = wanted.pop("class_", None)
        return [
            one
            for one in self.elements
            if one.tag == tag
            and wanted.items() <= one.attributes.items()
            and (kind is None or kind in (one.attributes.get("class") or "").split())
        ]

    def one(self, tag: str, **wanted: str) -> Element:
        (found,) = self.all(tag, **wanted)
        return found

    def links(self) -> list[str]:
        return [href for one in self.all("a") if (href := one.attributes.get("href"))]

    def meta(self, name: str) -> str | None:
        found = self.all("meta", name=name) + self.all("meta", property=name)
        return found[0].attributes.get("content") if found else None

    def data(self, kind: str) -> list[dict[str, Any]]:
        """What the page says to machines, of this type of schema.org."""
        said = [json.loads("".join(one.words)) for one in self.all("script", type="application/ld+json")]
        return [one for one in said if one["@type"] == kind]

    @property
    def title(self) -> str:
        return self.one("h1").text
