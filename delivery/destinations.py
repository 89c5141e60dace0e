"""Addresses that messages may be sent to: nothing inside this installation's own network is reached through a subscription.

A name is resolved for every attempt, every address that it has is checked, and the connection goes to a checked address and not
to the name: a name that points elsewhere a moment later (DNS rebinding) is of no use.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from delivery.errors import DestinationRefused

LONGEST: Final = 2_000
"""Characters of an address."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_TRANSLATED: Final = (
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
"""Addresses that stand for an IPv4 address (RFC 6052, RFC 3056), and how many bits follow it."""

_NEVER: Final = tuple(
    ipaddress.ip_network(text)
    for text in ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "2001::/23", "fec0::/10", "::/96")
)
"""Shared, special and deprecated ranges (RFC 6890) that some versions of Python call global."""


@dataclass(frozen=True, slots=True)
class Destination:
    """An address of a receiver, taken apart."""

    scheme: str
    """`https` or `http`."""
    host: str
    """Name or address, in lower case and without brackets."""
    port: int
    target: str
    """Path and query, as they are sent."""

    @property
    def authority(self) -> str:
        """Return the value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"https": 443, "http": 80}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Reach:
    """Where an installation sends messages to."""

    schemes: tuple[str, ...] = ("https",)
    networks: tuple[Network, ...] = ()
    """Networks that are reached although they are not public."""

    def destination(self, url: str) -> Destination:
        """Return an address taken apart.

        Raises:
            DestinationRefused: it cannot be read, has another scheme, or names an address that nothing is sent to.
        """
        if len(url) > LONGEST:
            raise DestinationRefused(url, "is too long", f"use at most {LONGEST} characters")
        found = _read(url)
        if found.scheme not in self.schemes:
            wanted = " or ".join(f"{scheme}://" for scheme in self.schemes)
            raise DestinationRefused(url, f"begins with {found.scheme}://", f"use an address that begins with {wanted}")
        literal = _literal(found.host)
        if literal is not None and not self.admits(literal):
            raise DestinationRefused(url, "is no public address", "use an address that the public internet reaches")
        if literal is None and (
            found.host == "localhost" or found.host.endswith((".localhost", ".local", ".internal"))
        ):
            self._verify_local(url)
        return found

    def admits(self, address: Address) -> bool:
        """Say whether messages may go to an address."""
        if any(address.version == network.version and address in network for network in self.networks):
            return True
        plain = _plain(address)
        if plain is not address:
            return self.admits(plain)
        return (
            plain.is_global
            and not (plain.is_multicast or plain.is_reserved or plain.is_unspecified or plain.is_loopback)
            and not any(plain.version == network.version and plain in network for network in _NEVER)
        )

    def checked(self, url: str, addresses: Iterable[str]) -> Sequence[str]:
        """Return the addresses that a name has now, all of which may be reached.

        Raises:
            DestinationRefused: one of them may not be reached, or there is none.
        """
        found = list(dict.fromkeys(addresses))
        for text in found:
            # A zone ("fe80::1%eth0") never belongs to a public address.
            if "%" in text or not self.admits(ipaddress.ip_address(text)):
                raise DestinationRefused(
                    url, "leads to an address that is not public", "let its name point to a public address"
                )
        if not found:
            raise DestinationRefused(url, "has no address", "correct the name")
        return found

    def _verify_local(self, url: str) -> None:
        if not self.networks:
            raise DestinationRefused(url, "names this machine or its own network", "use a public name")


def _read(url: str) -> Destination:
    cure = "write it as https://receiver.example.com/path"
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise DestinationRefused(url, "holds characters that an address does not have", "percent-encode them")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname
    except ValueError:
        raise DestinationRefused(url, "is no address", cure) from None
    if parts.scheme not in ("https", "http") or not host:
        raise DestinationRefused(url, "is no web address", cure)
    if parts.username is not None or parts.password is not None:
        raise DestinationRefused(url, "holds a user or a password", "use signatureToken, or a secret within the path")
    if parts.fragment:
        raise DestinationRefused(url, "holds a fragment, which is never sent", "leave out what follows the #")
    if port == 0:
        raise DestinationRefused(url, "names port 0", cure)
    if any(not 0 < len(label) <= 63 for label in host.rstrip(".").split(".")) and ":" not in host:
        raise DestinationRefused(url, "has a name that cannot be", cure)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(parts.scheme, host.rstrip("."), port or {"https": 443, "http": 80}[parts.scheme], target)


def _literal(host: str) -> Address | None:
    """Return the address that a host is written as; the old writings of IPv4 (`0x7f.1`, `2130706433`) are names to us."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _plain(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    for network, shift in _TRANSLATED:
        if address in network:
            return ipaddress.IPv4Address(int(address) >> shift & 0xFFFF_FFFF)
    return address
