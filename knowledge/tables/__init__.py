"""The tables, as SQLModel classes: the catalogue, people and their seats, the talk, and what is told."""

from knowledge.tables.catalogue import (
    CatalogueItem,
    CatalogueState,
    MapDrawing,
    Offering,
    OfferingChange,
)
from knowledge.tables.people import Enrolment, EnrolmentChange, Learner
from knowledge.tables.talk import AnsweredMessage, Button, Conversation, PersonalDatum, PostedMessage
from knowledge.tables.telling import Notice

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
    "Notice",
    "Offering",
    "OfferingChange",
    "PersonalDatum",
    "PostedMessage",
]
