"""HTML and SVG from Python: whatever is not made by ``tag`` is text, and text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

_FIGURE = re.compile(r"[-–]?\d|–$")


class Html(str):
    """Text that is markup already."""


def tag(name: str, *children: str, **attributes: object) -> Html:
    """An element; ``class_`` gives class, ``aria_label`` aria-label, and an attribute that is None is left out."""
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    head = "".join(f' {key}="{escape(str(value))}"' for key, value in given.items())
    return Html(f"<{name}{head}>{join(children)}</{name}>")


def join(parts: Iterable[str]) -> Html:
    """Parts one after the other, each a text or markup."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def bullets(items: Iterable[str]) -> Html:
    """An unordered list."""
    return tag("ul", *(tag("li", item) for item in items))


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table whose first column names the row; it scrolls sideways by itself where the screen is narrow."""
    body = [tag("tr", tag("th", row[0], scope="row"), *map(_cell, row[1:])) for row in rows]
    inner = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *(tag("th", title, scope="col") for title in head))),
        tag("tbody", *body),
    )
    return tag("div", inner, class_="scroll", role="region", tabindex="0", aria_label=caption)


def folded(title: str, *children: str) -> Html:
    """What is read only by who wants to."""
    return tag("details", tag("summary", title), *children)


def section(id: str, title: str, *children: str) -> Html:
    """A part of the page under a heading that can be linked to."""
    return tag("section", tag("h2", title, id=id), *children, aria_labelledby=id)


def _cell(text: str) -> Html:
    return tag("td", text, class_="figure" if _FIGURE.match(text) else None)
