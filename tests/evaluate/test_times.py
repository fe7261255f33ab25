"""Times and numbers are read as others expect them."""

from __future__ import annotations

import pytest

from tests.evaluate.recognizers import cases
from tests.evaluate.times import TimesReport, measure_times


@pytest.fixture(scope="module")
def report() -> TimesReport:
    return measure_times()


def test_nine_in_ten_cases_of_others_are_read_exactly(report: TimesReport) -> None:
    assert report.overall.share >= 0.9


def test_the_cases_that_nobody_looked_at_are_nearly_as_good(report: TimesReport) -> None:
    assert report.held_out["overall"].share >= 0.78


def test_every_case_is_counted_once_and_each_failure_is_kept(report: TimesReport) -> None:
    every = list(cases())
    assert report.overall.cases == len(every)
    assert report.held_out["overall"].cases == sum(case.held_out for case in every)
    assert len(report.failures) == report.overall.cases - report.overall.right
