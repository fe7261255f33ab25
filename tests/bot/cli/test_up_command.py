"""`navigator up` and `navigator train` before anything starts, and `make run` without a Python."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.doors import Navigator, Said
from tests.chain.running import free_ports

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(navigator: Navigator, tmp_path: Path) -> Path:
    """A folder that looks like the project's own, in which `navigator` runs."""
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        (tmp_path / name).write_text("")
    return tmp_path


def test_a_taken_port_is_one_sentence_and_nothing_is_made(project: Path) -> None:
    before = sorted(project.iterdir())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        rasa, actions = map(str, free_ports(2))
        ended = subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", "up"],
            cwd=project,
            env=os.environ
            | {"PYTHONPATH": str(ROOT), "NAVIGATOR_PORT": port}
            | {"NAVIGATOR_RASA_PORT": rasa, "NAVIGATOR_ACTIONS_PORT": actions},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"Port {port} is taken by another program, or by a navigator that already runs. "
        "Stop that program, or choose another port with NAVIGATOR_PORT (in .env).\n"
    )
    assert sorted(project.iterdir()) == before


@pytest.mark.parametrize("command", ["up", "train"])
def test_outside_the_project_it_says_so(navigator: Navigator, command: str) -> None:
    sentence = (
        "There is no config.yml, domain.yml, endpoints.yml, credentials.yml here. "
        "Run this in the project's own folder.\n"
    )
    assert navigator(command) == Said(2, "", sentence)


@pytest.mark.usefixtures("project")
def test_a_wrong_setting_is_one_sentence(navigator: Navigator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_HOST", "0.0.0.0")  # noqa: S104  # this is what must be refused
    said = navigator("up")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("NAVIGATOR_HOST: ")
    assert said.err.count("\n") == 1


def test_without_its_environment_training_says_what_to_do(navigator: Navigator, project: Path) -> None:
    said = navigator("train")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1] == (
        f"training cannot start: there is no {project}/engine/.venv/bin/python. "
        "Run `make run`; it sets up what is missing."
    )


def test_make_run_without_python_3_11_is_one_sentence(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    ended = subprocess.run(
        ["make", "run", "PYTHON=no-such-python"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[0] == (
        "The navigator needs Python 3.11 and found none (no-such-python). Install it, or say where it is: "
        "make run PYTHON=/path/to/python3.11"
    )
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Makefile", "tools"]
