"""Makes two talks one person: everything of the one moves to the other, and its id leads there from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.doors.belongings import move_belongings
from knowledge.doors.merging import merge, rewrite_texts
from knowledge.doors.references import References, move_data
from knowledge.doors.talks import locked_family, talk_of
from knowledge.errors import UnknownThing
from knowledge.seat.locking import locked_learner
from knowledge.tables import Conversation, Enrolment, Learner, Notice
from knowledge.vocabulary import LIVE, NoticeState


@dataclass(frozen=True)
class Joined:
    """The talk that goes on, and the one whose id is an alias of it now; the same when they were one already."""

    survivor: str
    gone: str


def join(session: Session, one: str, other: str, now: datetime) -> Joined:
    """Makes two talks one, in a transaction that goes on.

    The one whose learner has a live seat or gave consent goes on; when that says nothing, the older one. Locks are
    taken in the order of ``knowledge.seat.locking``, then messages, then the chats on Telegram.

    Raises:
        UnknownThing: for a conversation that does not exist.
    """
    locked_family(session, one, other)
    talks = [_talk(session, id) for id in (one, other)]
    if talks[0].id == talks[1].id:
        return Joined(talks[0].id, talks[0].id)
    learners = _locked_learners(session, talks)
    talks.sort(key=lambda talk: (not _counts(session, learners.get(talk.learner_id or "")), talk.created_at, talk.id))
    survivor, gone = talks
    changed = move_data(session, gone.id, survivor.id)
    _join_learners(session, survivor, gone, learners, changed, now)
    move_belongings(session, gone, survivor, changed)
    return Joined(survivor.id, gone.id)


def _talk(session: Session, id: str) -> Conversation:
    talk = talk_of(session, id)
    if talk is None:
        raise UnknownThing("conversation", id)
    return talk


def _locked_learners(session: Session, talks: list[Conversation]) -> dict[str, Learner]:
    found = {}
    for id in sorted({talk.learner_id for talk in talks if talk.learner_id}):
        if (learner := locked_learner(session, id)) is not None:
            session.refresh(learner)
            found[id] = learner
    return found


def _counts(session: Session, learner: Learner | None) -> bool:
    """Whether somebody gave consent, or counts on an offering."""
    if learner is None:
        return False
    if learner.consent_at is not None:
        return True
    live = (col(Enrolment.learner_id) == learner.id, col(Enrolment.state).in_(LIVE))
    return session.scalar(select(col(Enrolment.id)).where(*live).limit(1)) is not None


def _join_learners(
    session: Session,
    survivor: Conversation,
    gone: Conversation,
    learners: dict[str, Learner],
    changed: References,
    now: datetime,
) -> None:
    keep, other = learners.get(survivor.learner_id or ""), learners.get(gone.learner_id or "")
    if other is None:
        return
    if keep is None:
        survivor.learner_id = other.id
        rewrite_texts(session, other.id, changed)
    elif keep is not other:
        merge(session, keep, other, changed, now)
    # who signs off a message puts it in the talk in the same transaction: it is there before the rest moves, or waits
    due = (col(Notice.learner_id) == (keep or other).id, col(Notice.state) == NoticeState.DUE)
    session.execute(select(col(Notice.id)).where(*due).order_by(col(Notice.id)).with_for_update())
