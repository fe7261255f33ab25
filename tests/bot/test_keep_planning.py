"""The catalogue's dates stay in the future while the bot runs."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from bot.planning import plan_again
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import Settings
from tests.conftest import CONTENT


def settings_for(content: Path) -> Settings:
    return Settings(content=content, planning_weeks=6)


def test_a_week_later_there_is_a_week_more_of_dates(engine: Engine, now: datetime) -> None:
    settings, view = settings_for(CONTENT), CatalogueView(engine)
    assert plan_again(engine, settings, now)
    before = max(s.starts_at for s in view.now().sessions if s.starts_at)
    assert not plan_again(engine, settings, now + timedelta(hours=2))
    assert plan_again(engine, settings, now + timedelta(days=7))
    after = max(s.starts_at for s in view.now().sessions if s.starts_at)
    assert after - before > timedelta(days=4)


def test_a_fault_in_the_content_leaves_what_was_loaded(engine: Engine, now: datetime, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    settings, view = settings_for(content), CatalogueView(engine)
    plan_again(engine, settings, now)
    version = view.now().version
    (content / "skills.yml").write_text("skills: [")
    assert not plan_again(engine, settings, now + timedelta(days=1))
    assert view.now().version == version
