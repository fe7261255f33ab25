"""What is told, decisions about offerings, and the whole life of a seat"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
FILLED = (
    ("learner", "wishes"),
    ("offering", "by_hand"),
    ("enrolment", "priority"),
    ("enrolment", "paid_by"),
    ("enrolment", "sequence"),
)
"""The new columns that the rows of before get a value in."""


def upgrade() -> None:
    with op.batch_alter_table("learner") as batch_op:
        batch_op.add_column(sa.Column("email_refused", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("wishes", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("calendar_key", sa.String(), nullable=True))
        batch_op.create_unique_constraint("uq_learner_calendar_key", ["calendar_key"])
    with op.batch_alter_table("offering") as batch_op:
        batch_op.add_column(sa.Column("by_hand", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.create_index("ix_offering_state_decide", ["state", "decide_at"])
        batch_op.create_index("ix_offering_state_start", ["state", "starts_at"])
    with op.batch_alter_table("conversation") as batch_op:
        batch_op.add_column(sa.Column("present_at", MOMENT, nullable=True))
    with op.batch_alter_table("enrolment") as batch_op:
        batch_op.add_column(sa.Column("priority", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("seated_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("cost", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("paid_by", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("coming_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("own_case", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("shared_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("leave_reason", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("feedback", sa.String(), nullable=True))
        batch_op.create_index("ix_enrolment_held_until", ["held_until"])
    for table, column in FILLED:  # the code gives these values from now on
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, server_default=None)
    op.create_table(
        "offering_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offering_id", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("before", sa.String(length=40), nullable=False),
        sa.Column("after", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_offering_change_offering_id", "offering_change", ["offering_id"])
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("useful_until", MOMENT, nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("refusals", sa.JSON(), nullable=False),
        sa.Column("way", sa.String(), nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("quiet", sa.String(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolment.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_notice_learner_id", "notice", ["learner_id"])
    op.create_index("ix_notice_state_due", "notice", ["state", "due_at"])
    op.create_index("ix_notice_enrolment_kind", "notice", ["enrolment_id", "kind"])
    op.create_table(
        "posted_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=True),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("fetched_at", MOMENT, nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("notice_id"),
    )
    op.create_index("ix_posted_message_conversation_id", "posted_message", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("posted_message")
    op.drop_table("notice")
    op.drop_table("offering_change")
    with op.batch_alter_table("enrolment") as batch_op:
        batch_op.drop_index("ix_enrolment_held_until")
        for column in (
            *("feedback", "leave_reason", "shared_at", "own_case", "sequence"),
            *("coming_at", "paid_by", "cost", "seated_at", "priority"),
        ):
            batch_op.drop_column(column)
    with op.batch_alter_table("conversation") as batch_op:
        batch_op.drop_column("present_at")
    with op.batch_alter_table("offering") as batch_op:
        batch_op.drop_index("ix_offering_state_start")
        batch_op.drop_index("ix_offering_state_decide")
        batch_op.drop_column("by_hand")
    with op.batch_alter_table("learner") as batch_op:
        batch_op.drop_constraint("uq_learner_calendar_key", type_="unique")
        batch_op.drop_column("calendar_key")
        batch_op.drop_column("wishes")
        batch_op.drop_column("email_refused")
