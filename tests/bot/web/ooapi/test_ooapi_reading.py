"""The catalogue as a reader of the Open Onderwijs API finds it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.web.ooapi.ids import Kind, uuid_of
from bot.web.ooapi.organisations import THE_ROOT
from tests.bot.web.ooapi.conftest import Opened

pytestmark = pytest.mark.anyio
ROOT = uuid_of(Kind.ORGANISATION, THE_ROOT.id)


@pytest.fixture
async def web(busy: Opened) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(busy[0]), base_url="http://x") as client:
        yield client


async def codes(web: httpx.AsyncClient, address: str, **asked: Any) -> list[str]:
    """Our own ids of everything in a list, in its order, page after page."""
    found: list[str] = []
    number = 1
    while True:
        page = (await web.get(address, params={"pageSize": 250, "pageNumber": number, **asked})).json()
        found += [one["primaryCode"]["code"] for one in page["items"]]
        if not page["hasNextPage"]:
            assert page["totalPages"] in (number, 0)
            return found
        number += 1


async def planned(web: httpx.AsyncClient, busy: Opened, version: str, name: str) -> httpx.Response:
    """The answer about one of the busy offerings."""
    part = {"v5": "offerings", "v6": "course-offerings"}[version]
    return await web.get(f"/ooapi/{version}/{part}/{uuid_of(Kind.OFFERING, busy[1][name])}")


def test_an_id_never_changes() -> None:
    assert ROOT == "1f7a5175-4fe7-5560-b055-4692ffe627bb"
    assert uuid_of(Kind.COURSE, "lassen") == "f8219b2a-5899-590f-b60a-c5bbdf810c4d"


async def test_both_versions_and_our_own_api_tell_of_the_same_things(web: httpx.AsyncClient) -> None:
    lines = {line["id"] for line in (await web.get("/api/lines")).json()}
    for version, programs in (("v5", "programs"), ("v6", "programmes")):
        assert set(await codes(web, f"/ooapi/{version}/{programs}")) == lines
        for line in lines:
            stations = [one["module"] for one in (await web.get(f"/api/lines/{line}")).json()["stations"]]
            uuid = uuid_of(Kind.PROGRAMME, line)
            assert set(await codes(web, f"/ooapi/{version}/{programs}/{uuid}/courses")) == set(stations)
            program = (await web.get(f"/ooapi/{version}/{programs}/{uuid}")).json()
            assert [one["courseId"] for one in program["ext"]["stations"]] == [
                uuid_of(Kind.COURSE, module) for module in stations
            ]


async def test_what_can_be_enrolled_on_is_what_our_own_api_shows(web: httpx.AsyncClient) -> None:
    own: list[str] = []
    while page := (
        await web.get("/api/offerings", params={"limit": 200, **({"after": own[-1]} if own else {})})
    ).json():
        own += [one["id"] for one in page]
    active = await codes(web, f"/ooapi/v6/organisations/{ROOT}/course-offerings", state="active")
    assert set(own) <= set(active)
    assert sorted(active) == sorted(await codes(web, f"/ooapi/v5/organizations/{ROOT}/offerings"))
    assert len(active) == len(set(active))


async def test_a_full_offering_shows_its_seats_and_its_queue(web: httpx.AsyncClient, busy: Opened) -> None:
    five = (await planned(web, busy, "v5", "full")).json()
    assert (five["minNumberStudents"], five["maxNumberStudents"], five["enrolledNumberStudents"]) == (2, 6, 6)
    assert (five["ext"]["seatsLeft"], five["ext"]["stillNeeded"]) == (0, 0)
    six = (await planned(web, busy, "v6", "full")).json()
    (period,) = six["enrolmentPeriods"]
    assert (period["queueEnabled"], period["queuedNumberStudents"]) == (True, 7)
    assert period["endDateTime"] == six["startDateTime"]


async def test_a_few_who_wait_are_not_counted_out_loud(web: httpx.AsyncClient, busy: Opened) -> None:
    (period,) = (await planned(web, busy, "v6", "few")).json()["enrolmentPeriods"]
    assert period["queueEnabled"]
    assert "queuedNumberStudents" not in period
    (period,) = (await planned(web, busy, "v6", "certain")).json()["enrolmentPeriods"]
    assert period["queuedNumberStudents"] == 0


async def test_states_are_told_in_the_words_of_version_six(web: httpx.AsyncClient, busy: Opened) -> None:
    told = {name: (await planned(web, busy, "v6", name)) for name in busy[1]}
    assert {name: answer.status_code for name, answer in told.items()} == {
        "full": 200,
        "few": 200,
        "certain": 200,
        "cancelled": 200,
        "concept": 404,
        "gone": 404,
    }
    states = {name: answer.json() for name, answer in told.items() if answer.status_code == 200}
    assert {name: (one["state"], one.get("rosteringState")) for name, one in states.items()} == {
        "full": ("active", "tentative"),
        "few": ("active", "tentative"),
        "certain": ("active", "definitive"),
        "cancelled": ("cancelled", None),
    }
    assert "enrolmentPeriods" not in states["cancelled"]


async def test_version_five_has_no_word_for_called_off_so_it_says_nothing_of_it(
    web: httpx.AsyncClient, busy: Opened
) -> None:
    assert {name: (await planned(web, busy, "v5", name)).status_code for name in busy[1]} == {
        "full": 200,
        "few": 200,
        "certain": 200,
        "cancelled": 404,
        "concept": 404,
        "gone": 404,
    }
    hidden = {busy[1][name] for name in ("cancelled", "concept", "gone")}
    assert set(await codes(web, f"/ooapi/v5/organizations/{ROOT}/offerings")) & hidden == set()


async def test_at_ones_own_pace_there_is_no_date_but_a_window(web: httpx.AsyncClient) -> None:
    every = await codes(web, f"/ooapi/v6/organisations/{ROOT}/course-offerings")
    (own, *_) = [id for id in every if id.endswith(".zelf")]
    six = (await web.get(f"/ooapi/v6/course-offerings/{uuid_of(Kind.OFFERING, own)}")).json()
    assert (six["startDateTime"], six["endDateTime"], six["ext"]["selfPaced"]) == (None, None, True)
    five = (await web.get(f"/ooapi/v5/offerings/{uuid_of(Kind.OFFERING, own)}")).json()
    assert (five["startDate"], five["endDate"]) == (five["flexibleEntryPeriodStart"], five["flexibleEntryPeriodEnd"])
    assert five["startDate"] < five["endDate"]


async def test_lists_come_in_the_order_that_is_asked(web: httpx.AsyncClient) -> None:
    address = f"/ooapi/v5/organizations/{ROOT}/offerings"
    pages = [(await web.get(address, params={"pageSize": 250, "sort": sort})).json()["items"] for sort in SORTS]
    for key, items in zip(SORTS.values(), pages, strict=True):
        found = [key(one) for one in items]
        assert found == sorted(found)
        assert found
    down = (await web.get(address, params={"pageSize": 250, "sort": "-startDate"})).json()["items"]
    starts = [one["startDate"] for one in down]
    assert starts == sorted(starts, reverse=True)


SORTS = {
    "startDate": lambda one: one["startDate"],
    "endDate": lambda one: one["endDate"],
    "offeringId": lambda one: one["offeringId"],
    "name,startDate": lambda one: (one["name"][0]["value"].casefold(), one["startDate"]),
}


async def test_dates_can_be_asked_for(web: httpx.AsyncClient) -> None:
    address = f"/ooapi/v5/organizations/{ROOT}/offerings"
    items = (await web.get(address, params={"pageSize": 250, "sort": "-startDate"})).json()["items"]
    day = items[0]["startDate"]
    asked = {"since": day, "until": day, "pageSize": 250}
    some = (await web.get(address, params=asked)).json()["items"]
    dated = [one for one in some if not one["ext"]["selfPaced"]]
    assert dated
    assert {(one["startDate"], one["endDate"]) for one in dated} == {(day, day)}
    six = (
        await web.get(f"/ooapi/v6/organisations/{ROOT}/course-offerings", params={"since": f"{day}T00:00:00Z"})
    ).json()
    assert all(one["ext"]["selfPaced"] or one["startDateTime"][:10] >= day for one in six["items"])


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31"])
async def test_the_ends_of_the_calendar_are_dates_too(web: httpx.AsyncClient, since: str) -> None:
    for address in (f"/ooapi/v5/organizations/{ROOT}/offerings", f"/ooapi/v6/organisations/{ROOT}/course-offerings"):
        moment = since if "v5" in address else f"{since}T00:00:00+14:00"
        response = await web.get(address, params={"since": moment, "until": moment})
        assert response.status_code == 200


@pytest.mark.parametrize(
    ("address", "asked", "some"),
    [
        ("/ooapi/v5/courses", {"level": "bachelor"}, False),
        ("/ooapi/v5/courses", {"level": "undefined", "teachingLanguage": "nld"}, True),
        ("/ooapi/v5/courses", {"teachingLanguage": "eng"}, False),
        ("/ooapi/v5/courses", {"modeOfDelivery": "online"}, True),
        ("/ooapi/v5/courses", {"modeOfDelivery": "hybrid"}, False),
        ("/ooapi/v5/courses", {"modeOfDelivery": ["hybrid", "situated"]}, True),
        ("/ooapi/v5/programs", {"programType": "track"}, True),
        ("/ooapi/v5/programs", {"programType": "minor"}, False),
        ("/ooapi/v5/programs", {"qualificationAwarded": "BA"}, False),
        ("/ooapi/v5/organizations", {"organizationType": "school"}, True),
        ("/ooapi/v5/organizations", {"organizationType": "faculty"}, False),
        ("/ooapi/v6/organisations", {"organisationType": "x-fieldlab"}, True),
        ("/ooapi/v6/courses", {"modeOfDelivery": "presential"}, True),
        ("/ooapi/v6/courses", {"teachingLanguage": "nl-NL"}, True),
        ("/ooapi/v6/courses", {"teachingLanguage": "en"}, False),
        ("/ooapi/v6/courses", {"modeOfDelivery": "x-op-een-boot"}, False),
        (f"/ooapi/v6/organisations/{ROOT}/course-offerings", {"state": "cancelled"}, True),
        (f"/ooapi/v6/organisations/{ROOT}/course-offerings", {"state": "concept"}, False),
        (f"/ooapi/v6/organisations/{ROOT}/course-offerings", {"resultExpected": True}, False),
        (f"/ooapi/v5/organizations/{ROOT}/offerings", {"offeringType": "component"}, False),
    ],
)
async def test_filters_find_what_is_asked_or_nothing(
    web: httpx.AsyncClient, address: str, asked: dict[str, Any], some: bool
) -> None:
    response = await web.get(address, params=asked)
    assert response.status_code == 200
    assert bool(response.json()["items"]) is some


async def test_words_are_sought_in_names_codes_and_descriptions(web: httpx.AsyncClient) -> None:
    lines = await codes(web, "/ooapi/v5/programs", q="CYBER")
    assert "cyber-security" in lines
    assert await codes(web, "/ooapi/v5/programs", q="dit staat nergens") == []
    assert await codes(web, "/ooapi/v5/programs", primaryCode="cyber-security") == ["cyber-security"]
    offerings = await codes(web, f"/ooapi/v5/organizations/{ROOT}/offerings", q="3D-MEET")
    assert offerings
    assert all(id.startswith("3d-meet") for id in offerings)


async def test_what_is_expanded_is_the_thing_itself(web: httpx.AsyncClient, busy: Opened) -> None:
    id = uuid_of(Kind.OFFERING, busy[1]["full"])
    five = (await web.get(f"/ooapi/v5/offerings/{id}", params={"expand": "course,organization"})).json()
    assert five["course"] == (await web.get(f"/ooapi/v5/courses/{five['course']['courseId']}")).json()
    six = (await web.get(f"/ooapi/v6/course-offerings/{id}", params={"expand": "course"})).json()
    assert six["course"] == (await web.get(f"/ooapi/v6/courses/{six['courseId']}")).json()
    assert "organisation" not in six


async def test_what_a_course_teaches_can_be_read(web: httpx.AsyncClient) -> None:
    course = (await web.get("/ooapi/v6/courses", params={"q": "3d-meetprogramma"})).json()["items"][0]
    assert course["learningOutcomeIds"]
    for id in course["learningOutcomeIds"]:
        outcome = (await web.get(f"/ooapi/v6/learning-outcomes/{id}")).json()
        assert outcome["ext"]["level"] in outcome["primaryCode"]["code"]
