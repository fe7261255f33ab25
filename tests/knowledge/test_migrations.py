"""The migrations lead to exactly the tables that the code declares."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlmodel import SQLModel

import knowledge.tables  # noqa: F401  # registers every table
from knowledge.database import MIGRATIONS, migrate


def _differences(engine: Engine, metadata: sa.MetaData) -> list[Any]:
    """What a new migration would have to change."""
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def test_migrations_and_tables_agree(databases: Engine) -> None:
    assert _differences(databases, SQLModel.metadata) == []


def test_a_column_that_no_migration_makes_is_seen(databases: Engine) -> None:
    metadata = sa.MetaData()
    for table in SQLModel.metadata.tables.values():
        table.to_metadata(metadata)
    metadata.tables["learner"].append_column(sa.Column("shoe_size", sa.Integer()))
    found = _differences(databases, metadata)
    assert [(kind, table, column.name) for kind, _, table, column in found] == [("add_column", "learner", "shoe_size")]


def test_migrating_twice_is_the_same_as_once(databases: Engine) -> None:
    before = sorted(sa.inspect(databases).get_table_names())
    migrate(databases)
    assert sorted(sa.inspect(databases).get_table_names()) == before


def test_going_back_leaves_no_table_and_the_way_up_is_open_again(bare_databases: Engine) -> None:
    migrate(bare_databases)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = bare_databases
    command.downgrade(config, "base")
    assert sa.inspect(bare_databases).get_table_names() == ["alembic_version"]
    migrate(bare_databases)
    assert _differences(bare_databases, SQLModel.metadata) == []
