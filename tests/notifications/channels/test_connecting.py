"""A name is resolved to its addresses outside alone, whatever it resolved to when it was looked at first."""

import socket
from pathlib import Path
from typing import cast

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from notifications import vapid
from notifications.channels import Failed
from notifications.channels.connecting import InsideError, OutsideResolver
from notifications.channels.web_push import WebPush
from played.phones import Phone
from tests.notifications.channels.conftest import CONTACT, a_message, an_address


class SaidResolver(AbstractResolver):
    """Resolves every name to what it is told."""

    def __init__(self, *hosts: str) -> None:
        self.hosts = hosts

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        made = [
            {"hostname": host, "host": one, "port": port, "family": family, "proto": 0, "flags": 0}
            for one in self.hosts
        ]
        return cast("list[ResolveResult]", made)

    async def close(self) -> None:
        """Nothing."""


async def _resolved(*hosts: str, inside: tuple[str, ...] = ()) -> list[str]:
    found = await OutsideResolver(inside, SaidResolver(*hosts)).resolve("push.example.jp", 443)
    return [one["host"] for one in found]


async def test_addresses_inside_are_left_out() -> None:
    assert await _resolved("8.8.8.8", "10.0.0.1", "::1", "2606:4700::1111") == ["8.8.8.8", "2606:4700::1111"]


@pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "fe80::1%1"])
async def test_a_name_that_leads_inside_alone_is_refused(host: str) -> None:
    with pytest.raises(InsideError):
        await _resolved(host)


async def test_a_name_inside_is_allowed_with_its_port_alone() -> None:
    assert await _resolved("127.0.0.1", inside=("https://push.example.jp",)) == ["127.0.0.1"]
    with pytest.raises(InsideError):
        await _resolved("127.0.0.1", inside=("https://push.example.jp:8443",))


async def test_a_name_that_came_to_lead_inside_is_not_connected_to(
    tmp_path: Path, phone: Phone, key: vapid.Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notifications.channels.connecting.ThreadedResolver", lambda: SaidResolver("127.0.0.1"))
    channel = WebPush(tmp_path, CONTACT)
    try:
        address = an_address(phone, key.id, target="https://rebound.example.jp/push/1")
        assert await channel.send(address, a_message()) == Failed("an address inside")
    finally:
        await channel.close()
