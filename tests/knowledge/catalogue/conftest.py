"""What the tests of the catalogue share: a small one, to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.catalogue.small_files import Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "content")
