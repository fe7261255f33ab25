"""Who wants to have another role is best off on a line made for it, or that teaches what it asks beyond their own."""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.towards is None:
        return None
    needs = index.role_needs[index.roles[profile.towards]]
    have = index.known(profile.known)
    if profile.role is not None:
        have = np.maximum(have, index.role_needs[index.roles[profile.role]])
    made_for = index.target_roles(profile.towards).astype(float)
    return 0.65 * made_for + 0.5 * index.covered(np.where(needs > have, needs, 0)) - 0.3


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"hij brengt je dichter bij het werk dat je wilt: {_name(index, profile)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"je leert er weinig van wat je nodig hebt als {_name(index, profile)}"


def _name(index: AdviceIndex, profile: Profile) -> str:
    assert profile.towards is not None  # noqa: S101  # the rule says nothing without one
    return index.catalogue.roles[profile.towards].name.lower()


RULE = Rule("becoming", 12.0, values, reason, against, fields=("towards",), also_reads=("known", "role"))
