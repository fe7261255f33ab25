"""Looks whether the ports are free before anything starts."""

from __future__ import annotations

import errno
import socket

from knowledge.errors import NavigatorError
from knowledge.settings import Settings

_WHY = {
    errno.EADDRINUSE: "is taken by another program, or by a navigator that already runs",
    errno.EACCES: "may only be used by the system's administrator",
}


def check_ports(settings: Settings) -> None:
    """Raises NavigatorError with one line for each port that cannot be used, naming its setting."""
    wanted = [
        ("NAVIGATOR_PORT", settings.host, settings.port),
        ("NAVIGATOR_RASA_PORT", "127.0.0.1", settings.rasa_port),
        ("NAVIGATOR_ACTIONS_PORT", "127.0.0.1", settings.actions_port),
    ]
    faults = [fault for key, host, port in wanted if (fault := _fault(key, host, port))]
    if faults:
        raise NavigatorError("\n".join(faults))


def _fault(key: str, host: str, port: int) -> str | None:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
            trial.listen()
    except socket.gaierror:
        return f"NAVIGATOR_HOST is {host!r}, which is no address. Set it to one of this machine's addresses."
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            return f"NAVIGATOR_HOST is {host!r}, which is no address of this machine. Set it to one that is."
        why = _WHY.get(error.errno or 0, f"cannot be used ({error.strerror})")
        return f"Port {port} {why}. Stop that program, or choose another port with {key} (in .env)."
    return None
