"""Telegram, the codes that make two doors lead to one person, and companies' invitations"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("conversation") as batch_op:
        batch_op.add_column(sa.Column("continued_as", sa.String(), nullable=True))
        batch_op.create_foreign_key(
            "fk_conversation_continued_as", "conversation", ["continued_as"], ["id"], ondelete="CASCADE"
        )
        batch_op.create_index("ix_conversation_continued_as", ["continued_as"])
    op.create_table(
        "telegram_chat",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("blocked_at", MOMENT, nullable=True),
        sa.Column("stopped_at", MOMENT, nullable=True),
        sa.Column("keyboard", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.create_index("ix_telegram_chat_conversation_id", "telegram_chat", ["conversation_id"], unique=True)
    op.create_table(
        "telegram_update",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.Column("handled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("update_id"),
    )
    op.create_index("ix_telegram_update_handled_at", "telegram_update", ["handled_at"])
    op.create_table(
        "telegram_message",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["telegram_chat.chat_id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    op.create_index("ix_telegram_message_notice_id", "telegram_message", ["notice_id"])
    op.create_table(
        "link_code",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("valid_until", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_link_code_conversation_id", "link_code", ["conversation_id"])
    op.create_table(
        "link_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_link_try_conversation_id", "link_try", ["conversation_id"])
    op.create_table(
        "company_invitation",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("valid_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )


def downgrade() -> None:
    for table in (
        "company_invitation",
        "link_try",
        "link_code",
        "telegram_message",
        "telegram_update",
        "telegram_chat",
    ):
        op.drop_table(table)
    with op.batch_alter_table("conversation") as batch_op:
        batch_op.drop_index("ix_conversation_continued_as")
        batch_op.drop_constraint("fk_conversation_continued_as", type_="foreignkey")
        batch_op.drop_column("continued_as")
