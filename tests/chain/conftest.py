"""One running navigator for all conversations."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.chain.person import Person
from tests.chain.running import navigator


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with navigator(tmp_path_factory.mktemp("navigator")) as running:
        yield running.door


@pytest.fixture
def person(door: httpx.Client) -> Person:
    return Person(door)
