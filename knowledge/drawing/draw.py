"""The drawing of a map of the catalogue: as an academy drew it while that still holds, else laid out."""

from __future__ import annotations

from knowledge.catalogue.metromap.kept import still_holds
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.kept import keep
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network, network_of
from knowledge.drawing.shape import Drawing


def draw_map(catalogue: Catalogue, map_id: str) -> tuple[Network, Drawing]:
    """A map and its drawing. Raises UnknownThing."""
    network = network_of(catalogue, map_id)
    return network, drawing_for(catalogue, network)


def drawing_for(catalogue: Catalogue, network: Network) -> Drawing:
    """The drawing of a network. One by hand stays as long as every line is still as it was drawn."""
    by_hand = catalogue.maps[network.id].drawing
    stops = {track.id: [stop.module for stop in track.stops] for track in network.tracks}
    return keep(network, by_hand) if by_hand and still_holds(stops, by_hand) else lay_out(network)
