"""Parts that never get as far as answering."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.running.parts import Part
from bot.running.supervisor import PartError, supervise
from knowledge.errors import NavigatorError
from tests.bot.running.processes import free_ports


def part(folder: Path, *command: str, limit: float = 20) -> Part:
    address = f"http://127.0.0.1:{free_ports(1)[0]}/"
    return Part("rasa", command, folder, dict(os.environ), folder / "rasa.log", address, limit)


def never() -> None:
    raise AssertionError("it said that it was ready")


def test_a_part_that_dies_before_it_answers_is_named_at_once(tmp_path: Path) -> None:
    broken = part(tmp_path, sys.executable, "-c", "raise SystemExit('no model here')")
    with pytest.raises(PartError) as caught:
        supervise([broken], never)
    assert str(caught.value) == (
        f"rasa stopped by itself (exit code 1). The last lines of {tmp_path}/rasa.log:\n  no model here"
    )


def test_a_part_that_was_killed_says_by_what(tmp_path: Path) -> None:
    broken = part(tmp_path, sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    with pytest.raises(PartError) as caught:
        supervise([broken], never)
    assert str(caught.value) == (
        "rasa stopped by itself (SIGKILL, perhaps for want of memory). "
        f"The last lines of {tmp_path}/rasa.log:\n  (it wrote nothing)"
    )


def test_a_part_that_takes_too_long_is_named_with_what_it_last_said(tmp_path: Path) -> None:
    slow = part(tmp_path, sys.executable, "-uc", "print('thinking'); input_ = __import__('signal').pause()", limit=2)
    with pytest.raises(PartError) as caught:
        supervise([slow], never)
    assert str(caught.value) == (
        f"rasa did not answer at {slow.answers_at} within 2 s. The last lines of {tmp_path}/rasa.log:\n  thinking"
    )


def test_a_missing_program_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NavigatorError) as caught:
        supervise([part(tmp_path, str(tmp_path / "python"))], never)
    assert str(caught.value) == (
        f"rasa cannot start: there is no {tmp_path}/python. Run `make run`; it sets up what is missing."
    )


def test_the_log_of_the_run_before_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    for word in ("first", "second"):
        with pytest.raises(PartError):
            supervise([part(tmp_path, sys.executable, "-c", f"print('{word}')")], never)
    assert (tmp_path / "rasa.log").read_text() == "second\n"
    assert (tmp_path / "rasa.log.before").read_text() == "first\n"
