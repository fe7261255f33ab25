"""Alembic's entry: it runs with the engine that ``knowledge.database.migrate`` hands in."""

from alembic import context
from sqlmodel import SQLModel

import knowledge.tables  # noqa: F401  # registers every table

with context.config.attributes["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
