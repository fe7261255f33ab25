"""``/ooapi/v5``: the doors of version 5."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from bot.web.ooapi.answers import answer, described
from bot.web.ooapi.asked import names
from bot.web.ooapi.asked5 import (
    CoursesAsked,
    CoursesOfProgramAsked,
    OfferingsAsked,
    OrganizationsAsked,
    ProgramsAsked,
)
from bot.web.ooapi.desk import Desk
from bot.web.ooapi.problems import ProblemRoute
from bot.web.ooapi.timetable import Filters, Timetable
from bot.web.ooapi.words import Facts

SAYS = "One or more of these, with commas: told whole where else the id stands."
OrganizationExpand = Annotated[str, Query(pattern=r"^(parent|children)(,(parent|children))*$", description=SAYS)]
_PROGRAM = "(parent|children|coordinators|organization|educationSpecification)"
ProgramExpand = Annotated[str, Query(pattern=rf"^{_PROGRAM}(,{_PROGRAM})*$", description=SAYS)]
_COURSE = "(programs|coordinators|organization|educationSpecification)"
CourseExpand = Annotated[str, Query(pattern=rf"^{_COURSE}(,{_COURSE})*$", description=SAYS)]
_OFFERING = "(program|programOffering|course|courseOffering|component|organization|academicSession)"
OfferingExpand = Annotated[str, Query(pattern=rf"^{_OFFERING}(,{_OFFERING})*$", description=SAYS)]


def routes5(desk: Desk, service: Facts) -> APIRouter:
    """Everything of version 5 that there is something to tell of."""
    routes = APIRouter(prefix="/ooapi/v5", tags=["Open Onderwijs API 5"], route_class=ProblemRoute)
    _organizations(routes, desk)
    _programs(routes, desk)
    _courses(routes, desk)
    _offerings(routes, desk)

    @routes.get("", include_in_schema=False)
    @routes.get("/", responses=described("Service", "5"))
    def service_metadata(request: Request) -> Response:
        """Who serves this, and where it is described."""
        return answer(request, service)

    return routes


def _organizations(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/organizations", responses=_list_of("Organization"))
    def organizations(request: Request, asked: Annotated[OrganizationsAsked, Query()]) -> Response:
        """The academies and their partners."""
        return answer(request, desk.organisations(asked, asked.primary_code, asked.organization_type))

    @routes.get("/organizations/{id}", responses=described("Organization", "5"))
    def organization(request: Request, id: UUID, expand: OrganizationExpand = "") -> Response:
        """One academy or partner."""
        return answer(request, desk.organisation(id, names(expand)))


def _programs(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/programs", responses=_list_of("Program"))
    def programs(request: Request, asked: Annotated[ProgramsAsked, Query()]) -> Response:
        """The metro lines."""
        return answer(request, desk.programmes(asked, asked.primary_code))

    @routes.get("/organizations/{id}/programs", responses=_list_of("Program"))
    def programs_of_organization(request: Request, id: UUID, asked: Annotated[ProgramsAsked, Query()]) -> Response:
        """The metro lines of an academy; of the root, all."""
        return answer(request, desk.programmes(asked, asked.primary_code, id))

    @routes.get("/programs/{id}", responses=described("Program", "5"))
    def program(request: Request, id: UUID, expand: ProgramExpand = "") -> Response:
        """One metro line; its stations in their order are in ``ext``."""
        return answer(request, desk.programme(id, names(expand)))


def _courses(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/courses", responses=_list_of("Course"))
    def courses(request: Request, asked: Annotated[CoursesAsked, Query()]) -> Response:
        """The nanomodules."""
        return answer(request, desk.courses(asked, asked.modes, asked.primary_code))

    @routes.get("/organizations/{id}/courses", responses=_list_of("Course"))
    def courses_of_organization(request: Request, id: UUID, asked: Annotated[CoursesAsked, Query()]) -> Response:
        """The nanomodules that an academy or partner owns; of the root, all."""
        return answer(request, desk.courses(asked, asked.modes, asked.primary_code, id))

    @routes.get("/programs/{id}/courses", responses=_list_of("Course"))
    def courses_of_program(request: Request, id: UUID, asked: Annotated[CoursesOfProgramAsked, Query()]) -> Response:
        """The nanomodules on a metro line."""
        return answer(request, desk.courses_of_programme(id, asked, asked.modes))

    @routes.get("/courses/{id}", responses=described("Course", "5"))
    def course(request: Request, id: UUID, expand: CourseExpand = "") -> Response:
        """One nanomodule."""
        return answer(request, desk.course(id, names(expand)))


def _offerings(routes: APIRouter, desk: Desk) -> None:
    timetable = Timetable(desk)

    def filters(asked: OfferingsAsked) -> Filters:
        return Filters(asked, asked, asked.modes, desk.dialect.states)

    @routes.get("/organizations/{id}/offerings", responses=_list_of("CourseOffering"))
    def offerings_of_organization(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """What an academy plans; of the root, everything that is planned."""
        return answer(request, timetable.of_organisation(id, filters(asked)))

    @routes.get("/courses/{id}/offerings", responses=_list_of("CourseOffering"))
    def offerings_of_course(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """Where and when a nanomodule is held."""
        return answer(request, timetable.of_course(id, filters(asked)))

    @routes.get("/programs/{id}/offerings", responses=_list_of("ProgramOffering"))
    def offerings_of_program(request: Request, id: UUID, asked: Annotated[OfferingsAsked, Query()]) -> Response:
        """Always empty: a metro line has no dates, its nanomodules have."""
        return answer(request, desk.offerings_of_programme(id, asked))

    @routes.get("/offerings/{id}", responses=described("CourseOffering", "5"))
    def offering(request: Request, id: UUID, expand: OfferingExpand = "") -> Response:
        """One planned nanomodule."""
        return answer(request, timetable.one(id, names(expand)))


def _list_of(schema: str) -> dict[int | str, dict[str, Any]]:
    return described(f"A page of {schema}", "5")
