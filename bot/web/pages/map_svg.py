"""The picture of a map made fit for within a page: without a style sheet of its own, with stations as named links.

The tab key goes from station to station along the lines, each station once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from xml.etree.ElementTree import Element, fromstring, tostring

from markupsafe import Markup

from knowledge.drawing.network import Network

NO_FIT = "past niet bij je keuze"


def within_page(svg: str, network: Network, fitting: Collection[str] | None) -> Markup:
    """The picture as HTML takes it.

    Args:
        svg: what ``knowledge.drawing.svg.picture`` drew, with links.
        fitting: the modules that stay bright; None for all.
    """
    root = fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))  # noqa: S314  # our own picture
    for sheet in root.findall("style"):
        root.remove(sheet)
    root.set("class", "metro")
    for group in root.findall("g"):
        _order(group, network)
    for group in root.iter("g"):
        _name(group, fitting)
    if fitting is not None:
        _dim_lines(root, network, fitting)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704  # escaped where it was drawn, and here again


def _order(group: Element, network: Network) -> None:
    """Puts the stations of a group in the order of the lines; they lie apart, so none covers another."""
    stations = {one.get("data-module", ""): one for one in group if one.get("class") == "station"}
    for one in stations.values():
        group.remove(one)
    along = dict.fromkeys(stop.module for track in network.tracks for stop in track.stops)
    group.extend(stations[module] for module in along if module in stations)


def _name(group: Element, fitting: Collection[str] | None) -> None:
    """What a station is, as the name of its link; the words in it are for the eye."""
    link, title = group.find("a"), group.find("title")
    if group.get("class") != "station" or link is None or title is None:
        return
    faint = fitting is not None and group.get("data-module") not in fitting
    if faint:
        group.set("class", "station faint")
    link.attrib.pop("target", None)
    link.set("aria-label", f"{title.text}{f' ({NO_FIT})' if faint else ''}")
    for word in link.iter("text"):
        word.set("aria-hidden", "true")
    _widen(link)


def _widen(link: Element) -> None:
    """A wider mark behind it that nobody sees, so that a finger or a mouse finds the station (WCAG 2.5.5)."""
    mark = link.find("line")
    if mark is None:
        return
    ends = {name: mark.get(name, "0") for name in ("x1", "y1", "x2", "y2")}
    shown = {"class": "target", "stroke": "transparent", "stroke-width": "44", "stroke-linecap": "round"}
    link.insert(0, Element("line", {**ends, **shown}))


def _dim_lines(root: Element, network: Network, fitting: Collection[str]) -> None:
    """A line on which nothing fits steps back, with its sign."""
    dim = {track.id for track in network.tracks if not _any(fitting, (stop.module for stop in track.stops))}
    for group in root.iter("g"):
        if group.get("data-line") in dim or group.get("data-sign") in dim:
            group.set("class", "faint")


def _any(fitting: Collection[str], modules: Iterable[str]) -> bool:
    return any(module in fitting for module in modules)
