"""The emulator's own process: its modules installed as locked, started, and ended."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.telegram_api.serving import bound

FOLDER = Path(__file__).parent / "emulator"
MODULES = FOLDER / "node_modules"
LOCK = FOLDER / "package-lock.json"
STAMP = MODULES / ".installed-of"
CI = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]


def install() -> None:
    """Let npm install exactly what the lock file says, unless that is there already.

    Raises:
        AssertionError: Node isn't there, or npm couldn't; with npm's own words.
    """
    for program in ("node", "npm"):
        assert shutil.which(program), f"{program} is missing: install Node.js 18 or newer, which brings node and npm"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    with LOCK.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if STAMP.exists() and STAMP.read_text() == wanted:
            return
        done = subprocess.run(CI, cwd=FOLDER, capture_output=True, text=True, timeout=300, check=False)
        assert not done.returncode, f"{' '.join(CI)} in {FOLDER} failed; can npm reach its registry?\n{done.stderr}"
        STAMP.write_text(wanted)


@contextmanager
def running() -> Iterator[str]:
    """The emulator on a free port of loopback; its address."""
    install()
    with bound(0) as reserved:
        port = reserved.getsockname()[1]
        command = ["node", "server.js", str(port)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=FOLDER, text=True, **pipes) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            try:
                started = process.stdout.readline().strip() == "listening"
                assert started, f"the emulator doesn't start:\n{process.stderr.read()}"
                yield f"http://127.0.0.1:{port}"
            finally:
                process.kill()
