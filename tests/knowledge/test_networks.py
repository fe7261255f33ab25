"""The proxies that are believed, as they are written in a setting."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from knowledge.networks import read_networks


def test_addresses_and_networks_are_read() -> None:
    read = read_networks("127.0.0.1, 10.0.0.0/24,,::1")
    assert read == (ip_network("127.0.0.1/32"), ip_network("10.0.0.0/24"), ip_network("::1/128"))
    assert read_networks("") == ()


@pytest.mark.parametrize("written", ["0.0.0.0/0", "::/0", "proxy.example.org", "10.0.0.1/24", "*", "10.0.0"])
def test_what_is_no_network_or_all_of_them_is_refused_by_its_name(written: str) -> None:
    with pytest.raises(ValueError, match="must ") as caught:
        read_networks(written)
    assert repr(written) in str(caught.value)
