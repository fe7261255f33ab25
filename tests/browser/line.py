"""A line between a browser and the door that a test can cut."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """Passes bytes on to a port; ``cut`` breaks every connection and takes no new one until ``mend``."""

    def __init__(self, port: int) -> None:
        self._port, self._whole, self._ends = port, True, set[socket.socket]()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._taker = threading.Thread(target=self._take, daemon=True)
        self._taker.start()

    def cut(self) -> None:
        self._whole = False
        for end in tuple(self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        self.cut()
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # wakes who waits for the next
        self._taker.join()
        self._door.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                if not self._whole:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._port))
                self._ends |= {near, far}
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError):
            while some := here.recv(65536):
                there.sendall(some)
        with suppress(OSError):
            there.shutdown(socket.SHUT_RDWR)
        self._ends.discard(here)
        here.close()


@contextmanager
def line_to(url: str) -> Iterator[Line]:
    """A line to the door at an address."""
    line = Line(int(url.rpartition(":")[2]))
    try:
        yield line
    finally:
        line.close()
