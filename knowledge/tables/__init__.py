"""The tables, as SQLModel classes: the catalogue, people and their seats, the talk, their doors, and what is told."""

from knowledge.tables.catalogue import (
    CatalogueItem,
    CatalogueState,
    MapDrawing,
    Offering,
    OfferingChange,
)
from knowledge.tables.doors import (
    CompanyInvitation,
    LinkCode,
    LinkTry,
    TelegramChat,
    TelegramMessage,
    TelegramUpdate,
)
from knowledge.tables.people import Enrolment, EnrolmentChange, Learner
from knowledge.tables.signing_in import SignInLink, WebSession
from knowledge.tables.talk import AnsweredMessage, Button, Conversation, PersonalDatum, PostedMessage
from knowledge.tables.telling import Notice

__all__ = [
    "AnsweredMessage",
    "Button",
    "CatalogueItem",
    "CatalogueState",
    "CompanyInvitation",
    "Conversation",
    "Enrolment",
    "EnrolmentChange",
    "Learner",
    "LinkCode",
    "LinkTry",
    "MapDrawing",
    "Notice",
    "Offering",
    "OfferingChange",
    "PersonalDatum",
    "PostedMessage",
    "SignInLink",
    "TelegramChat",
    "TelegramMessage",
    "TelegramUpdate",
    "WebSession",
]
