"""Phones that hold passkeys, by a virtual authenticator; and the secrets by which one gets in."""

import asyncio
import os
import re
import subprocess
import sys
from typing import Any

import asyncpg
from playwright.async_api import CDPSession, Page

from tests.browser.phones import NewPhone
from tests.product import ROOT, Product

AUTHENTICATOR = {
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


class KeyPhone:
    """A page on a phone that holds passkeys.  The authenticator belongs to this one page."""

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

    async def accept(self) -> None:
        for kind in ("terms", "data_handling"):
            assert (await self.call("POST", "/v1/consents", {"kind": kind, "version": 1}))[0] == 204

    async def keys(self) -> list[dict[str, Any]]:
        found = await self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator})
        return list(found["credentials"])

    async def know(self, *, owner: bool) -> None:
        """Let the authenticator know its owner's finger from now on, or not."""
        await self.cdp.send(
            "WebAuthn.setUserVerified", {"authenticatorId": self.authenticator, "isUserVerified": owner}
        )

    async def forget(self, origin: str) -> None:
        """Lose every key, and whatever a page kept; the owner's finger is known again."""
        await self.know(owner=True)
        await self.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": self.authenticator})
        await self.page.goto(origin + "/manifest.webmanifest")
        await self.cdp.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})


async def take_key_phone(new_phone: NewPhone, address: str, settings: dict[str, object] | None = None) -> KeyPhone:
    """Take a new phone, put an authenticator into it, and open an address."""
    page = await new_phone(settings)
    cdp = await page.context.new_cdp_session(page)
    await cdp.send("WebAuthn.enable", {"enableUI": False})
    made = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    await page.goto(address)
    return KeyPhone(page, cdp, made["authenticatorId"])


def invite(product: Product, *words: str) -> str:
    """Run `passport invite` and give what it prints."""
    environ = os.environ | {"PASSPORT_DSN": product.dsn, "PASSPORT_ORIGIN": product.origin}
    command = [sys.executable, "-m", "passport", "invite", *words]
    return subprocess.run(command, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout


async def invite_operator(product: Product) -> str:
    """Give the link that makes somebody an operator."""
    return (await asyncio.to_thread(invite, product, "operator")).strip().rpartition("\n")[2]


async def first_secrets(product: Product, person: str) -> dict[str, str]:
    """Give what a sample worker types at the first login, as the command prints it."""
    number = await worker_number(product, person)
    printed = await asyncio.to_thread(invite, product, "worker", number)
    digits, code = re.findall(r": (\d+)", printed)
    return {"workerNumber": number, "digits": digits, "code": code}


async def worker_number(product: Product, person: str) -> str:
    return str(
        await ask(
            product,
            "SELECT worker_number FROM worker w JOIN account a ON a.worker_id = w.id WHERE a.label = $1",
            person,
        )
    )


async def ask(product: Product, statement: str, *values: Any) -> Any:
    """Run a statement in the product's database and give its one value."""
    connection = await asyncpg.connect(product.dsn)
    try:
        return await connection.fetchval(statement, *values)
    finally:
        await connection.close()
