"""What a path costs, all of it in hours, with the reason of every number.

A path is better when its hours plus the hours below are fewer. Costs are added up in whole seconds, so
that two paths that are equally good are exactly equal to the solver.
"""

from __future__ import annotations

from datetime import timedelta

SECONDS = 3600
"""Seconds in an hour: the unit in which the solver counts."""

WEEK = timedelta(weeks=1)

DETOUR = 1.3
"""Roads are about this much longer than the crow flies (usual in Dutch travel models: 1.2 to 1.4)."""

SPEED = 60.0
"""Kilometres an hour from door to door, town and motorway together."""

DAY = 8.0
"""Hours of a course day: a course of 24 hours is travelled to three times."""

WISH = {"daypart": 1.0, "day": 0.5, "form": 0.5, "attendance": 1.0}
"""Hours that somebody would add to have this wish granted. Missing an evening or learning on site weighs
as much as an hour of travelling; a weekday or a way of working as half of it: wishes, not walls."""

RULED_OUT = 24.0
"""Hours for what somebody ruled out: more than any module with its journey costs, so it is only chosen
when a whole course would be the alternative."""

OFF_LINE = 6.0
"""Hours for each step that isn't on the chosen line: as much as the longest module, so a step off the line is
taken for what the line doesn't bring, and hardly to save time."""

LATER = 0.01
"""Hours for each week that a session begins later: only decides between what is otherwise equal."""

EURO = 0.0005
"""Hours for each euro: only decides between what is otherwise equal (100 euros are three minutes)."""

SHORTEST_SPAN = 4.0
"""Hours that always fit in a span, however few hours a week somebody has: one module of 4 hours."""

LEEWAY = 0.001
"""Hours by which a span may be too full: far less than anyone notices, and far more than the solver's
tolerance of a millionth, so that solver and check never disagree."""
