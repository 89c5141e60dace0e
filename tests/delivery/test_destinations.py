"""Where messages may go: nothing of this installation's own network is reached, whatever an address looks like."""

from __future__ import annotations

import ipaddress

import pytest

from delivery.destinations import Destination, Reach
from delivery.errors import DestinationRefused

INSIDE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "192.88.99.1",
    "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1", "2001:db8::1", "2001::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1",
]  # fmt: skip
OUTSIDE = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_is_not_public_is_not_reached(address: str) -> None:
    assert not Reach().admits(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_public_address_is_reached(address: str) -> None:
    assert Reach().admits(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_refused_even_beside_a_public_address(address: str) -> None:
    with pytest.raises(DestinationRefused):
        Reach().checked("https://receiver.example.com/", ["8.8.8.8", address])


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_is_written_out_is_refused_at_once(address: str) -> None:
    host = f"[{address}]" if ":" in address else address

    with pytest.raises(DestinationRefused):
        Reach().destination(f"https://{host}/hook")


def test_networks_that_the_operator_names_are_reached_and_no_others() -> None:
    reach = Reach(networks=(ipaddress.ip_network("10.1.0.0/16"),))

    assert reach.admits(ipaddress.ip_address("10.1.2.3"))
    assert reach.admits(ipaddress.ip_address("::ffff:10.1.2.3"))
    assert not reach.admits(ipaddress.ip_address("10.2.0.1"))
    assert not reach.admits(ipaddress.ip_address("127.0.0.1"))


@pytest.mark.parametrize(
    "url",
    [
        "http://receiver.example.com/",
        "ftp://receiver.example.com/",
        "file:///etc/passwd",
        "gopher://receiver.example.com/",
        "//receiver.example.com/",
        "receiver.example.com",
        "",
        "https://",
        "https:///path",
        "https://user:word@receiver.example.com/",
        "https://user@receiver.example.com/",
        "https://receiver.example.com/#part",
        "https://receiver.example.com:0/",
        "https://receiver.example.com:99999/",
        "https://receiver.example.com:port/",
        "https://receiver.example.com/a b",
        "https://receiver.example.com\\@127.0.0.1/",
        "https://receiver.example.com/\r\nHost: 127.0.0.1",
        "https://localhost/hook",
        "https://LOCALHOST./hook",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://a..example.com/",
        "https://[::1/",
        "https://例.example.com/",
        "https://" + "a" * 70 + ".example.com/",
        "https://receiver.example.com/" + "a" * 2000,
    ],
)
def test_an_address_that_is_no_public_web_address_is_refused(url: str) -> None:
    with pytest.raises(DestinationRefused):
        Reach().destination(url)


def test_an_address_is_taken_apart() -> None:
    assert Destination("https", "receiver.example.com", 443, "/a/b?c=d") == Reach().destination(
        "https://Receiver.example.com/a/b?c=d"
    )
    assert "receiver.example.com:8443" == Reach().destination("https://receiver.example.com:8443").authority
    assert "[2606:4700::1]" == Reach().destination("https://[2606:4700::1]/").authority


def test_a_name_without_addresses_is_refused() -> None:
    with pytest.raises(DestinationRefused):
        Reach().checked("https://receiver.example.com/", [])


def test_a_zone_never_belongs_to_a_public_address() -> None:
    with pytest.raises(DestinationRefused):
        Reach().checked("https://receiver.example.com/", ["fe80::1%eth0"])


def test_a_refusal_does_not_say_which_address_a_name_has() -> None:
    with pytest.raises(DestinationRefused) as refused:
        Reach().checked("https://receiver.example.com/", ["10.11.12.13"])

    assert "10.11" not in str(refused.value)
