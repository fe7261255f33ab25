"""``python -m bot.web``: serves the website door until it is stopped."""

from __future__ import annotations

import sys

import uvicorn

from bot.log import start_log
from bot.web.app import make_app
from knowledge.database import database
from knowledge.errors import SettingError
from knowledge.settings import settings


def main() -> int:
    """Runs the server; 2 when a setting is wrong."""
    try:
        chosen = settings()
    except SettingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    start_log(chosen.log_level)
    uvicorn.run(
        make_app(chosen, database()),
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the app reads them itself, of the proxies that the settings name
        timeout_graceful_shutdown=5,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
