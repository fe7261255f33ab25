"""One running navigator for all conversations."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.chain.person import Person
from tests.chain.running import Running, navigator


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Its clock hardly ticks, so that it takes no message which another door's way is to be tried with."""
    with navigator(tmp_path_factory.mktemp("navigator"), NAVIGATOR_TICK="600") as running:
        yield running


@pytest.fixture(scope="session")
def door(running: Running) -> httpx.Client:
    return running.door


@pytest.fixture
def person(door: httpx.Client) -> Person:
    return Person(door)
