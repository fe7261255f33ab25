"""A company invites its people with a link."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from knowledge.doors.invitations import invitation_of, invite
from knowledge.errors import NavigatorError, UnknownThing
from knowledge.tables import CatalogueItem, CompanyInvitation
from tests.knowledge.doors.two_doors import add, column

DAY = timedelta(days=1)


@pytest.fixture
def academy(databases: Engine) -> Engine:
    """A catalogue with one line."""
    add(databases, CatalogueItem(kind="lines", id="robots", position=1, body={}))
    return databases


def test_an_invitation_is_found_by_its_code(academy: Engine, now: datetime) -> None:
    code = invite(academy, "  Van  Dijk BV ", "robots", now)
    found = invitation_of(academy, code, now + 999 * DAY)
    assert found is not None
    assert found.model_dump() == {
        "code": code,
        "company": "Van Dijk BV",
        "line_id": "robots",
        "made_at": now,
        "valid_until": None,
    }


def test_codes_are_long_different_and_fit_in_a_start_parameter(academy: Engine, now: datetime) -> None:
    codes = {invite(academy, "Van Dijk BV", None, now) for _ in range(50)}
    assert len(codes) == 50
    assert {bool(re.fullmatch(r"[A-Za-z0-9_-]{16}", code)) for code in codes} == {True}
    assert max(len(f"bedrijf-{code}") for code in codes) <= 64


def test_an_invitation_lapses_at_its_moment(academy: Engine, now: datetime) -> None:
    code = invite(academy, "Van Dijk BV", None, now, now + DAY)
    found = [invitation_of(academy, code, at) for at in (now, now + DAY - timedelta(seconds=1), now + DAY)]
    assert [one.company if one else None for one in found] == ["Van Dijk BV", "Van Dijk BV", None]


def test_an_invitation_to_a_line_that_has_gone_still_leads_in(academy: Engine, now: datetime) -> None:
    add(academy, CompanyInvitation(code="oud-en-geldig", company="Oud BV", line_id="weg", made_at=now))
    found = invitation_of(academy, "oud-en-geldig", now)
    assert found is not None
    assert (found.company, found.line_id) == ("Oud BV", None)
    assert column(academy, CompanyInvitation, "line_id") == ["weg"]


@pytest.mark.parametrize("company", ["", "   ", "x" * 81, "Van\x00Dijk", "Van\u202eDijk"])
def test_a_company_needs_a_readable_name(academy: Engine, now: datetime, company: str) -> None:
    with pytest.raises(NavigatorError, match="a name of 1 to 80 readable signs"):
        invite(academy, company, None, now)
    assert column(academy, CompanyInvitation, "code") == []


def test_a_line_that_is_not_there_and_a_moment_that_has_passed_are_refused(academy: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no line with id 'nergens'"):
        invite(academy, "Van Dijk BV", "nergens", now)
    with pytest.raises(NavigatorError, match="would have lapsed already"):
        invite(academy, "Van Dijk BV", None, now, now)
    assert column(academy, CompanyInvitation, "code") == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(code=st.text(max_size=40))
def test_whatever_comes_as_a_code_is_none(engine: Engine, now: datetime, code: str) -> None:
    assert invitation_of(engine, code, now) is None
