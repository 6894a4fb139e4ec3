"""Readers enrolled by their site's people."""

import base64

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.accounts.rules import Role
from backend.devices import service as devices
from backend.devices.kinds import Device
from tests.office import be, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


def new_key() -> str:
    return base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()


async def test_a_reader_is_enrolled_once_and_known_by_its_key(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 2, 0)
    be(client, (await user(Role.SITE_MANAGER, town.sites[0][0]))[1])
    address, key = f"/v1/sites/{town.sites[0][1]}/readers", new_key()
    made = await client.post(address, json={"name": "入口", "publicKey": key, "kind": "terminal"})
    assert made.status_code == 201, made.text
    (reader,) = made.json()["readers"]
    assert (reader["name"], reader["kind"], reader["revokedAt"], reader["seenAt"]) == ("入口", "terminal", None, None)
    known = await devices.find_key(reader["number"])
    assert known is not None
    assert (known.kind, base64.b64encode(known.public_key).decode()) == (Device.TERMINAL, key)
    again = await client.post(address, json={"name": "入口2", "publicKey": key})
    assert (again.status_code, again.json()["code"]) == (409, "reader_key_taken")
    other = await client.post(f"/v1/sites/{town.sites[1][1]}/readers", json={"name": "x", "publicKey": new_key()})
    assert other.json()["code"] == "not_linked"


async def test_a_lost_reader_is_stopped_and_stays_in_the_list(client: httpx.AsyncClient) -> None:
    town = await Town().build(0, 1, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    address = f"/v1/sites/{town.sites[0][1]}/readers"
    (reader,) = (await client.post(address, json={"name": "入口", "publicKey": new_key()})).json()["readers"]
    assert (await client.delete(f"{address}/{reader['number']}")).status_code == 204
    assert (await client.delete(f"{address}/{reader['number']}")).status_code == 404
    (stopped,) = (await client.get(address)).json()["readers"]
    assert stopped["revokedAt"] is not None


@pytest.mark.parametrize("key", ["", "AAAA", "A" * 44, "!" * 43 + "="])
async def test_what_is_no_key_is_refused(client: httpx.AsyncClient, key: str) -> None:
    town = await Town().build(0, 1, 0)
    be(client, (await user(Role.RESPONSIBLE, town.company_id))[1])
    answer = await client.post(f"/v1/sites/{town.sites[0][1]}/readers", json={"name": "入口", "publicKey": key})
    assert answer.status_code == 400
