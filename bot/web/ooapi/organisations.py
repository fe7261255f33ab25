"""Who is an organisation: the academies, their partners, and the one root that the standard asks for."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.content import Academy, Partner
from knowledge.catalogue.snapshot import Catalogue

ROOT, ACADEMY = "root", "academy"


@dataclass(frozen=True, slots=True)
class Organisation:
    """``kind`` is ``root``, ``academy`` or what kind of partner it is; ``city`` the name of a town."""

    id: str
    name: str
    kind: str
    description: str = ""
    city: str = ""
    region: str = ""
    example: bool = False


THE_ROOT = Organisation(
    id="smart-makers-academy",
    name="Smart Makers Academy Nederland",
    kind=ROOT,
    description="Het netwerk van regionale Smart Makers Academies.",
)


def organisations_of(catalogue: Catalogue) -> dict[str, Organisation]:
    """Every organisation by id: the root, the academies, the partners."""
    academies = [_academy(catalogue, academy) for academy in catalogue.academies.values()]
    partners = [_partner(partner) for partner in catalogue.partners.values()]
    return {one.id: one for one in (THE_ROOT, *academies, *partners)}


def _academy(catalogue: Catalogue, academy: Academy) -> Organisation:
    place = catalogue.places.get(academy.city)
    return Organisation(
        id=academy.id,
        name=academy.name,
        kind=ACADEMY,
        description=academy.description,
        city=place.name if place else "",
        region=academy.region,
        example=academy.example,
    )


def _partner(partner: Partner) -> Organisation:
    return Organisation(id=partner.id, name=partner.name, kind=partner.kind.value, example=partner.example)
