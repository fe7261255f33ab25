from __future__ import annotations

from collections import Counter

from tests.torture.pace import Pace
from tests.torture.plan import Plan, draw_moments


def test_the_same_seed_kills_at_the_same_moments_and_another_at_others() -> None:
    assert draw_moments(Plan(seed=7)) == draw_moments(Plan(seed=7))
    assert draw_moments(Plan(seed=7)) != draw_moments(Plan(seed=8))


def test_every_kill_is_of_the_bot_every_fifth_of_the_actions_and_three_of_rasa() -> None:
    moments = draw_moments(Plan())
    killed = Counter(part for moment in moments for part in moment.parts)
    assert killed == {"bot": 200, "actions": 40, "rasa": 3}
    points = [moment.point for moment in moments]
    assert points == sorted(points)
    assert 0 <= points[0] < points[-1] < 1
    assert {moment.at_a_mail for moment in moments} == {True, False}


def test_a_run_without_talks_starts_and_kills_the_bot_alone() -> None:
    plan = Plan(turns=0, kills=10)
    assert plan.parts == ("bot",)
    assert {moment.parts for moment in draw_moments(plan)} == {("bot",)}


def test_a_run_is_as_far_as_its_talks_are() -> None:
    pace = Pace(Plan(turns=12), lambda: 0)
    pace.turn(0, 3)
    assert 0 < pace.done < 0.5
    pace.turn(0, 30)
    assert pace.done < 0.5
    pace.talk_over(0)
    assert pace.done == 0.5
    assert pace.wait(0.5)


def test_without_talks_it_is_as_far_as_its_messages_are() -> None:
    assert round(Pace(Plan(turns=0, messages=20), lambda: 5).done, 2) == 0.25


def test_nobody_waits_in_a_run_that_is_over() -> None:
    pace = Pace(Plan(limit=0), lambda: 0)
    assert not pace.wait(0.5)
    stopped = Pace(Plan(), lambda: 0)
    stopped.stop()
    assert not stopped.wait(0.5)
