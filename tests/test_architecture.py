"""Imports run one way: actions → knowledge, bot → knowledge, and nothing back or across."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

OURS = {"knowledge", "actions", "bot"}
FRAMEWORKS = {"rasa", "rasa_sdk", "telegram", "fastapi", "starlette", "uvicorn"}
NEVER = {"tests", "engine", "components"}

MAY_NOT_IMPORT = {
    "knowledge": {"actions", "bot", *FRAMEWORKS, *NEVER},
    "actions": {"bot", "rasa", "telegram", "fastapi", "starlette", "uvicorn", *NEVER},
    "bot": {"actions", "rasa", "rasa_sdk", *NEVER},
    "engine/components": {*OURS, "tests"},
}
"""What each part may not import, by the first word of the module's name."""

LAUNCHER = "bot/running/action_server.py"
EXCEPTIONS = {(LAUNCHER, "rasa_sdk"), (LAUNCHER, "actions")}
"""It starts the process of the actions, and nothing of the front door runs in there."""


def broken(root: Path) -> list[tuple[str, int, str]]:
    """Every import that goes the wrong way: the file, the line and the first word of what it imports."""
    return [
        (file.relative_to(root).as_posix(), line, word)
        for part, forbidden in MAY_NOT_IMPORT.items()
        for file in files_of(root, part)
        for line, word in sorted(imported(file, root))
        if word in forbidden
    ]


def files_of(root: Path, part: str) -> list[Path]:
    return sorted((root / part).rglob("*.py"))


def imported(file: Path, root: Path) -> Iterator[tuple[int, str]]:
    """The line and the first word of everything that a file imports, wherever in it that stands."""
    package = file.relative_to(root).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name.split(".")[0]) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, word) for word in _from(node, package))
        elif isinstance(node, ast.Call):
            yield from ((node.lineno, word) for word in _by_name(node))


def _from(node: ast.ImportFrom, package: tuple[str, ...]) -> list[str]:
    """The first words of ``from … import …``; one that begins with dots is counted from its own package."""
    above = package[: len(package) - node.level + 1] if node.level else ()
    if not above and node.module is None:
        return [name.name for name in node.names]
    return [[*above, *(node.module or "").split(".")][0]]


def _by_name(node: ast.Call) -> list[str]:
    """``import_module("bot.chat")``, ``__import__("bot")`` and rasa_sdk's ``register_package`` import too."""
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called not in ("import_module", "__import__", "register_package") or not node.args:
        return []
    first = node.args[0]
    return [str(first.value).split(".")[0]] if isinstance(first, ast.Constant) else []


def test_imports_run_one_way() -> None:
    assert [one for one in broken(ROOT) if (one[0], one[2]) not in EXCEPTIONS] == []


def test_every_exception_is_needed_and_nothing_imports_the_launcher() -> None:
    assert {(file, word) for file, _, word in broken(ROOT)} == EXCEPTIONS
    texts = [file.read_text() for file in files_of(ROOT, "bot") if not file.match(LAUNCHER)]
    named = [line for text in texts for line in text.splitlines() if "action_server" in line]
    assert [line for line in named if "import" in line] == []


@pytest.mark.parametrize("part", list(MAY_NOT_IMPORT))
def test_there_is_something_to_look_at(part: str) -> None:
    words = {word for file in files_of(ROOT, part) for _, word in imported(file, ROOT)}
    assert "__future__" in words
    if part in ("actions", "bot"):
        assert "knowledge" in words


@pytest.mark.parametrize(
    ("file", "code", "word"),
    [
        ("knowledge/seat/a.py", "import rasa_sdk", "rasa_sdk"),
        ("knowledge/a.py", "from fastapi.responses import JSONResponse", "fastapi"),
        ("knowledge/a.py", "import telegram.ext as t", "telegram"),
        ("knowledge/a.py", "import json, bot", "bot"),
        ("knowledge/a.py", "def f():\n    from actions.base import Action", "actions"),
        ("knowledge/a.py", "if TYPE_CHECKING:\n    from bot.chat import Chat", "bot"),
        ("knowledge/a.py", "try:\n    import rasa\nexcept ImportError:\n    pass", "rasa"),
        ("knowledge/a.py", "import importlib\nimportlib.import_module('bot.chat')", "bot"),
        ("knowledge/a.py", "from .. import bot", "bot"),
        ("knowledge/seat/a.py", "from ...actions.base import Action", "actions"),
        ("actions/a.py", "from bot.masking import mask", "bot"),
        ("bot/a.py", "ActionExecutor().register_package('actions')", "actions"),
        ("bot/web/a.py", "__import__('actions')", "actions"),
        ("bot/a.py", "from tests.generated import NOW", "tests"),
        ("engine/components/a.py", "from knowledge.clock import AMSTERDAM", "knowledge"),
        ("engine/components/a.py", "import bot", "bot"),
        ("engine/components/a.py", "import actions", "actions"),
    ],
)
def test_an_import_that_goes_the_wrong_way_is_found(tmp_path: Path, file: str, code: str, word: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(code)
    (line,) = [n for n, text in enumerate(code.splitlines(), 1) if word in text and text != "import importlib"]
    assert broken(tmp_path) == [(file, line, word)]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("knowledge/seat/a.py", "from knowledge.clock import to_local\nfrom . import b\nfrom ..clock import c"),
        ("knowledge/a.py", "import rasa_like, botany\nfrom yaml import actions"),
        ("knowledge/a.py", "'import bot'  # import bot"),
        ("actions/a.py", "from rasa_sdk import Action\nfrom knowledge.people import known"),
        ("bot/a.py", "from bot.rasa import Rasa\nimport fastapi, telegram\nimport knowledge"),
        ("engine/components/a.py", "from components.server import main\nimport rasa.nlu"),
    ],
)
def test_an_import_that_goes_the_right_way_is_let_be(tmp_path: Path, file: str, code: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(code)
    assert broken(tmp_path) == []
