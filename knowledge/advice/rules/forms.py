"""How somebody likes to learn is a wish, never a wall: the share of stations in such a form of work."""

from __future__ import annotations

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, percentage, scale
from knowledge.vocabulary import DUTCH, WorkForm


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if not profile.forms and not profile.not_forms:
        return None
    return scale(index.forms(_wished(profile)))


def _wished(profile: Profile) -> list[WorkForm]:
    return [form for form in profile.forms or WorkForm if form not in profile.not_forms]


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"{_share(index, profile, line)} zijn zoals jij graag leert: {_names(profile)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"maar {_share(index, profile, line)} zijn zoals jij graag leert ({_names(profile)})"


def _share(index: AdviceIndex, profile: Profile, line: int) -> str:
    return percentage(float(index.forms(_wished(profile))[line]))


def _names(profile: Profile) -> str:
    return " of ".join(DUTCH[form] for form in _wished(profile))


RULE = Rule(
    "forms",
    2.0,
    values,
    reason,
    against,
    fields=("forms", "not_forms"),
    wish="de manier van leren",
    fits=-0.4,
)
