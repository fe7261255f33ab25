"""The tables, as SQLModel classes: the catalogue, people and their seats, and the talk."""

from knowledge.tables.catalogue import (
    CatalogueItem,
    CatalogueState,
    MapDrawing,
    Offering,
)
from knowledge.tables.people import Enrolment, EnrolmentChange, Learner
from knowledge.tables.talk import AnsweredMessage, Button, Conversation, PersonalDatum

__all__ = [
    "AnsweredMessage",
    "Button",
    "CatalogueItem",
    "CatalogueState",
    "Conversation",
    "Enrolment",
    "EnrolmentChange",
    "Learner",
    "MapDrawing",
    "Offering",
    "PersonalDatum",
]
