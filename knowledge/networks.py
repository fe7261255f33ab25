"""Networks of machines, as a setting names them: ``10.0.0.7, 192.168.1.0/24, fd00::/8``."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network

Network = IPv4Network | IPv6Network


def read_networks(text: str) -> tuple[Network, ...]:
    """The networks in a text, separated by commas; one address is a network of itself.

    Raises:
        ValueError: for one that is none, or that is all addresses there are.
    """
    return tuple(_network(one.strip()) for one in text.split(",") if one.strip())


def _network(written: str) -> Network:
    try:
        network = ip_network(written)
    except ValueError:
        wanted = "addresses or networks such as 10.0.0.7 or 10.0.0.0/24"
        raise ValueError(f"must be {wanted}, and {written!r} is none") from None
    if network.prefixlen == 0:
        raise ValueError(f"must not be every address at once, as {written!r} is")
    return network
