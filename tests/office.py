"""People with roles, and phones with passkeys, for tests over HTTP."""

from typing import Any
from uuid import UUID

import httpx

from backend.accounts import rights
from backend.accounts import service as accounts
from backend.accounts.callers import BROWSER, COOKIE
from backend.accounts.rules import Role
from backend.enrolment import service
from backend.kit import clock, database
from backend.workers import card_codes
from tests.authenticator import Authenticator
from tests.town import BEGINNING

DIGITS = "4821"
ENGLISH = {"accept-language": "en"}


async def number_of(worker_id: UUID) -> str:
    rows = await database.fetch("SELECT worker_number FROM worker WHERE id = $1", worker_id)
    return str(rows[0][0])


async def typed(worker_id: UUID, *, code: str | None = None, digits: str = DIGITS) -> dict[str, str]:
    """What a worker types at a first login, with a fresh code."""
    await card_codes.keep(worker_id, DIGITS, clock.now())
    given = code or (await service.give_code(worker_id, clock.now(), by=None)).code
    return {"workerNumber": await number_of(worker_id), "digits": digits, "code": given}


async def enrol(client: httpx.AsyncClient, worker_id: UUID, phone: Authenticator) -> str:
    """Walk through a first login and accept everything; gives the session's token, which the client holds."""
    asked = await client.post("/v1/enrolment/options", json=await typed(worker_id))
    assert asked.status_code == 200, asked.text
    done = await client.post("/v1/enrolment", json={"credential": phone.create(asked.json())})
    assert done.status_code == 204, done.text
    for consent in (await client.get("/v1/consents")).json()["consents"]:
        await client.post("/v1/consents", json={"kind": consent["kind"], "version": consent["version"]})
    return str(client.cookies[COOKIE])


async def sign_in(client: httpx.AsyncClient, phone: Authenticator, **bent: Any) -> httpx.Response:
    """Sign in with a phone's passkey; what it answers may be bent."""
    asked = await client.post("/v1/login/options")
    return await client.post("/v1/login", json={"credential": phone.get(asked.json()) | bent}, headers=ENGLISH)


async def user(role: Role, organisation_id: int, name: str = "見本 事務") -> tuple[UUID, str]:
    """An office user with a role, signed in: account and token."""
    now = clock.now()
    account = await accounts.make_account(name, now)
    await rights.grant(account, role, organisation_id, days=(BEGINNING, None), by=None, at=now)
    return account, await accounts.open_session(account, now)


def be(client: httpx.AsyncClient, token: str | None) -> None:
    """Let the client be somebody, or nobody."""
    client.cookies.delete(COOKIE) if COOKIE in client.cookies else None
    client.cookies.delete(BROWSER) if BROWSER in client.cookies else None
    if token is not None:
        client.cookies.set(COOKIE, token, domain="localhost.local", path="/")
