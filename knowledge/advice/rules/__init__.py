"""The rules of the advice, heaviest first. One rule is one file, with the rule in words at its top."""

from knowledge.advice.rule import Rule
from knowledge.advice.rules import (
    attendance,
    aversion,
    becoming,
    breadth,
    days,
    forms,
    goal,
    known,
    place,
    role,
    time,
    transition,
)

RULES: tuple[Rule, ...] = (
    goal.RULE,
    becoming.RULE,
    aversion.RULE,
    transition.RULE,
    role.RULE,
    known.RULE,
    place.RULE,
    attendance.RULE,
    days.RULE,
    forms.RULE,
    time.RULE,
    breadth.RULE,
)
"""Their order is also that of importance: when nothing fits, the last wish is dropped first."""
