"""Which addresses a push message may be sent to: a browser names them, so they may be anybody's.

Never may they be of our own network.

Pure: no clock, no database, no network.  Source: docs/decisions/0021-notifications.md.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import msgspec
from yarl import URL

from notifications.channels.encryption import Receiver, read_receiver

LONGEST = 1_000
"""Characters of an endpoint; those of the browsers' services have fewer than 500."""
HTTPS_PORT = 443
_CHARACTERS = re.compile(r"[!-~]+")
_NAME = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
"""As a browser writes it; one that ends in a number would be read as an IPv4 address."""
_GIVEN_OUT = IPv6Network("2000::/3")
"""The only part of IPv6 that is given out; mapped IPv4 and NAT64 lie outside."""
_CARRYING_IPV4 = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))
"""Teredo and 6to4, which lead to the IPv4 address inside them."""


class Fault(StrEnum):
    """What is wrong with a subscription."""

    MALFORMED = "malformed"
    NOT_HTTPS = "not https"
    USER_INFO = "a user in the address"
    PORT = "another port than 443"
    INSIDE = "an address inside"
    KEYS = "keys that are none"


class Keys(msgspec.Struct, frozen=True):
    """What a browser gives with an endpoint, and which of our keys it subscribed with."""

    p256dh: str
    auth: str
    vapid: str


def judge_endpoint(url: str, inside: Collection[str] = ()) -> Fault | None:
    """Tell what is wrong with an endpoint, None where nothing is; origins of `inside` are allowed all the same."""
    read = read_url(url)
    if read is None or read.raw_host is None:
        return Fault.MALFORMED
    if read.raw_user is not None or read.raw_password is not None:
        return Fault.USER_INFO
    if origin_of(read) in inside:
        return None
    if read.scheme != "https":
        return Fault.NOT_HTTPS
    if read.explicit_port not in {None, HTTPS_PORT}:
        return Fault.PORT
    return _judge_host(read.raw_host)


def judge_keys(keys: Keys) -> Fault | None:
    """Tell what is wrong with a subscription's keys, None where nothing is."""
    return None if find_receiver(keys) else Fault.KEYS


def find_receiver(keys: Keys) -> Receiver | None:
    """Read whom a subscription's keys let read; None where they are none."""
    try:
        return read_receiver(keys.p256dh, keys.auth)
    except ValueError:
        return None


def read_url(url: str) -> URL | None:
    """Read an endpoint, exactly as it will be asked; None where it is none."""
    if len(url) > LONGEST or not _CHARACTERS.fullmatch(url) or "\\" in url or "#" in url:
        return None
    try:
        read = URL(url, encoded=True)
        good = read.scheme in {"https", "http"} and bool(read.port)
    except ValueError:
        return None
    return read if good else None


def origin_of(url: URL) -> str:
    """Write an endpoint's origin, as a token's audience (RFC 8292, section 2).

    >>> origin_of(URL("https://push.example.jp:443/send/1"))
    'https://push.example.jp'
    """
    return str(url.origin())


def is_outside(address: str) -> bool:
    """Tell whether an IP address is one of the public network: none of ours, and none that leads to one of ours.

    >>> is_outside("192.0.2.1"), is_outside("8.8.8.8"), is_outside("::ffff:8.8.8.8")
    (False, True, False)
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        return found in _GIVEN_OUT and found.is_global and not any(found in net for net in _CARRYING_IPV4)
    return found.is_global and not found.is_multicast and not found.is_reserved


def _judge_host(host: str) -> Fault | None:
    if _NAME.fullmatch(host):
        return None
    try:
        literal: IPv4Address | IPv6Address = ip_address(host)
    except ValueError:
        return Fault.INSIDE if re.fullmatch(r"[a-z0-9.-]+", host) else Fault.MALFORMED
    return None if is_outside(str(literal)) else Fault.INSIDE
