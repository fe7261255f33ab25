"""Everything that has a name: the catalogue's things and ESCO's occupations, with what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.catalogue.content import Thing
from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking.esco import occupations
from knowledge.linking.words import norms_of

WRITTEN, ESCO_LABEL, ESCO_OTHER, DERIVED = range(4)
"""Ranks: a name in the catalogue, a preferred and another name in ESCO, a part of a name."""

SIGNS = frozenset(":,;.!?()")
"""Left out by most who type a name."""


@dataclass(frozen=True, slots=True)
class Term:
    """One name of one thing; of things of one kind that share a name the lowest ``rank`` is meant."""

    kind: str
    value: str
    norms: tuple[str, ...]
    rank: int


def terms_of(catalogue: Catalogue) -> list[Term]:
    """All names, lowest rank first, within a rank in the order they were written."""
    found = [*_of_things(catalogue), *_of_groups(catalogue), *_of_occupations(catalogue)]
    return sorted(dict.fromkeys(found), key=lambda term: term.rank)


def _of_things(catalogue: Catalogue) -> Iterator[Term]:
    kinds: tuple[tuple[str, Iterable[Thing]], ...] = (
        ("role", catalogue.roles.values()),
        ("transition", catalogue.transitions.values()),
        ("skill", catalogue.skills.values()),
        ("line", catalogue.lines.values()),
        ("module", catalogue.modules.values()),
        ("place", catalogue.places.values()),
        ("map", catalogue.maps.values()),
    )
    for kind, things in kinds:
        for thing in things:
            yield from _terms(kind, thing.id, [thing.name, *thing.also])
            yield from _terms(kind, thing.id, _shorter(kind, thing.name), DERIVED)
    for academy in catalogue.academies.values():
        yield from _terms("academy", academy.id, [academy.name, *academy.also, academy.region])
        yield from _terms("academy", academy.id, _city(catalogue, academy.city))


def _of_groups(catalogue: Catalogue) -> Iterator[Term]:
    """A target group of one role is another word for it ("kwaliteitsdienst")."""
    for group in catalogue.target_groups.values():
        if len(group.roles) == 1:
            yield from _terms("role", group.roles[0], [group.name, *group.also], DERIVED)


def _of_occupations(catalogue: Catalogue) -> Iterator[Term]:
    roles = {uri: role.id for role in catalogue.roles.values() for uri in role.esco}
    for occupation in occupations():
        kind, value = "occupation", occupation.label
        if occupation.uri in roles:
            kind, value = "role", roles[occupation.uri]
        yield from _terms(kind, value, occupation.names[:1], ESCO_LABEL)
        yield from _terms(kind, value, occupation.names[1:], ESCO_OTHER)


def _city(catalogue: Catalogue, city: str) -> list[str]:
    return [catalogue.places[city].name] if city in catalogue.places else []


def _terms(kind: str, value: str, names: Iterable[str], rank: int = WRITTEN) -> Iterator[Term]:
    for name in names:
        norms = tuple(norms_of(name))
        if norms:
            yield Term(kind, value, norms, rank)
        bare = tuple(norm for norm in norms if norm not in SIGNS)
        if bare and bare != norms:
            yield Term(kind, value, bare, rank)


def _shorter(kind: str, name: str) -> list[str]:
    """Of a name with brackets, an introduction or an article also the part that people say."""
    if kind == "place":
        return [name.split("(")[0]] if "(" in name else []
    if kind not in ("module", "line"):
        return []
    bare = re.sub(r"^(?:(?:je|de|het|een) )+", "", name.split(":")[-1].strip(), flags=re.IGNORECASE)
    return [bare] if bare != name and len(bare.split()) > 1 else []
