"""Databases to read from: the shipped catalogue with a busy day on it, and a generated one full of oddities."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Engine, insert, select, update
from sqlmodel import col

from knowledge.catalogue.content import KINDS
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.database import reading, writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import CatalogueItem, CatalogueState, Learner, Offering
from knowledge.vocabulary import OfferingState
from tests.generated import generate_catalogue

ODD = ('<b>"Lassen" & \\ zo</b>', "Ω≈ç√ 焊接 🤖", "'; DROP TABLE offering; --", "a" * 120, "\u202eomgekeerd\u202c")
"""Names that somebody might write."""


def busy(engine: Engine, now: datetime) -> dict[str, str]:
    """Some coming offerings get full with a long or a short queue, certain, called off …; gives the id of each."""
    with reading(engine) as session:
        dated = select(col(Offering.id)).where(col(Offering.starts_at) > now + timedelta(days=10))
        ids = list(session.scalars(dated.order_by(col(Offering.id)).limit(6)))
    named = dict(zip(("full", "few", "certain", "cancelled", "concept", "gone"), ids, strict=True))
    _change(engine, named["full"], maximum=6, minimum=2)
    fill(engine, now, named["full"], 6 + 7)
    _change(engine, named["few"], maximum=1, minimum=1)
    fill(engine, now, named["few"], 1 + 4)
    _change(engine, named["certain"], state=OfferingState.CONFIRMED)
    _change(engine, named["cancelled"], state=OfferingState.CANCELLED)
    _change(engine, named["concept"], state=OfferingState.CONCEPT)
    _change(engine, named["gone"], in_content=False)
    _read_anew(engine)
    return named


def fill(engine: Engine, now: datetime, offering: str, people: int) -> None:
    """That many people want a seat, one after the other."""
    with writing(engine) as session:
        learners = [Learner(created_at=now, consent_at=now) for _ in range(people)]
        session.add_all(learners)
        session.flush()
        ids = [learner.id for learner in learners]
    for n, id in enumerate(ids):
        enrol(engine, id, [offering], now + timedelta(seconds=n))


def wild(engine: Engine, now: datetime, *, seed: int = 1) -> None:
    """A small generated catalogue with odd names, and offerings in every state with everything that may be missing."""
    draw = Random(seed)
    catalogue = generate_catalogue(academies=3, modules=60, offerings=150, seed=seed, now=now - timedelta(days=30))
    modules = {
        id: one.model_copy(update={"name": draw.choice((*ODD, one.name)), "bring": draw.choice(("", "Een bril"))})
        for id, one in catalogue.modules.items()
    }
    lines = {
        id: one.model_copy(update={"name": ODD[n % len(ODD)], "academies": [] if n % 3 == 0 else one.academies})
        for n, (id, one) in enumerate(list(catalogue.lines.items())[:30])
    }
    write(engine, replace(catalogue, modules=modules, lines=lines), now)
    with reading(engine) as session:
        ids = list(session.scalars(select(col(Offering.id)).order_by(col(Offering.id))))
    for id in ids:
        _change(engine, id, **_odd(draw))
    _read_anew(engine)


def write(engine: Engine, catalogue: Catalogue, now: datetime) -> None:
    """Puts a catalogue in the database as a load would."""
    of_kind = {kind: getattr(catalogue, kind) for kind in KINDS if kind != "offerings"}
    items = [
        {"kind": kind, "id": id, "position": n, "body": json.loads(thing.model_dump_json())}
        for kind, things in of_kind.items()
        for n, (id, thing) in enumerate(things.items())
    ]
    with writing(engine) as session:
        session.execute(insert(CatalogueItem), items)
        session.execute(insert(Offering), [_row(one) for one in catalogue.sessions])
        session.add(CatalogueState(version=1, digest="", loaded_at=now))


def _row(one: Session) -> dict[str, Any]:
    return {
        "id": one.id,
        "module_id": one.module,
        "academy_id": one.academy,
        "rule": "",
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "decide_at": one.starts_at and one.starts_at - timedelta(days=7),
        "place": one.place,
        "town": one.town,
        "online": one.online or one.starts_at is None,
        "minimum": 4,
        "maximum": 12,
        "cost": one.cost,
        "paid_by": one.paid_by,
        "partners": [],
        "by_hand": [],
        "state": OfferingState.OPEN,
    }


def _odd(draw: Random) -> dict[str, Any]:
    change: dict[str, Any] = {
        "state": draw.choice(tuple(OfferingState)),
        "cost": draw.choice((0, 0.1 + 0.2, 99.995, 10_000)),
        "paid_by": draw.choice(("", *ODD)),
        "maximum": draw.choice((1, 4, 500)),
        "minimum": 1,
        "in_content": draw.random() < 0.9,
    }
    if draw.random() < 0.1:
        change |= {
            "module_id": "weg",
            "academy_id": "ook-weg",
            "town": "nergens",
            "owner": "niemand",
            "partners": ["x"],
        }
    return change


def _change(engine: Engine, id: str, **fields: Any) -> None:
    with writing(engine) as session:
        session.execute(update(Offering).where(col(Offering.id) == id).values(**fields))


def _read_anew(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(update(CatalogueState).values(version=col(CatalogueState.version) + 1))
