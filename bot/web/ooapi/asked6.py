"""What the lists of version 6 can be asked. Its enumerations can grow: an unknown word gives an empty list.

``fields`` and ``filter_query`` are hints that a server may pass over, and this one does; it has no ``sort``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from bot.web.ooapi.asked import Asked, within

Language = Annotated[
    str,
    Field(
        pattern=r"^([a-z]{2,3})(-([A-Z]{2}|[0-9]{3}))?(-([a-z]{4}))?(-([a-z]{2}|[0-9]{3}))*(-[a-z0-9]{2,8})*"
        r"(-x(-[a-z0-9]{1,8})+)?$"
    ),
]


DUTCH = ("nl", "nl-NL", "nld")


class OrganisationsAsked(Asked):
    primary_code: str | None = Field(None, alias="primaryCode")
    organisation_type: str | None = Field(None, alias="organisationType")


class ProgrammesAsked(Asked):
    ours: ClassVar = {
        "teaching_language": DUTCH,
        "programme_type": ("track",),
        "qualification_awarded": (),
        "level_of_qualification": (),
        "fields_of_study": (),
    }
    primary_code: str | None = Field(None, alias="primaryCode")
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    programme_type: str | None = Field(None, alias="programmeType")
    qualification_awarded: str | None = Field(None, alias="qualificationAwarded")
    level_of_qualification: str | None = Field(None, alias="levelOfQualification")
    fields_of_study: str | None = Field(None, alias="fieldsOfStudy")


class CoursesAsked(Asked):
    ours: ClassVar = {"teaching_language": DUTCH, "level": ("undefined",)}
    primary_code: str | None = Field(None, alias="primaryCode")
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    level: str | None = None
    mode_of_delivery: str | None = Field(None, alias="modeOfDelivery")

    @property
    def modes(self) -> list[str]:
        return [self.mode_of_delivery] if self.mode_of_delivery is not None else []


class OfferingsAsked(Asked):
    """``since`` is today when it isn't given; what has no date is always among them."""

    ours: ClassVar = {"teaching_language": DUTCH, "result_expected": (False,), "mode_of_study": ()}
    teaching_language: Language | None = Field(None, alias="teachingLanguage")
    state: str | None = None
    mode_of_delivery: str | None = Field(None, alias="modeOfDelivery")
    mode_of_study: str | None = Field(None, alias="modeOfStudy")
    result_expected: bool | None = Field(None, alias="resultExpected")
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None

    @property
    def modes(self) -> list[str]:
        return [self.mode_of_delivery] if self.mode_of_delivery is not None else []

    @property
    def begin(self) -> datetime | None:
        """From when."""
        return within(self.since) if self.since else None

    @property
    def end(self) -> datetime | None:
        """Until when."""
        return within(self.until) if self.until else None


class OutcomesAsked(Asked):
    pass
