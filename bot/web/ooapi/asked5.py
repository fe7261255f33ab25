"""What the lists of version 5 can be asked. Its enumerations are closed: another word is a mistake."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.web.ooapi.asked import LAST, Asked, midnight, names

OrganizationType = Literal["root", "institute", "department", "faculty", "branch", "academy", "school"]
ProgramType = Literal["program", "minor", "honours", "specialization", "track"]
Qualification = Literal["AD", "BA", "BSc", "LLB", "MA", "MSc", "LLM", "Phd", "None"]
LevelOfQualification = Literal["1", "2", "3", "4", "4+", "5", "6", "7", "8"]
Sector = Literal["secondary vocational education", "higher professional education", "university education"]
Level = Literal[
    "secondary vocational education",
    "secondary vocational education 1",
    "secondary vocational education 2",
    "secondary vocational education 3",
    "secondary vocational education 4",
    "associate degree",
    "bachelor",
    "master",
    "doctoral",
    "undefined",
    "undivided",
    "nt2-1",
    "nt2-2",
]
Mode = Literal["distance-learning", "on campus", "online", "hybrid", "situated"]
OfferingType = Literal["program", "course", "component"]
ModeOfStudy = Literal["full-time", "part-time", "dual training", "self-paced"]
Language = Annotated[str, Field(pattern=r"^[a-z]{3}$")]

_ALSO = "; a minus sign before it: downwards"


def _sorts(*fields: str) -> str:
    """The pattern of a list of these names, each perhaps with a minus sign before it."""
    one = f"-?({'|'.join(fields)})"
    return f"^{one}(,{one})*$"


class _Sorted(Asked):
    sort: str = ""

    @property
    def order(self) -> list[tuple[str, bool]]:
        keys = {"name": "name", "startDate": "start", "endDate": "end"}
        return [(keys.get(one.removeprefix("-"), "id"), one.startswith("-")) for one in names(self.sort)]


class OrganizationsAsked(_Sorted):
    primary_code: str | None = Field(None, alias="primaryCode")
    organization_type: OrganizationType | None = Field(None, alias="organizationType")
    sort: str = Field("name", pattern=_sorts("organizationId", "name"), description=f"By these{_ALSO}.")


class ProgramsAsked(_Sorted):
    ours: ClassVar = {
        "teaching_language": ("nld",),
        "program_type": ("track",),
        "qualification_awarded": (),
        "level_of_qualification": (),
        "sector": (),
        "fields_of_study": (),
    }
    primary_code: str | None = Field(None, alias="primaryCode")
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    program_type: ProgramType | None = Field(None, alias="programType")
    qualification_awarded: Qualification | None = Field(None, alias="qualificationAwarded")
    level_of_qualification: LevelOfQualification | None = Field(None, alias="levelOfQualification")
    sector: Sector | None = None
    fields_of_study: str | None = Field(None, alias="fieldsOfStudy")
    sort: str = Field("name", pattern=_sorts("programId", "name"), description=f"By these{_ALSO}.")


class CoursesAsked(_Sorted):
    ours: ClassVar = {"teaching_language": ("nld",), "level": ("undefined",)}
    primary_code: str | None = Field(None, alias="primaryCode")
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    level: Level | None = None
    modes: list[Mode] = Field([], alias="modeOfDelivery")
    sort: str = Field("name", pattern=_sorts("courseId", "name"), description=f"By these{_ALSO}.")


class CoursesOfProgramAsked(CoursesAsked):
    sort: str = Field("courseId", pattern=_sorts("courseId", "name"), description=f"By these{_ALSO}.")


class OfferingsAsked(_Sorted):
    """``since`` is today when it isn't given; what has no date is always among them."""

    ours: ClassVar = {
        "teaching_language": ("nld",),
        "result_expected": (False,),
        "offering_type": ("course",),
        "mode_of_study": (),
    }
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    offering_type: OfferingType | None = Field(None, alias="offeringType")
    modes: list[Mode] = Field([], alias="modeOfDelivery")
    mode_of_study: ModeOfStudy | None = Field(None, alias="modeOfStudy")
    result_expected: bool | None = Field(None, alias="resultExpected")
    since: date | None = None
    until: date | None = None
    sort: str = Field(
        "startDate", pattern=_sorts("offeringId", "name", "startDate", "endDate"), description=f"By these{_ALSO}."
    )

    @property
    def begin(self) -> datetime | None:
        """From when."""
        return midnight(self.since) if self.since else None

    @property
    def end(self) -> datetime | None:
        """Until when: that day is still in it."""
        return midnight(min(self.until, LAST) + timedelta(days=1)) if self.until else None
