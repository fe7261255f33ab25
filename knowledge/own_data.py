"""What somebody may ask of us about their own data: all that we keep of them, and that we erase it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Engine, Select, delete, select
from sqlmodel import Session, SQLModel, col

from knowledge.database import reading, writing
from knowledge.doors.kept import erase_talks, export_chat, export_talk
from knowledge.doors.talks import family, locked_family, talk_of
from knowledge.seat.giving import give_out
from knowledge.seat.locking import locked_learner, locked_offering
from knowledge.seat.settling import settle
from knowledge.tables import (
    Conversation,
    Enrolment,
    EnrolmentChange,
    Learner,
    Notice,
    PostedMessage,
    SignInLink,
    WebSession,
)
from knowledge.vocabulary import SEAT_HOLDING


def export(engine: Engine, conversation_id: str) -> dict[str, object]:
    """Everything that is kept of the person in a conversation, as plain data; times are ISO 8601 in UTC.

    What we said ourselves (answers and buttons, kept for a message that comes twice, and messages that wait) is told
    by number: it is what the talk shows, and an answer can hold an earlier export. Ids of conversations, the secret
    of the calendar and codes that link are left out, as they let somebody in.
    """
    with reading(engine) as session:
        ids = family(session, conversation_id)
        talks = session.scalars(select(Conversation).where(col(Conversation.id).in_(ids))).all()
        learner_id = _learner_of(session, conversation_id)
        learner = session.get(Learner, learner_id) if learner_id else None
        enrolments = _enrolments(session, learner_id)
        changes = session.scalars(
            select(EnrolmentChange)
            .where(col(EnrolmentChange.enrolment_id).in_([one.id for one in enrolments]))
            .order_by(col(EnrolmentChange.id))
        ).all()
        return {
            **_export_person(learner),
            "enrolments": [_plain(one, "learner_id") for one in enrolments],
            "changes": [_plain(one) for one in changes],
            "messages": [_plain(one, "learner_id", "key") for one in _notices(session, learner_id)],
            "signed_in": _signed_in(session, WebSession, learner_id),
            "sign_in_links": _signed_in(session, SignInLink, learner_id),
            "conversations": [export_talk(session, talk) for talk in sorted(talks, key=_began)],
            "telegram": export_chat(session, ids),
        }


def _signed_in(
    session: Session, table: type[WebSession] | type[SignInLink], learner_id: str | None
) -> list[dict[str, object]]:
    """When somebody signed in, or asked for a link; without what would let another in."""
    rows = session.scalars(select(table).where(col(table.learner_id) == learner_id).order_by(col(table.made_at)))
    return [_plain(one, "digest", "address", "learner_id") for one in rows]


_NOT_TOLD = ("id", "calendar_key")


def _export_person(learner: Learner | None) -> dict[str, object]:
    nothing = {field: None for field in Learner.model_fields if field not in _NOT_TOLD}
    plain = _plain(learner, *_NOT_TOLD) if learner else nothing
    return {**plain, "consent": plain["consent_at"] is not None}


def _began(talk: Conversation) -> tuple[datetime, str]:
    return talk.created_at, talk.id


def _plain(row: SQLModel, *without: str) -> dict[str, object]:
    return row.model_dump(mode="json", exclude=set(without))


def forget(engine: Engine, conversation_id: str, now: datetime) -> int:
    """Erases the person of a conversation, their seats, every conversation they had with us and their chat.

    Freed seats go to who waits. Returns how many live or past enrolments went.
    """
    with writing(engine) as session:
        ids = [talk.id for talk in locked_family(session, conversation_id)]
        learner_id = _learner_of(session, conversation_id)
        count = _forget_learner(session, learner_id, now) if learner_id else 0
        erase_talks(session, ids)
        return count


def _learner_of(session: Session, conversation_id: str) -> str | None:
    talk = talk_of(session, conversation_id)
    return talk.learner_id if talk else None


def _forget_learner(session: Session, learner_id: str, now: datetime) -> int:
    """The learner is locked first, so that no seat can be added behind our back."""
    locked_learner(session, learner_id)
    mine = _enrolments(session, learner_id)
    offerings = [locked_offering(session, id) for id in sorted({one.offering_id for one in mine})]
    ids = [one.id for one in mine]
    session.execute(delete(PostedMessage).where(col(PostedMessage.notice_id).in_(_notices_of(learner_id))))
    session.execute(delete(Notice).where(col(Notice.learner_id) == learner_id))
    session.execute(delete(EnrolmentChange).where(col(EnrolmentChange.enrolment_id).in_(ids)))
    session.execute(delete(Enrolment).where(col(Enrolment.learner_id) == learner_id))
    freed = {one.offering_id for one in mine if one.state in SEAT_HOLDING}
    for offering in offerings:
        settle(session, offering, now)
        give_out(session, offering, now, freed=offering.id in freed)
    session.execute(delete(Learner).where(col(Learner.id) == learner_id))
    return len(mine)


def _enrolments(session: Session, learner_id: str | None) -> Sequence[Enrolment]:
    return session.scalars(
        select(Enrolment).where(col(Enrolment.learner_id) == learner_id).order_by(col(Enrolment.id))
    ).all()


def _notices(session: Session, learner_id: str | None) -> Sequence[Notice]:
    return session.scalars(select(Notice).where(col(Notice.learner_id) == learner_id).order_by(col(Notice.id))).all()


def _notices_of(learner_id: str) -> Select[int | None]:
    return select(col(Notice.id)).where(col(Notice.learner_id) == learner_id)
