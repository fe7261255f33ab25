"""`navigator settings`, and the example file that explains each of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.cli.settings import hide_secrets
from knowledge.settings import Settings
from tests.bot.cli.doors import Navigator

EXAMPLE = Path(__file__).parents[3] / ".env.example"


def test_each_setting_is_shown_with_where_it_came_from(
    navigator: Navigator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("NAVIGATOR_PORT=18081\nNAVIGATOR_VAR=elsewhere\n")
    monkeypatch.setenv("NAVIGATOR_PORT", "18082")
    rows = {row["setting"]: row for row in json.loads(navigator("settings", "--json").out)}
    assert list(rows) == [f"NAVIGATOR_{name.upper()}" for name in Settings.model_fields]
    assert [rows["NAVIGATOR_PORT"], rows["NAVIGATOR_VAR"], rows["NAVIGATOR_RASA_PORT"]] == [
        {"setting": "NAVIGATOR_PORT", "value": 18082, "source": "environment"},
        {"setting": "NAVIGATOR_VAR", "value": "elsewhere", "source": ".env"},
        {"setting": "NAVIGATOR_RASA_PORT", "value": 5005, "source": "default"},
    ]
    assert "NAVIGATOR_VAR=elsewhere  (.env)\n" in navigator("settings").out


def test_a_password_in_an_address_is_hidden(navigator: Navigator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_DATABASE", "postgresql://me:geheim@db:5432/navigator")
    said = navigator("settings")
    assert "postgresql+psycopg://me:***@db:5432/navigator" in said.out
    assert "geheim" not in said.out


@pytest.mark.parametrize(
    "written",
    ["smtp://me:geheim@mail:587", "smtp://me@firm.nl:geheim@mail", "smtp://me:ge:geheim@mail", "smtp://:geheim@mail"],
)
def test_the_password_of_the_mail_server_is_hidden_whatever_is_in_it(
    navigator: Navigator, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("NAVIGATOR_MAIL", written)
    said = navigator("settings", "--json")
    assert "geheim" not in said.out
    assert "***@mail" in said.out


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("telegram_token", "123:abc", "***"),
        ("telegram_token", "", ""),
        ("database", "sqlite:///var/navigator.db", "sqlite:///var/navigator.db"),
        ("public_url", "https://navigator.example.org:8443", "https://navigator.example.org:8443"),
        ("mail", "smtp://relay.example.org:25", "smtp://relay.example.org:25"),
        ("port", 8080, 8080),
    ],
)
def test_what_is_secret_by_its_name_is_hidden(name: str, value: object, shown: object) -> None:
    assert hide_secrets(name, value) == shown


def test_the_example_explains_every_setting_and_shows_its_default() -> None:
    text = EXAMPLE.read_text()
    shown = dict(re.findall(r"^# (NAVIGATOR_[A-Z_]+)=(.*)$", text, re.MULTILINE))
    fields = Settings.model_fields.items()
    assert shown == {f"NAVIGATOR_{name.upper()}": str(field.default) for name, field in fields}
    unexplained = re.findall(r"(?:^|\n)\n# (NAVIGATOR_[A-Z_]+)=", text)
    assert unexplained == []
