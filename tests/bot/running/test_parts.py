"""How the three parts are started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.running.parts import navigator_parts
from knowledge.settings import Settings


def test_each_part_listens_on_loopback_at_the_port_of_its_setting() -> None:
    settings = Settings(_env_file=None, port=18080, rasa_port=15005, actions_port=15055)
    rasa, actions, bot = navigator_parts(settings, Path("/srv/navigator"), Path("models/abc.tar.gz"))

    assert list(rasa.command) == [
        *("/srv/navigator/engine/.venv/bin/python", "-m", "components.server", "run", "--enable-api"),
        *("-i", "127.0.0.1", "--port", "15005", "--model", "models/abc.tar.gz"),
        *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
    ]
    assert list(actions.command) == [sys.executable, "-m", "bot.running.action_server", "15055"]
    assert list(bot.command) == [sys.executable, "-m", "bot.web"]
    assert [part.answers_at for part in (rasa, actions, bot)] == [
        "http://127.0.0.1:15005/status",
        "http://127.0.0.1:15055/health",
        "http://127.0.0.1:18080/healthz",
    ]


def test_rasa_sees_none_of_our_settings_but_its_own_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_DATABASE", "postgresql://navigator:secret@db/navigator")
    settings = Settings(_env_file=None, var=Path("/srv/var"), actions_port=15055)
    rasa, actions, bot = navigator_parts(settings, Path("/srv"), Path("m.tar.gz"))

    assert {key: value for key, value in rasa.env.items() if key.startswith("NAVIGATOR_")} == {
        "NAVIGATOR_ACTIONS_URL": "http://127.0.0.1:15055/webhook",
        "NAVIGATOR_RASA_DB": "/srv/var/rasa.db",
    }
    assert rasa.env["RASA_TELEMETRY_ENABLED"] == "false"
    assert actions.env["NAVIGATOR_DATABASE"] == bot.env["NAVIGATOR_DATABASE"]
