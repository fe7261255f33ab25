"""HR's plan: a line, a first station and skills for each role, and six steps about this very company."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from knowledge.advice.advise import advise
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.company import plan_company, roles_of_transition, shared_skills, transition_for
from knowledge.errors import ProfileError
from knowledge.seat.choosing import open_sessions
from knowledge.vocabulary import Phase


def test_each_role_begins_on_the_inspiration_station_of_its_own_line(catalogue: Catalogue, now: datetime) -> None:
    plan = plan_company(catalogue, now, transition=None, roles=["lasser", "verspaner"], place="zwolle")
    for start, role in zip(plan.starts, ("lasser", "verspaner"), strict=True):
        line = catalogue.lines[advise(catalogue, Profile(role=role, place="zwolle")).line]
        first = next(stop for stop in line.stations if stop.phase == Phase.INSPIRATION)
        assert (start.role, start.line_id, start.line) == (catalogue.roles[role].name, line.id, line.name)
        assert start.station == catalogue.modules[first.module].name
        assert start.when
        assert start.place
        assert start.skills == [
            catalogue.skills[s].name for s in shared_skills(catalogue, line, catalogue.roles[role], None)
        ]


def test_people_go_the_way_that_the_company_goes(catalogue: Catalogue, now: datetime) -> None:
    roles = ["lasser", "operator", "teamleider", "verspaner"]
    plan = plan_company(catalogue, now, transition="flexibel-robotiseren", roles=roles, place="zwolle")
    assert [start.line_id for start in plan.starts] == ["cobots-op-de-werkvloer"] * 4
    assert (plan.transition, plan.region) == ("Flexibel robotiseren", "Zwolle")


def test_the_plan_names_what_was_said_of_the_company(catalogue: Catalogue, now: datetime) -> None:
    plan = plan_company(
        catalogue, now, transition="smart-maintenance", roles=["onderhoudsmonteur"], place="dordrecht", people=40
    )
    assert len(plan.steps) == 6
    assert "van jullie 40 mensen" in plan.steps[0]
    assert "onderhoudsmonteur" in plan.steps[0]
    assert catalogue.transitions["smart-maintenance"].description in plan.steps[1]
    assert "Smart Maintenance" in plan.steps[3]
    assert "bij Dordrecht" in plan.steps[4]


def test_who_knows_nothing_yet_still_gets_a_plan(catalogue: Catalogue, now: datetime) -> None:
    plan = plan_company(catalogue, now, transition=None, roles=[], place=None)
    assert (plan.transition, plan.region, len(plan.starts)) == ("nog open", "overal", 3)
    assert "None" not in " ".join(plan.steps)
    assert "jullie" not in plan.steps[0]


def test_more_than_six_roles_are_too_many_to_begin_with(catalogue: Catalogue, now: datetime) -> None:
    plan = plan_company(catalogue, now, transition=None, roles=list(catalogue.roles), place=None)
    assert [start.role for start in plan.starts] == [role.name for role in catalogue.roles.values()][:6]


def test_without_roles_those_that_share_most_with_the_transition_begin(catalogue: Catalogue) -> None:
    wanted = set(catalogue.transitions["smart-maintenance"].skills)
    chosen = roles_of_transition(catalogue, "smart-maintenance")
    share = {id: len(wanted & set(role.skills)) / len(role.skills) for id, role in catalogue.roles.items()}
    assert sorted((share[role] for role in chosen), reverse=True) == sorted(share.values(), reverse=True)[:3]
    assert chosen[0] == "onderhoudsmonteur"
    assert roles_of_transition(catalogue, None) == list(catalogue.roles)[:3]


def test_a_station_without_a_date_is_said_without_one(catalogue: Catalogue, now: datetime) -> None:
    bare = replace(catalogue, sessions=())
    (start,) = plan_company(bare, now, transition=None, roles=["lasser"], place=None).starts
    assert (start.when, start.place) == (None, None)
    assert start.station


def test_no_start_is_in_the_past(catalogue: Catalogue, now: datetime) -> None:
    for start in plan_company(catalogue, now, transition=None, roles=["lasser", "operator"], place=None).starts:
        line = catalogue.lines[str(start.line_id)]
        module = next(s.module for s in line.stations if catalogue.modules[s.module].name == start.station)
        assert any(session.starts_at and session.starts_at > now for session in open_sessions(catalogue, module, now))


@pytest.mark.parametrize(
    ("lines", "skills", "way"),
    [
        (["cobots-op-de-werkvloer"], [], "flexibel-robotiseren"),
        ([], ["cobots-programmeren", "robotlassen"], "flexibel-robotiseren"),
        ([], ["energie-besparen"], "duurzaam-produceren"),
        (["cyber-security"], ["energie-besparen"], "digitale-veiligheid"),
        (["paars"], [], None),
        ([], ["engels-technisch"], None),
        ([], [], None),
    ],
)
def test_what_somebody_names_tells_where_the_company_wants_to_go(
    catalogue: Catalogue, lines: list[str], skills: list[str], way: str | None
) -> None:
    assert transition_for(catalogue, lines=lines, skills=skills) == way


def test_skills_are_those_that_the_line_teaches_and_somebody_asks_for_without_the_basics(catalogue: Catalogue) -> None:
    line, role = catalogue.lines["cobots-op-de-werkvloer"], catalogue.roles["lasser"]
    way = catalogue.transitions["flexibel-robotiseren"]
    taught = {skill for stop in line.stations for skill in catalogue.modules[stop.module].teaches}
    for transition in (None, way):
        skills = shared_skills(catalogue, line, role, transition)
        asked = [*role.skills, *(transition.skills if transition else ())]
        assert 0 < len(skills) <= 4
        assert set(skills) <= taught & set(asked)
        assert not any(catalogue.skills[skill].basic for skill in skills)
        assert sorted(skills, key=asked.index) == skills


@pytest.mark.parametrize(
    "said",
    [{"transition": "paars"}, {"roles": ["smid"]}, {"place": "parijs"}],
    ids=["a transition", "a role", "a place"],
)
def test_what_the_catalogue_lacks_is_named(catalogue: Catalogue, now: datetime, said: dict[str, object]) -> None:
    asked: dict[str, object] = {"transition": None, "roles": ["lasser"], "place": None} | said
    with pytest.raises(ProfileError):
        plan_company(catalogue, now, **asked)  # type: ignore[arg-type]  # by name
