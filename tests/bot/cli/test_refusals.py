"""A command that cannot do what was asked says so in a sentence on stderr, with exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.cli.doors import Navigator, Said

NO_DATABASE = "There is no database yet at var/navigator.db. `navigator migrate` makes it.\n"


@pytest.mark.parametrize(
    "command", [("audit",), ("catalogue", "list"), ("export-map", "oostkaart"), ("draw-map", "oostkaart")]
)
def test_without_a_database_it_says_how_to_make_one_and_makes_none(
    navigator: Navigator, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert navigator(*command) == Said(2, "", NO_DATABASE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("sqlite:///rubbish", "The database sqlite:///rubbish cannot be used: file is not a database."),
        (
            "postgresql://me:pass@127.0.0.1:1/x",
            "The database postgresql+psycopg://me:***@127.0.0.1:1/x cannot be",
        ),
    ],
)
def test_a_database_that_cannot_be_used_is_a_sentence_without_its_password(
    navigator: Navigator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, what: str
) -> None:
    (tmp_path / "rubbish").write_text("rubbish" * 1000)
    monkeypatch.setenv("NAVIGATOR_DATABASE", url)
    said = navigator("migrate")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(what)
    assert said.err.count("\n") == 1
    assert "pass@" not in said.err


def test_a_wrong_setting_is_named_by_its_key(navigator: Navigator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_PORT", "eighty")
    said = navigator("migrate")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("NAVIGATOR_PORT: ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("command", ["import-map", "advise"])
def test_a_file_that_is_not_there_is_named(navigator: Navigator, command: str) -> None:
    said = navigator(command, "gone.txt")
    assert said == Said(2, "", "gone.txt: No such file or directory. Check the path and who may use it.\n")


@pytest.mark.parametrize("command", ["import-map", "advise"])
def test_a_file_that_is_no_text_is_named(navigator: Navigator, tmp_path: Path, command: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    said = navigator(command, "picture.png")
    assert said == Said(2, "", "picture.png is not UTF-8 text. Save it as UTF-8.\n")


def test_a_command_that_does_not_exist_is_a_sentence(navigator: Navigator) -> None:
    said = navigator("trian")
    assert said.code == 2
    assert "No such command 'trian'." in said.err
