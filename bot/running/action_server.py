"""Serves the actions in one process: ``python -m bot.running.action_server PORT``.

rasa_sdk's own command starts the server through Sanic's manager of workers, which holds a second copy of
everything in memory and takes twice as long to start. This is the same server without the manager, on
loopback only, and closed to the scripts of web pages.

Rasa 3.6 sends no digest of its domain, so rasa_sdk 3.21 would want the whole domain with every call. No action
of ours reads it (wording is chosen by name), so it is not asked for and not sent.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"


def main(port: int) -> None:
    """Registers every action below ``actions/`` of the present folder and serves them until SIGTERM."""
    from rasa_sdk import utils
    from rasa_sdk.endpoint import create_app
    from rasa_sdk.executor import ActionExecutor

    from knowledge.settings import settings

    utils.configure_colored_logging(settings().log_level)
    utils.update_sanic_log_level()
    logging.getLogger("alembic").setLevel(logging.WARNING)
    sys.path.insert(0, str(Path.cwd()))

    class Executor(ActionExecutor):  # type: ignore[misc]  # rasa_sdk has no types
        def update_and_return_domain(self, payload: dict[str, Any], action_name: str) -> dict[str, Any]:
            return payload.get("domain") or {}

    executor = Executor()
    executor.register_package("actions")
    getattr(import_module("actions"), "get_ready", lambda: None)()
    app = create_app(executor, cors_origins=[])
    app.config.KEEP_ALIVE_TIMEOUT = 120
    app.run(host=HOST, port=port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
