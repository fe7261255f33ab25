"""``/mijn``: somebody's own stations: what is to come, what was done, how far each line is, and the map with it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.web.pages.metro import Drawings
from bot.web.pages.rendering import PRIVATE, Head
from bot.web.pages.signing_in import FROM_ELSEWHERE
from bot.web.pages.site import Site
from bot.web.pages.visiting import Visitors, read_form
from knowledge.cards import OfferingCard
from knowledge.catalogue.content import Line, MetroMap
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.drawing.own import Own
from knowledge.drawing.own_of import own_of
from knowledge.saying import say_certain
from knowledge.seat.looking import offering_card, seats_of
from knowledge.signing_in import SignedIn, sessions_of
from knowledge.tables import Enrolment, Offering
from knowledge.telling.feeds import calendar_key, renew_calendar_key
from knowledge.vocabulary import EnrolmentState

MOST_LINES = 4
"""Lines whose progress is shown, the furthest first."""

_HEAD = Head(
    title="Mijn stations",
    description="Je eigen stations: waar je een plek hebt, wat je al deed en hoe ver je lijn is.",
    path="/mijn",
    section="mijn",
    indexed=False,
)


@dataclass(frozen=True)
class Progress:
    """How far somebody is on a line: stations and hours, done, with a seat, and in all."""

    line: Line
    done: int
    booked: int
    count: int
    hours_done: float
    hours: float
    next: str | None


@dataclass(frozen=True)
class Seen:
    """A station that is to come or is over, as it is listed."""

    card: OfferingCard
    certain: str
    line: Line | None


def mine_routes(site: Site, visitors: Visitors) -> APIRouter:
    """The pages of one's own."""
    routes = APIRouter(include_in_schema=False)
    drawings = Drawings(site.engine)

    @routes.get("/mijn")
    def mine(request: Request) -> HTMLResponse:
        who = visitors.who(request)
        if who is None:
            return site.page("mine_stranger.html", _HEAD, site.view.now(), headers=PRIVATE, typed="", fault="")
        return _own_page(site, visitors, drawings, who, request)

    @routes.post("/mijn/agenda")
    async def renew(request: Request) -> Response:
        fields = await read_form(request)
        who = await to_thread.run_sync(visitors.who, request)
        if who is None or not visitors.own_form(request, fields):
            values = {"typed": "", "fault": FROM_ELSEWHERE}
            return await to_thread.run_sync(
                lambda: site.page("sign_in.html", _HEAD, site.view.now(), 403, PRIVATE, **values)
            )
        await to_thread.run_sync(renew_calendar_key, site.engine, who.learner_id)
        return RedirectResponse("/mijn#agenda", status_code=303, headers=PRIVATE)

    return routes


def _own_page(site: Site, visitors: Visitors, drawings: Drawings, who: SignedIn, request: Request) -> HTMLResponse:
    catalogue, now = site.view.now(), site.clock()
    own = own_of(site.engine, who.learner_id, catalogue, now)
    lines = _lines_taken(site.engine, who.learner_id)
    shown = _best_map(catalogue, own)
    return site.page(
        "mine.html",
        _HEAD,
        catalogue,
        headers=PRIVATE,
        who=who,
        token=visitors.form_token(request),
        browsers=sessions_of(site.engine, who.learner_id, now),
        coming=list(_coming(site.engine, catalogue, who.learner_id, now)),
        over=list(_over(site.engine, catalogue, who.learner_id)),
        progress=progress(catalogue, own, lines),
        feed=f"{site.url}/kalender/{calendar_key(site.engine, who.learner_id)}.ics",
        map=shown,
        svg=drawings.svg(catalogue, shown.id, own, None) if shown else None,
    )


def _coming(engine: Engine, catalogue: Catalogue, learner_id: str, now: datetime) -> Iterator[Seen]:
    for seat in seats_of(engine, learner_id, now):
        card = offering_card(catalogue, seat.offering, seat=seat)
        yield Seen(card, say_certain(card, now), catalogue.lines.get(seat.enrolment.line_id or ""))


def _over(engine: Engine, catalogue: Catalogue, learner_id: str) -> Iterator[Seen]:
    """What they followed or missed, the latest first."""
    over = (EnrolmentState.ATTENDED, EnrolmentState.MISSED)
    with reading(engine) as session:
        rows = session.execute(
            select(Enrolment, Offering)
            .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
            .where(col(Enrolment.learner_id) == learner_id, col(Enrolment.state).in_(over))
            .order_by(col(Offering.starts_at).desc(), col(Offering.id))
        ).all()
    for enrolment, offering in rows:
        card = offering_card(catalogue, offering).model_copy(update={"state": enrolment.state})
        yield Seen(card, "", catalogue.lines.get(enrolment.line_id or ""))


def _lines_taken(engine: Engine, learner_id: str) -> set[str]:
    """The lines of which somebody took a seat."""
    with reading(engine) as session:
        found = session.scalars(select(col(Enrolment.line_id)).where(col(Enrolment.learner_id) == learner_id))
        return {id for id in found if id}


def progress(catalogue: Catalogue, own: Own, taken: set[str]) -> list[Progress]:
    """The lines that somebody is on: those they took a seat of, else every one with a station of theirs."""
    touched = own.done | own.enrolled
    lines = [line for line in catalogue.lines.values() if line.id in taken] or [
        line for line in catalogue.lines.values() if any(one.module in touched for one in line.stations)
    ]
    found = [_progress(catalogue, own, line) for line in lines]
    return sorted(found, key=lambda one: (-one.done, -one.booked))[:MOST_LINES]


def _progress(catalogue: Catalogue, own: Own, line: Line) -> Progress:
    modules = [catalogue.module(one.module) for one in line.stations]
    done = [one for one in modules if one.id in own.done]
    booked = [one for one in modules if one.id in own.enrolled and one.id not in own.done]
    ahead = [one.name for one in modules if one.id not in own.done]
    return Progress(
        line=line,
        done=len(done),
        booked=len(booked),
        count=len(modules),
        hours_done=sum(one.hours for one in done),
        hours=sum(one.hours for one in modules),
        next=ahead[0] if ahead else None,
    )


def _best_map(catalogue: Catalogue, own: Own) -> MetroMap | None:
    """The map with most of somebody's stations; none without a station."""
    touched = own.done | own.enrolled
    counted = [(_touched_on(catalogue, one, touched), one) for one in catalogue.maps.values()]
    best = max(counted, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _touched_on(catalogue: Catalogue, map_: MetroMap, touched: frozenset[str]) -> int:
    modules: Sequence[str] = [one.module for id in map_.lines for one in catalogue.line(id).stations]
    return len(touched & set(modules))
