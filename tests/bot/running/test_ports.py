"""A taken port is found before anything starts."""

from __future__ import annotations

import socket

import pytest

from bot.running.ports import check_ports
from knowledge.errors import NavigatorError
from knowledge.settings import Settings
from tests.bot.running.processes import free_ports


def settings(**changes: object) -> Settings:
    port, rasa, actions = free_ports(3)
    values = {"port": port, "rasa_port": rasa, "actions_port": actions} | changes
    return Settings(_env_file=None, **values)


def test_free_ports_are_fine() -> None:
    check_ports(settings())


def test_every_taken_port_is_told_with_its_setting() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as two,
    ):
        taken = [one.getsockname()[1], two.getsockname()[1]]
        with pytest.raises(NavigatorError) as caught:
            check_ports(settings(port=taken[0], actions_port=taken[1]))
    why = "is taken by another program, or by a navigator that already runs"
    remedy = "Stop that program, or choose another port with"
    assert str(caught.value) == (
        f"Port {taken[0]} {why}. {remedy} NAVIGATOR_PORT (in .env).\n"
        f"Port {taken[1]} {why}. {remedy} NAVIGATOR_ACTIONS_PORT (in .env)."
    )


@pytest.mark.parametrize(
    ("host", "what"),
    [
        ("192.0.2.1", "which is no address of this machine. Set it to one that is."),
        ("no such host", "which is no address. Set it to one of this machine's addresses."),
    ],
)
def test_a_host_that_is_not_ours_is_told(host: str, what: str) -> None:
    with pytest.raises(NavigatorError) as caught:
        check_ports(settings(host=host))
    assert str(caught.value) == f"NAVIGATOR_HOST is '{host}', {what}"
