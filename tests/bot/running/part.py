"""A tiny part for the tests of the supervisor: it answers GET with 200, and has a child of its own.

``python part.py PORT CHILD_PORT``: both keep a connection open for as long as they live. GET /die ends it.
With ``--stubborn`` neither listens to SIGTERM.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

STUBBORN = "--stubborn" in sys.argv
if STUBBORN:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def serve(port: int, answers: bool) -> None:
    held = []
    with socket.create_server(("127.0.0.1", port)) as server:
        while True:
            connection, _ = server.accept()
            request = connection.recv(1000)
            if request.startswith(b"GET /die"):
                die()
            if answers and request.startswith(b"GET"):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                connection.close()
            else:
                connection.sendall(b"here")
                held.append(connection)


def die() -> None:
    for number in range(1, 21):
        os.write(1, f"line {number}\n".encode())
    os._exit(3)


if sys.argv[1] == "child":
    serve(int(sys.argv[2]), answers=False)
else:
    stubborn = ["--stubborn"] if STUBBORN else []
    subprocess.Popen([sys.executable, __file__, "child", sys.argv[2], *stubborn])
    serve(int(sys.argv[1]), answers=True)
