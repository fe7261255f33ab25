"""When the model is trained, and what happens when that goes wrong; a tiny program stands in for Rasa."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.running.training import ensure_model, model_hash
from knowledge.errors import NavigatorError
from tests.bot.running.processes import ROOT

TRAINS = """
import sys
from pathlib import Path
name, out = sys.argv[sys.argv.index("--fixed-model-name") + 1], sys.argv[sys.argv.index("--out") + 1]
print("Epoch 1")
(Path(out) / f"{name}.tar.gz").write_text(" ".join(Path("config.yml").read_text().split()))
with open("trainings", "a") as count:
    count.write("x")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project's folder with the inputs of a model, and a Rasa that trains at once."""
    python = tmp_path / "engine" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    files = {
        "config.yml": "language: nl",
        "domain.yml": "intents: []",
        "data/nlu/talk.yml": "nlu: []",
        "engine/requirements.txt": "rasa==3.6.21",
        "engine/components/__init__.py": "",
        "engine/components/server.py": TRAINS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def _write(name: str, text: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)

    return change


@pytest.mark.parametrize(
    "change",
    [
        _write("config.yml", "language: en"),
        _write("domain.yml", "intents: [greet]"),
        _write("domain/enrolment.yml", "intents: [enrol]"),
        _write("data/nlu/talk.yml", "nlu: [{}]"),
        _write("data/rules/new.yml", "rules: []"),
        _write("engine/components/server.py", f"{TRAINS}# and more"),
        _write("engine/requirements.txt", "rasa==3.6.22"),
        lambda project: (project / "data/nlu/talk.yml").rename(project / "data/nlu/words.yml"),
        lambda project: (project / "data/nlu/talk.yml").unlink(),
    ],
)
def test_the_hash_changes_with_every_input(project: Path, change: Callable[[Path], object]) -> None:
    before = model_hash(project)
    change(project)
    assert model_hash(project) != before


@pytest.mark.parametrize(
    "change",
    [
        _write("README.md", "# words"),
        _write("knowledge/rule.py", "x = 1"),
        _write("endpoints.yml", "{}"),
        _write("engine/components/__pycache__/server.cpython-311.pyc", "bytes"),
        _write("data/nlu/.talk.yml.swp", "an editor's"),
        _write("domain.yml", "intents: []"),
    ],
)
def test_the_hash_stays_with_anything_else(project: Path, change: Callable[[Path], object]) -> None:
    before = model_hash(project)
    change(project)
    assert model_hash(project) == before


def test_it_trains_once_and_again_when_an_input_changed(project: Path) -> None:
    first = ensure_model(project, project / "logs")
    assert first == project / "models" / f"{model_hash(project)}.tar.gz"
    assert ensure_model(project, project / "logs") == first
    assert (project / "trainings").read_text() == "x"

    (project / "config.yml").write_text("language:  en")
    second = ensure_model(project, project / "logs")
    assert (first.read_text(), second.read_text()) == ("language: nl", "language: en")
    assert (project / "trainings").read_text() == "xx"


def test_force_trains_though_nothing_changed(project: Path) -> None:
    assert ensure_model(project, project / "logs") == ensure_model(project, project / "logs", force=True)
    assert (project / "trainings").read_text() == "xx"


def test_only_the_newest_models_are_kept(project: Path) -> None:
    models = []
    for number in range(5):
        (project / "config.yml").write_text(f"seed: {number}")
        models.append(ensure_model(project, project / "logs"))
    assert sorted(project.glob("models/*.tar.gz")) == sorted(models[-3:])


def test_a_training_that_fails_shows_its_last_lines_and_leaves_no_model(project: Path) -> None:
    (project / "engine/components/server.py").write_text("print('reading'); raise SystemExit('no such intent')")
    with pytest.raises(NavigatorError) as caught:
        ensure_model(project, project / "logs")
    assert str(caught.value) == (
        f"Training failed. The last lines of {project}/logs/training.log:\n  reading\n  no such intent\n"
        "Mend what it names, then run the same command again."
    )
    assert [file.name for file in (project / "models").iterdir()] == [".training.lock"]


def test_data_that_changes_during_training_gives_no_model(project: Path) -> None:
    (project / "engine/components/server.py").write_text(f"open('data/late.yml', 'w').close()\n{TRAINS}")
    with pytest.raises(NavigatorError, match="changed while the model was trained"):
        ensure_model(project, project / "logs")
    assert [file.name for file in (project / "models").iterdir()] == [".training.lock"]


def test_who_waited_for_another_training_takes_its_model(project: Path) -> None:
    model = project / "models" / f"{model_hash(project)}.tar.gz"
    model.parent.mkdir()
    code = "from pathlib import Path; from bot.running.training import ensure_model\n"
    code += "ensure_model(Path.cwd(), Path('logs'))"
    with (model.parent / ".training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == "Another training is under way; waiting for it.\n"
        model.write_text("trained by another")
    assert waiting.communicate(timeout=20) == (None, "")
    assert waiting.returncode == 0
    assert model.read_text() == "trained by another"
    assert not (project / "trainings").exists()
