"""Templates to pages. Whatever a text holds, it comes out as text; a name that a template misses is a fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from knowledge.clock import as_utc, say_day, to_local
from knowledge.saying import euros, say_number
from knowledge.vocabulary import DUTCH

NAME = "Smart Makers Navigator"
PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex, nofollow", "referrer-policy": "same-origin"}
"""What goes with a page about one person. With `same-origin` a form says where it was sent from."""

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Head:
    """What the head of a page says of it.

    Attributes:
        title: of the page alone; the name of the website is put behind it.
        path: where it stands, with a slash first and without a query; None for one that is no place, such as a 404.
        section: which part of the navigation it belongs to; empty for none.
        data: what it says to machines (schema.org), each a JSON-LD document.
        crumbs: the way to it, as titles and paths; the page itself is left out.
    """

    title: str
    description: str
    path: str | None
    section: str = ""
    indexed: bool = True
    data: Sequence[Data] = ()
    crumbs: Sequence[tuple[str, str]] = ()


def render(
    template: str,
    head: Head,
    *,
    url: str,
    colours: str | None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page.

    Args:
        url: where people reach the website, without a slash at the end.
        colours: the address of the style sheet with the colours of the lines; None when there is no catalogue.
    """
    html = _environment().get_template(template).render(head=head, url=url, colours=colours, **values)
    return HTMLResponse(html, status_code=status, headers=dict(headers or {}))


def crumb_data(head: Head, url: str) -> Data:
    """The way to a page as a BreadcrumbList of schema.org, from the home page to itself."""
    way = [*head.crumbs, (head.title, head.path or "")]
    items = [
        {"@type": "ListItem", "position": n, "name": title, "item": f"{url}{path}"}
        for n, (title, path) in enumerate(way, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def data_block(data: Data) -> Markup:
    """JSON for within a ``script`` element: nothing in it can end that element or begin another."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(said)  # noqa: S704  # made harmless just above


def hours(number: float) -> str:
    """``2,5 uur``."""
    return f"{say_number(number)} uur"


def several(number: int, one: str, more: str) -> str:
    """``1 station``, ``3 stations``."""
    return f"{number} {one if number == 1 else more}"


def clock_time(moment: datetime) -> str:
    """``13:00``, in the Netherlands."""
    return f"{to_local(moment):%H:%M}"


def iso(moment: datetime) -> str:
    """The moment with the Dutch offset, as schema.org and ``time`` elements take it."""
    return to_local(moment).isoformat(timespec="minutes")


def zulu(moment: datetime) -> str:
    return as_utc(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def dutch(word: StrEnum) -> str:
    return DUTCH[word]


def listed(words: Iterable[str]) -> str:
    """``a, b en c``."""
    *most, last = list(words) or [""]
    return " en ".join(part for part in (", ".join(most), last) if part)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def first_low(text: str) -> str:
    """Without the capital of a sentence; an abbreviation keeps its own."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    found = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name, of in {
        "capital": capital,
        "clock_time": clock_time,
        "data_block": data_block,
        "dutch": dutch,
        "euros": euros,
        "first_low": first_low,
        "hours": hours,
        "iso": iso,
        "listed": listed,
        "say_day": say_day,
        "zulu": zulu,
    }.items():
        found.filters[name] = of
    found.globals |= {"crumb_data": crumb_data, "site_name": NAME, "several": several}
    return found
