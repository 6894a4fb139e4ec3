"""A real Chromium with a virtual authenticator, against the running product: first login, copied key, lost phone."""

import asyncio
import os
import re
import subprocess
import sys
from typing import Any

import asyncpg
import pytest
from playwright.async_api import CDPSession, Page

from tests.browser.phones import NewPhone
from tests.product import ROOT, Product

pytestmark = pytest.mark.browser

PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

CALL = """async ({path, method, body}) => {
  const sent = {method, headers: {'content-type': 'application/json'}, body: body && JSON.stringify(body)};
  const answer = await fetch(path, sent);
  const text = await answer.text();
  return {status: answer.status, body: text ? JSON.parse(text) : null};
}"""
CREATE = """async ({publicKey}) => {
  const asked = PublicKeyCredential.parseCreationOptionsFromJSON(publicKey);
  return (await navigator.credentials.create({publicKey: asked})).toJSON();
}"""
GET = """async ({publicKey}) => {
  const asked = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
  return (await navigator.credentials.get({publicKey: asked})).toJSON();
}"""


class Phone:
    """A page of ours on a phone that holds passkeys."""

    def __init__(self, page: Page, cdp: CDPSession, authenticator: str) -> None:
        self.page = page
        self.cdp = cdp
        self.authenticator = authenticator

    async def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        said = await self.page.evaluate(CALL, {"path": path, "method": method, "body": body})
        return said["status"], said["body"]

    async def enrol(self, path: str, typed: dict[str, str]) -> int:
        status, asked = await self.call("POST", path, typed)
        assert status == 200, asked
        credential = await self.page.evaluate(CREATE, asked)
        return (await self.call("POST", "/v1/enrolment", {"credential": credential}))[0]

    async def sign_in(self) -> tuple[int, Any]:
        _, asked = await self.call("POST", "/v1/login/options")
        credential = await self.page.evaluate(GET, asked)
        return await self.call("POST", "/v1/login", {"credential": credential})

    async def keys(self) -> list[dict[str, Any]]:
        found = await self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator})
        return list(found["credentials"])


async def take_phone(new_phone: NewPhone, product: Product) -> Phone:
    page = await new_phone()
    await page.goto(product.origin + "/v1/health")
    cdp = await page.context.new_cdp_session(page)
    await cdp.send("WebAuthn.enable", {"enableUI": False})
    made = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    return Phone(page, cdp, made["authenticatorId"])


def invite(product: Product, *words: str) -> str:
    environ = os.environ | {"PASSPORT_DSN": product.dsn, "PASSPORT_ORIGIN": product.origin}
    command = [sys.executable, "-m", "passport", "invite", *words]
    return subprocess.run(command, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout


async def first_secrets(product: Product, person: str) -> dict[str, str]:
    """What a sample worker types at the first login, as the command prints it."""
    number = await ask(
        product,
        "SELECT worker_number FROM worker w JOIN account a ON a.worker_id = w.id WHERE a.label = $1",
        person,
    )
    printed = await asyncio.to_thread(invite, product, "worker", number)
    digits, code = re.findall(r": (\d+)", printed)
    return {"workerNumber": number, "digits": digits, "code": code}


async def ask(product: Product, statement: str, *values: Any) -> Any:
    connection = await asyncpg.connect(product.dsn)
    try:
        return await connection.fetchval(statement, *values)
    finally:
        await connection.close()


async def accept(phone: Phone) -> None:
    for kind in ("terms", "data_handling"):
        assert (await phone.call("POST", "/v1/consents", {"kind": kind, "version": 1}))[0] == 204


async def test_from_the_first_login_to_the_passport_and_in_again(new_phone: NewPhone, product: Product) -> None:
    phone = await take_phone(new_phone, product)
    assert await phone.enrol("/v1/enrolment/options", await first_secrets(product, "hanako")) == 204
    await accept(phone)
    assert (await phone.call("GET", "/v1/passport"))[0] == 200
    (key,) = await phone.keys()
    assert (key["isResidentCredential"], key["rpId"]) == (True, "localhost")
    assert (await phone.call("POST", "/v1/logout"))[0] == 204
    assert (await phone.call("GET", "/v1/passport"))[0] == 401
    assert (await phone.sign_in())[0] == 204
    assert (await phone.call("GET", "/v1/passport"))[0] == 200


async def test_a_copied_passkey_is_stopped(new_phone: NewPhone, product: Product) -> None:
    phone = await take_phone(new_phone, product)
    assert await phone.enrol("/v1/enrolment/options", await first_secrets(product, "kenichi")) == 204
    assert (await phone.sign_in())[0] == 204
    (key,) = await phone.keys()
    named = {"authenticatorId": phone.authenticator, "credentialId": key["credentialId"]}
    await phone.cdp.send("WebAuthn.removeCredential", named)
    copy = {name: key[name] for name in ("credentialId", "isResidentCredential", "rpId", "privateKey", "userHandle")}
    await phone.cdp.send(
        "WebAuthn.addCredential", {"authenticatorId": phone.authenticator, "credential": copy | {"signCount": 0}}
    )
    status, said = await phone.sign_in()
    assert (status, said["code"]) == (401, "passkey_copied")
    status, said = await phone.sign_in()
    assert (status, said["code"]) == (401, "passkey_unknown")


async def test_a_lost_phone_is_replaced_after_a_day(new_phone: NewPhone, product: Product) -> None:
    old, new, office = [await take_phone(new_phone, product) for _ in range(3)]
    known = await first_secrets(product, "taro")
    assert await old.enrol("/v1/enrolment/options", known) == 204
    link = await asyncio.to_thread(invite, product, "operator")
    assert await office.enrol("/v1/invitations/options", {"invitation": link.strip().rpartition("#")[2]}) == 204
    seen = {"cardSerial": product.cards["taro"], "digits": known["digits"]}
    status, begun = await office.call("POST", f"/v1/workers/{known['workerNumber']}/recovery", seen)
    assert status == 201, begun
    known |= {"code": begun["code"]}
    status, said = await new.call("POST", "/v1/recoveries/options", known)
    assert (status, said["code"]) == (403, "recovery_waiting")
    await ask(product, "UPDATE recovery SET opens_at = now() - interval '1 second' RETURNING id")
    assert await new.enrol("/v1/recoveries/options", known) == 204
    await accept(new)
    assert (await new.call("GET", "/v1/passport"))[0] == 200
    assert (await old.call("GET", "/v1/passport"))[0] == 401
    status, said = await old.sign_in()
    assert (status, said["code"]) == (401, "passkey_unknown")
