"""A line fits a role when it is made for its target group, and by how much it brings of what it asks.

What somebody can do already doesn't count any more; skills that every role shares hardly count. Of who wants another
role, that one counts and not their own (``becoming.py``).
"""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, lower_first


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.role is None or profile.towards is not None:
        return None
    needs = index.role_needs[index.roles[profile.role]]
    missing = np.where(needs > index.known(profile.known), needs, 0)
    made_for = index.target_roles(profile.role).astype(float)
    return 0.65 * made_for + 0.5 * index.covered(missing) - 0.3


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    assert profile.role is not None  # noqa: S101  # the rule says nothing without one
    role = index.catalogue.roles[profile.role]
    if index.target_roles(profile.role)[line]:
        group = index.catalogue.target_groups[index.catalogue.lines[index.lines[line]].target_group]
        return f"hij is gemaakt voor {lower_first(group.name)} (jij bent {role.name.lower()})"
    return f"je leert er dingen die een {role.name.lower()} straks nodig heeft"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    group = index.catalogue.target_groups[index.catalogue.lines[index.lines[line]].target_group]
    return f"hij is eigenlijk gemaakt voor {lower_first(group.name)}"


RULE = Rule("role", 8.0, values, reason, against, fields=("role",), also_reads=("known", "towards"))
