"""The drawings in the database: made when a catalogue is loaded, so that reading one is fast.

A drawing goes with a digest of all that it was made from; one whose digest no longer fits is made again, so
a picture never shows another map than the catalogue has.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from sqlmodel import Session

from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.drawing.draw import drawing_for
from knowledge.drawing.layout import VERSION
from knowledge.drawing.network import Network, network_of
from knowledge.drawing.shape import Drawing
from knowledge.tables import MapDrawing

Rows = Sequence[Mapping[str, Any]]


def draw_all(engine: Engine, content: Content) -> Rows:
    """A row for every map of a catalogue that is to be loaded; what is drawn already is not drawn again."""
    kinds = [kind for kind in KINDS if kind != "offerings"]
    things = {kind: {one.id: one for one in getattr(content, kind)} for kind in kinds}
    catalogue = Catalogue(version=0, **things)  # type: ignore[arg-type]  # by kind
    with reading(engine) as session:
        drawn = {row.digest: row.body for row in session.scalars(select(MapDrawing))}
    rows = []
    for map_id in catalogue.maps:
        network = network_of(catalogue, map_id)
        digest = _digest(catalogue, network)
        body = drawn.get(digest) or drawing_for(catalogue, network).model_dump(mode="json")
        rows.append({"map_id": map_id, "digest": digest, "body": body})
    return rows


def replace_drawings(session: Session, rows: Rows) -> None:
    """Puts these drawings in the place of all there were."""
    session.execute(delete(MapDrawing))
    if rows:
        session.execute(insert(MapDrawing), rows)


def drawing_in(engine: Engine, catalogue: Catalogue, map_id: str) -> tuple[Network, Drawing]:
    """A map of the loaded catalogue and its drawing. Raises UnknownThing."""
    network = network_of(catalogue, map_id)
    with reading(engine) as session:
        row = session.get(MapDrawing, map_id)
    if row is not None and row.digest == _digest(catalogue, network):
        return network, Drawing.model_validate(row.body)
    return network, drawing_for(catalogue, network)


def _digest(catalogue: Catalogue, network: Network) -> str:
    by_hand = catalogue.maps[network.id].drawing
    made_from = [VERSION, asdict(network), by_hand.model_dump(mode="json") if by_hand else None]
    return sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()
