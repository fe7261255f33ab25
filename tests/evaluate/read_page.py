"""Reads a page as a browser would, strictly: its text, its elements, and what is wrong with its form."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """``text`` is what is to be read, ``tags`` every element with its attributes, ``faults`` a sentence each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.text, self.faults = page, "", list[str]()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self.open]
        self.faults += [*self._ids(), *self._outside(), *self._tables_and_pictures()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data + " "

    def named(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element with this name."""
        return [given for tag, given in self.tags if tag == name]

    def _ids(self) -> list[str]:
        ids = [given["id"] for _, given in self.tags if "id" in given]
        called = [
            given[key] for _, given in self.tags for key in ("aria-labelledby", "aria-describedby") if key in given
        ]
        twice = [f"the id {id} stands there twice" for id in sorted({id for id in ids if ids.count(id) > 1})]
        return twice + [f"no element has the id {id}" for id in called if id not in ids]

    def _outside(self) -> list[str]:
        found = re.findall(r"https?://|<script|\bsrc=|\bhref=|url\(|@import", self.page)
        return [f"the page reaches outside or runs something: {one}" for one in found]

    def _tables_and_pictures(self) -> list[str]:
        faults = ["a th without scope" for given in self.named("th") if "scope" not in given]
        faults += ["a th that is empty" for _ in re.findall(r"<th\b[^>]*></th>", self.page)]
        for whole, part in (("table", "caption"), ("svg", "desc")):
            if len(self.named(whole)) != len(self.named(part)):
                faults.append(f"a {whole} without {part}")
        return faults
