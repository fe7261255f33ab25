"""``/ooapi/v6``: the doors of version 6."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from bot.web.ooapi.answers import answer_six as answer
from bot.web.ooapi.answers import described
from bot.web.ooapi.asked import names
from bot.web.ooapi.asked6 import (
    CoursesAsked,
    OfferingsAsked,
    OrganisationsAsked,
    OutcomesAsked,
    ProgrammesAsked,
)
from bot.web.ooapi.desk import Desk
from bot.web.ooapi.outcomes import one_outcome, outcomes
from bot.web.ooapi.problems import ProblemRoute
from bot.web.ooapi.timetable import Filters, Timetable
from bot.web.ooapi.v6 import STATES
from bot.web.ooapi.words import Facts

SAYS = "One or more of these, with commas: told whole beside the id."
OrganisationExpand = Annotated[str, Query(pattern=r"^(parent|children)(,(parent|children))*$", description=SAYS)]
_PROGRAMME = "(parent|children|coordinators|instructors|organisation)"
ProgrammeExpand = Annotated[str, Query(pattern=rf"^{_PROGRAMME}(,{_PROGRAMME})*$", description=SAYS)]
_COURSE = "(programmes|coordinators|instructors|organisation)"
CourseExpand = Annotated[str, Query(pattern=rf"^{_COURSE}(,{_COURSE})*$", description=SAYS)]
_OFFERING = "(course|programme_offering|academic_session|organisation)"
OfferingExpand = Annotated[str, Query(pattern=rf"^{_OFFERING}(,{_OFFERING})*$", description=SAYS)]


def routes6(desk: Desk, service: Facts) -> APIRouter:
    """Everything of version 6 that there is something to tell of."""
    routes = APIRouter(prefix="/ooapi/v6", tags=["Open Onderwijs API 6"], route_class=ProblemRoute)
    _organisations(routes, desk)
    _programmes(routes, desk)
    _courses(routes, desk)
    _offerings(routes, desk)
    _outcomes(routes, desk)

    @routes.get("", include_in_schema=False)
    @routes.get("/", responses=described("Service", "6"))
    def service_metadata(request: Request) -> Response:
        """Who serves this, and where it is described."""
        return answer(request, service)

    return routes


def _organisations(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/organisations", responses=_list_of("Organisation"))
    def organisations(request: Request, asked: Annotated[OrganisationsAsked, Query()]) -> Response:
        """The academies and their partners."""
        return answer(request, desk.organisations(asked, asked.primary_code, asked.organisation_type))

    @routes.get("/organisations/{id}", responses=described("Organisation", "6"))
    def organisation(request: Request, id: UUID, expand: OrganisationExpand = "") -> Response:
        """One academy or partner."""
        return answer(request, desk.organisation(id, names(expand)))


def _programmes(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/programmes", responses=_list_of("Programme"))
    def programmes(request: Request, asked: Annotated[ProgrammesAsked, Query()]) -> Response:
        """The metro lines."""
        return answer(request, desk.programmes(asked, asked.primary_code))

    @routes.get("/organisations/{id}/programmes", responses=_list_of("Programme"))
    def programmes_of_organisation(request: Request, id: UUID, asked: Annotated[ProgrammesAsked, Query()]) -> Response:
        """The metro lines of an academy; of the root, all."""
        return answer(request, desk.programmes(asked, asked.primary_code, id))

    @routes.get("/programmes/{id}", responses=described("Programme", "6"))
    def programme(request: Request, id: UUID, expand: ProgrammeExpand = "") -> Response:
        """One metro line; its stations in their order are in ``ext``."""
        return answer(request, desk.programme(id, names(expand)))


def _courses(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/courses", responses=_list_of("Course"))
    def courses(request: Request, asked: Annotated[CoursesAsked, Query()]) -> Response:
        """The nanomodules."""
        return answer(request, desk.courses(asked, asked.modes, asked.primary_code))

    @routes.get("/organisations/{id}/courses", responses=_list_of("Course"))
    def courses_of_organisation(request: Request, id: UUID, asked: Annotated[CoursesAsked, Query()]) -> Response:
        """The nanomodules that an academy or partner owns; of the root, all."""
        return answer(request, desk.courses(asked, asked.modes, asked.primary_code, id))

    @routes.get("/programmes/{id}/courses", responses=_list_of("Course"))
    def courses_of_programme(request: Request, id: UUID, asked: Annotated[CoursesAsked, Query()]) -> Response:
        """The nanomodules on a metro line."""
        return answer(request, desk.courses_of_programme(id, asked, asked.modes))

    @routes.get("/courses/{id}", responses=described("Course", "6"))
    def course(request: Request, id: UUID, expand: CourseExpand = "") -> Response:
        """One nanomodule."""
        return answer(request, desk.course(id, names(expand)))


def _offerings(routes: APIRouter, desk: Desk) -> None:
    timetable = Timetable(desk)

    @routes.get("/organisations/{id}/course-offerings", responses=_list_of("CourseOffering"))
    def offerings_of_organisation(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """What an academy plans; of the root, everything that is planned."""
        return answer(request, timetable.of_organisation(id, _filters(asked)))

    @routes.get("/courses/{id}/course-offerings", responses=_list_of("CourseOffering"))
    def offerings_of_course(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """Where and when a nanomodule is held, and what was called off."""
        return answer(request, timetable.of_course(id, _filters(asked)))

    @routes.get("/programmes/{id}/programme-offerings", responses=_list_of("ProgrammeOffering"))
    def offerings_of_programme(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """Always empty: a metro line has no dates, its nanomodules have."""
        return answer(request, desk.offerings_of_programme(id, asked))

    @routes.get("/course-offerings/{id}", responses=described("CourseOffering", "6"))
    def offering(request: Request, id: UUID, expand: OfferingExpand = "") -> Response:
        """One planned nanomodule."""
        return answer(request, timetable.one(id, names(expand)))


def _outcomes(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/learning-outcomes", responses=_list_of("LearningOutcome"))
    def learning_outcomes(request: Request, asked: Annotated[OutcomesAsked, Query()]) -> Response:
        """Every skill at every level."""
        return answer(request, outcomes(desk, asked))

    @routes.get("/learning-outcomes/{id}", responses=described("LearningOutcome", "6"))
    def learning_outcome(request: Request, id: UUID) -> Response:
        """One skill at one level, and what somebody can do who has it."""
        return answer(request, one_outcome(desk, id))


def _filters(asked: OfferingsAsked) -> Filters:
    states = [state for state, told in STATES.items() if asked.state in (None, told["state"])]
    return Filters(asked, asked, asked.modes, states)


def _list_of(schema: str) -> dict[int | str, dict[str, Any]]:
    return described(f"A page of {schema}", "6")
