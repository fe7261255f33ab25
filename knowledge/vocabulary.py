"""The words of the academy that are a closed list, with the Dutch that people see.

Source of types, phases and levels: the concept of Smart Makers Academy; of the states of an
enrolment: Open Onderwijs API v6.
"""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How well somebody masters a skill; ``rank`` orders them from 1."""

    BEGINNER = "beginner"
    PROFESSIONAL = "professional"
    EXPERT = "expert"

    @property
    def rank(self) -> int:
        return _RANKS[self.value]


_RANKS = {level.value: number for number, level in enumerate(Level, start=1)}


class ModuleType(StrEnum):
    WORKSHOP = "W"
    E_LEARNING = "E"
    WEBINAR = "O"
    EXPERIENCE = "X"
    MASTERCLASS = "M"
    PRACTICE = "P"
    MEETING = "B"
    DINNER = "D"


class Phase(StrEnum):
    INSPIRATION = "inspiration"
    LEARNING_QUESTION = "learning_question"
    CONTENT = "content"
    CONCLUSION = "conclusion"


class Skip(StrEnum):
    """What skipping a station costs."""

    FREE = "free"
    COSTS_RECOGNITION = "costs_recognition"


class WorkForm(StrEnum):
    """How people like to learn, asked by examples."""

    DOING = "doing"
    GROUP = "group"
    ALONE = "alone"
    LOOKING_ROUND = "looking_round"


class Daypart(StrEnum):
    """A part of the week in which somebody can learn; weekend wins over the hour."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    WEEKEND = "weekend"


class Attendance(StrEnum):
    """Where somebody wants to learn."""

    ON_SITE = "on_site"
    ONLINE = "online"


class Question(StrEnum):
    """What can be asked to sharpen an advice; in this order when two are worth the same."""

    GOAL = "goal"
    ROLE = "role"
    PLACE = "place"
    DAYPARTS = "dayparts"
    FORMS = "forms"
    HOURS = "hours"


class RecognitionKind(StrEnum):
    BADGE = "badge"
    MBO_CERTIFICATE = "mbo_certificate"
    VENDOR_CERTIFICATE = "vendor_certificate"
    BRANCH_CERTIFICATE = "branch_certificate"
    DIPLOMA = "diploma"


class FollowUpKind(StrEnum):
    COURSE = "course"
    TRAINING = "training"
    FIELDLAB = "fieldlab"
    LINE = "line"


class PartnerKind(StrEnum):
    FIELDLAB = "fieldlab"
    TECHNOHUB = "technohub"
    SCHOOL = "school"
    COMPANY = "company"
    BRANCH = "branch"


class OfferingState(StrEnum):
    CONCEPT = "concept"
    OPEN = "open"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    HELD = "held"


class EnrolmentState(StrEnum):
    PENDING = "pending"
    ENROLLED = "enrolled"
    WAITING = "waiting"
    OFFERED = "offered"
    CANCELLED = "cancelled"
    DENIED = "denied"
    ATTENDED = "attended"
    MISSED = "missed"


SEAT_HOLDING = (EnrolmentState.PENDING, EnrolmentState.ENROLLED, EnrolmentState.OFFERED)
"""States that take a seat; together they never exceed an offering's maximum."""

LIVE = (*SEAT_HOLDING, EnrolmentState.WAITING)
"""States in which somebody still counts on an offering."""

GIVEN_OUT = (OfferingState.OPEN, OfferingState.CONFIRMED)
"""States of an offering in which seats are given out until it begins."""


class NoticeKind(StrEnum):
    """What somebody is told of their own seat without having asked."""

    SEAT_TAKEN = "seat_taken"
    SEAT_LEFT = "seat_left"
    OFFER = "offer"
    FIRST_COME = "first_come"
    LAPSED = "lapsed"
    LIST_CLOSED = "list_closed"
    GO = "go"
    NO_GO = "no_go"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    REMINDER_WEEK = "reminder_week"
    REMINDER_DAY = "reminder_day"
    REMINDER_HOURS = "reminder_hours"
    AFTERWARDS = "afterwards"
    NUDGE = "nudge"


REMINDERS = (NoticeKind.REMINDER_WEEK, NoticeKind.REMINDER_DAY, NoticeKind.REMINDER_HOURS)
"""Before a station, the earliest first."""


class NoticeState(StrEnum):
    """How far a message is; ``dropped``: no longer true, or too late to be of use; ``failed``: no way out took it."""

    DUE = "due"
    SENT = "sent"
    DROPPED = "dropped"
    FAILED = "failed"


WORK_FORMS_OF: dict[ModuleType, tuple[WorkForm, ...]] = {
    ModuleType.WORKSHOP: (WorkForm.DOING, WorkForm.GROUP),
    ModuleType.E_LEARNING: (WorkForm.ALONE,),
    ModuleType.WEBINAR: (WorkForm.ALONE,),
    ModuleType.EXPERIENCE: (WorkForm.LOOKING_ROUND,),
    ModuleType.MASTERCLASS: (WorkForm.GROUP,),
    ModuleType.PRACTICE: (WorkForm.DOING,),
    ModuleType.MEETING: (WorkForm.GROUP,),
    ModuleType.DINNER: (WorkForm.GROUP, WorkForm.LOOKING_ROUND),
}
"""Which ways of learning each type of module serves."""

DUTCH: dict[StrEnum, str] = {
    Level.BEGINNER: "beginner",
    Level.PROFESSIONAL: "professional",
    Level.EXPERT: "expert",
    ModuleType.WORKSHOP: "workshop",
    ModuleType.E_LEARNING: "e-learning",
    ModuleType.WEBINAR: "online webinar",
    ModuleType.EXPERIENCE: "experience",
    ModuleType.MASTERCLASS: "masterclass",
    ModuleType.PRACTICE: "praktijksessie",
    ModuleType.MEETING: "bijeenkomst",
    ModuleType.DINNER: "diner",
    Phase.INSPIRATION: "inspiratie",
    Phase.LEARNING_QUESTION: "leervraag",
    Phase.CONTENT: "inhoud",
    Phase.CONCLUSION: "conclusie",
    WorkForm.DOING: "zelf doen",
    WorkForm.GROUP: "samen in een groep",
    WorkForm.ALONE: "in je eentje achter het scherm",
    WorkForm.LOOKING_ROUND: "ergens gaan kijken",
    Daypart.MORNING: "'s ochtends",
    Daypart.AFTERNOON: "'s middags",
    Daypart.EVENING: "'s avonds",
    Daypart.WEEKEND: "in het weekend",
    Attendance.ON_SITE: "op locatie",
    Attendance.ONLINE: "online",
    RecognitionKind.BADGE: "badge",
    RecognitionKind.MBO_CERTIFICATE: "mbo-certificaat",
    RecognitionKind.VENDOR_CERTIFICATE: "certificaat van een leverancier",
    RecognitionKind.BRANCH_CERTIFICATE: "branchecertificaat",
    RecognitionKind.DIPLOMA: "diploma",
    FollowUpKind.COURSE: "cursus",
    FollowUpKind.TRAINING: "training",
    FollowUpKind.FIELDLAB: "fieldlab",
    FollowUpKind.LINE: "metrolijn",
    EnrolmentState.PENDING: "wacht op akkoord",
    EnrolmentState.ENROLLED: "ingeschreven",
    EnrolmentState.WAITING: "op de wachtlijst",
    EnrolmentState.OFFERED: "plek vrij, wacht op jouw ja",
    EnrolmentState.CANCELLED: "afgemeld",
    EnrolmentState.DENIED: "afgewezen",
    EnrolmentState.ATTENDED: "gevolgd",
    EnrolmentState.MISSED: "gemist",
}
"""What a person reads for each word."""
