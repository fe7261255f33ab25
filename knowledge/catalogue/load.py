"""Loads the catalogue into the database: all of it or nothing, and twice is the same as once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine, delete, func, insert, select
from sqlmodel import Session, col

from knowledge.catalogue.check import check_content
from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.merging import hold_still, merge_offerings
from knowledge.catalogue.planning import plan
from knowledge.clock import to_local
from knowledge.database import reading, writing
from knowledge.drawing.layout import VERSION
from knowledge.drawing.store import draw_all, replace_drawings
from knowledge.errors import ContentError
from knowledge.tables import CatalogueItem, CatalogueState, Enrolment, Offering
from knowledge.vocabulary import LIVE


@dataclass(frozen=True)
class LoadResult:
    """What a load did, and how many lines, modules and coming offerings there are now.

    ``kept`` are coming offerings that left the content but still have people on them.
    """

    version: int
    changed: bool
    lines: int
    modules: int
    offerings: int
    kept: list[str]


def load_content(engine: Engine, path: Path, now: datetime, weeks: int = 26) -> LoadResult:
    """Loads a file or folder and plans its offerings for the coming ``weeks`` weeks.

    Raises:
        ContentError: with every fault; the database is then as it was.
    """
    checked = check_content(path)
    if checked.faults:
        raise ContentError(checked.faults)
    return load(engine, checked.content(), now, weeks)


def load(engine: Engine, content: Content, now: datetime, weeks: int = 26) -> LoadResult:
    """Loads a catalogue that was checked. The same content on the same day changes nothing."""
    digest = _digest(content, now, weeks)
    with reading(engine) as session:
        state = session.get(CatalogueState, 1)
    if state and state.digest == digest:
        return _result(engine, content, state.version, now, changed=False)
    drawings = draw_all(engine, content)
    planned = {one.id: one for rule in content.offerings for one in plan(rule, now, weeks)}
    with writing(engine) as session:
        hold_still(session)
        state = session.get(CatalogueState, 1) or CatalogueState(version=0, digest="", loaded_at=now)
        changed = state.digest != digest  # somebody may have loaded the same in the meantime
        if changed:
            _replace_items(session, content)
            replace_drawings(session, drawings)
            merge_offerings(session, planned, now)
            state.version, state.digest, state.loaded_at = state.version + 1, digest, now
            session.add(state)
        version = state.version
    return _result(engine, content, version, now, changed=changed)


def _digest(content: Content, now: datetime, weeks: int) -> str:
    text = f"{to_local(now).date()} {weeks} {VERSION} {content.model_dump_json()}"
    return sha256(text.encode()).hexdigest()


def _replace_items(session: Session, content: Content) -> None:
    session.execute(delete(CatalogueItem))
    rows = [
        {"kind": kind, "id": thing.id, "position": n, "body": json.loads(thing.model_dump_json())}
        for kind in KINDS
        if kind != "offerings"
        for n, thing in enumerate(getattr(content, kind))
    ]
    if rows:
        session.execute(insert(CatalogueItem), rows)


def _result(engine: Engine, content: Content, version: int, now: datetime, *, changed: bool) -> LoadResult:
    coming = col(Offering.starts_at).is_(None) | (col(Offering.starts_at) > now)
    counts_on_it = col(Offering.id).in_(select(col(Enrolment.offering_id)).where(col(Enrolment.state).in_(LIVE)))
    with reading(engine) as session:
        kept = session.scalars(select(col(Offering.id)).where(~col(Offering.in_content), coming, counts_on_it)).all()
        count = session.scalar(select(func.count()).where(col(Offering.in_content), coming)) or 0
    return LoadResult(version, changed, len(content.lines), len(content.modules), count, sorted(kept))
