"""Who somebody is: pseudonymous in a conversation until they give consent, an address and a name.

Names, addresses and numbers reach these rules only as references (``[mail-1]``) that the front door gave out;
their values lie in the table of personal data and are looked up here, within one conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from pydantic.networks import EmailStr
from sqlalchemy import Engine, delete, select
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.doors.talks import locked_talk, talk_of
from knowledge.errors import Refusal, UnknownThing
from knowledge.own_data import export, forget
from knowledge.tables import Enrolment, Learner, PersonalDatum
from knowledge.telling.wishes import ReminderWishes, Way

__all__ = [
    "Known",
    "change_wishes",
    "export",
    "forget",
    "give_consent",
    "keep_contact",
    "known",
    "references",
    "way_here",
    "wishes_of",
    "withdraw_contact",
]

_EMAIL = TypeAdapter(EmailStr)


@dataclass(frozen=True)
class Known:
    """What we know of the person in a conversation."""

    learner_id: str | None
    consent: bool
    name: str | None
    email: str | None
    phone: str | None


def known(engine: Engine, conversation_id: str) -> Known:
    """What we know of the person in this conversation; all empty for a stranger."""
    with reading(engine) as session:
        conversation = talk_of(session, conversation_id)
        learner = session.get(Learner, conversation.learner_id) if conversation and conversation.learner_id else None
    if learner is None:
        return Known(None, False, None, None, None)
    return Known(learner.id, learner.consent_at is not None, learner.name, learner.email, learner.phone)


def references(engine: Engine, conversation_id: str) -> dict[str, str]:
    """The reference (``[naam-1]``) of each kind of thing kept of the person, as this conversation knows it.

    Whoever speaks to the person uses these; only the front door puts the values in their place.
    """
    person = known(engine, conversation_id)
    kept = {"name": person.name, "email": person.email, "phone": person.phone}
    with reading(engine) as session:
        rows = session.scalars(
            select(PersonalDatum)
            .where(col(PersonalDatum.conversation_id) == conversation_id)
            .order_by(col(PersonalDatum.kept_at))
        ).all()
    return {
        row.kind: row.reference
        for row in rows
        if (value := kept.get(row.kind)) and value.casefold() == row.value.casefold()
    }


def give_consent(engine: Engine, conversation_id: str, now: datetime) -> str:
    """Notes that the person agrees that we keep name and address; gives the learner's id."""
    with writing(engine) as session:
        learner = _learner(session, conversation_id, now)
        learner.consent_at = learner.consent_at or now
        return learner.id


def withdraw_contact(engine: Engine, conversation_id: str) -> None:
    """Forgets what was typed for an enrolment that the person did not agree to; who has seats keeps what they need."""
    with writing(engine) as session:
        conversation = locked_talk(session, conversation_id)
        learner = session.get(Learner, conversation.learner_id) if conversation and conversation.learner_id else None
        if learner is not None:
            if session.scalar(select(col(Enrolment.id)).where(col(Enrolment.learner_id) == learner.id).limit(1)):
                return
            learner.consent_at = learner.name = learner.email = learner.phone = None
        id = conversation.id if conversation else conversation_id
        session.execute(delete(PersonalDatum).where(col(PersonalDatum.conversation_id) == id))


def keep_contact(engine: Engine, conversation_id: str, references: list[str], now: datetime) -> Known:
    """Keeps the name, address and number behind these references with the learner.

    Raises:
        Refusal: ``utter_consent_first`` without consent; ``utter_email_wrong`` for an address that isn't one.
    """
    with writing(engine) as session:
        learner = _learner(session, conversation_id, now)
        for reference in references:
            datum = session.get(PersonalDatum, (conversation_id, reference))
            if datum is None:
                continue
            if learner.consent_at is None:
                raise Refusal("utter_consent_first")
            _keep(learner, datum)
        session.flush()
    return known(engine, conversation_id)


def wishes_of(engine: Engine, conversation_id: str) -> ReminderWishes:
    """How the person in this conversation wants to be told; what they never said is as usual."""
    with reading(engine) as session:
        conversation = talk_of(session, conversation_id)
        learner = session.get(Learner, conversation.learner_id) if conversation and conversation.learner_id else None
        return ReminderWishes.model_validate(learner.wishes if learner else {})


def way_here(engine: Engine, conversation_id: str) -> Way:
    """By which way the person in this conversation talks to us."""
    with reading(engine) as session:
        conversation = talk_of(session, conversation_id)
    channel = conversation.channel if conversation else ""
    return next((way for way in Way if way == channel), Way.WEBSITE)


def change_wishes(
    engine: Engine, conversation_id: str, change: Callable[[ReminderWishes], ReminderWishes], now: datetime
) -> ReminderWishes:
    """Changes how the person wants to be told, and gives what holds then.

    It needs no consent: a wish says of nobody who they are. ``change`` gets what holds under the lock, so of two
    changes at a time none is lost.

    Raises:
        UnknownThing: for a conversation that does not exist.
    """
    with writing(engine) as session:
        learner = _learner(session, conversation_id, now)
        session.refresh(learner, with_for_update=True)
        before = ReminderWishes.model_validate(learner.wishes)
        after = change(before)
        if after != before:
            learner.wishes = after.model_dump(mode="json", exclude_defaults=True)
        return after


def _keep(learner: Learner, datum: PersonalDatum) -> None:
    if datum.kind == "email":
        try:
            learner.email = _EMAIL.validate_python(datum.value)
        except ValidationError:
            raise Refusal("utter_email_wrong") from None
    elif datum.kind == "name":
        learner.name = datum.value
    elif datum.kind == "phone":
        learner.phone = datum.value


def _learner(session: Session, conversation_id: str, now: datetime) -> Learner:
    conversation = locked_talk(session, conversation_id)
    if conversation is None:
        raise UnknownThing("conversation", conversation_id)
    learner = session.get(Learner, conversation.learner_id) if conversation.learner_id else None
    if learner is None:
        learner = Learner(created_at=now)
        session.add(learner)
        session.flush()
        conversation.learner_id = learner.id
    return learner
