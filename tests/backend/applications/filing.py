"""Write, send and review applications over HTTP, as their people do."""

from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.accounts import service as accounts
from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.kit import clock, database
from tests.backend.proofs import pictures
from tests.office import be, user

PERSON: dict[str, Any] = {
    "name": "見本 花子",
    "name_kana": "ミホン ハナコ",
    "birth_date": "1995-04-01",
    "sex": "female",
    "nationality": "日本",
    "identity_number": "SAMPLE 12-345",
    "postcode": "9280001",
    "prefecture": 17,
    "address": "見本市見本町1-2",
    "phone": "090-0000-0001",
    "card_to": "home",
    "sole_worker": False,
    "trades": ["10-01"],
    "health_insurance": "joined",
    "pension": "joined",
    "employment_insurance": "joined",
    "kentaikyo": True,
    "data_consent": True,
}
COMPANY: dict[str, Any] = {
    "name": "見本工務店",
    "name_kana": "ミホンコウムテン",
    "representative": "見本 一郎",
    "representative_kana": "ミホン イチロウ",
    "capital_yen": 5_000_000,
    "postcode": "9280001",
    "prefecture": 17,
    "address": "見本市見本町1-2",
    "phone": "076-000-0001",
    "mail": "office@example.jp",
    "licensed": False,
    "health_insurance": "joined",
    "pension": "joined",
    "employment_insurance": "joined",
    "kentaikyo": True,
    "data_consent": True,
}
JPEG = {"content-type": "application/octet-stream"}


class Draft:
    """One application, as the phone that writes it knows it."""

    def __init__(self, client: httpx.AsyncClient, kind: str, **more: str) -> None:
        self.client, self.kind, self.more, self.id, self.turn = client, kind, more, str(uuid4()), 0
        self.version = 1

    async def save(self, turn: int | None = None, **values: Any) -> httpx.Response:
        """Keep values; `{"value": …, "proof": …}` is sent as it is."""
        changes = {item: one if isinstance(one, dict) else {"value": one} for item, one in values.items()}
        seen = self.turn if turn is None else turn
        body = {"kind": self.kind, "turn": seen, "changes": changes, **self.more}
        answer = await self.client.put(f"/v1/applications/{self.id}", json=body)
        if answer.status_code == 200:
            self.turn, self.version = answer.json()["turn"], answer.json()["formVersion"]
        return answer

    async def send(self) -> httpx.Response:
        body = {"turn": self.turn, "formVersion": self.version}
        return await self.client.post(f"/v1/applications/{self.id}/sending", json=body)

    async def see(self) -> dict[str, Any]:
        answer = await self.client.get(f"/v1/applications/{self.id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def agree(self, *, agree: bool = True) -> httpx.Response:
        """Ask for the worker's consent and answer it on the worker's phone, where nobody is signed in."""
        token = (await self.client.post(f"/v1/applications/{self.id}/consent")).json()["link"].split("#")[1]
        clerk = self.client.cookies.get(COOKIE)
        be(self.client, None)
        answer = await self.client.post("/v1/consent/answer", json={"consent": token, "agree": agree})
        be(self.client, clerk)
        return answer


async def proof(client: httpx.AsyncClient, kind: str) -> str:
    """Keep a sample picture and give its id."""
    proof_id = str(uuid4())
    size = (900, 1100) if kind == "photo" else (1200, 900)
    content = pictures.written(pictures.card(size))
    kept = await client.put(f"/v1/proofs/{proof_id}?kind={kind}", content=content, headers=JPEG)
    assert kept.status_code == 200, kept.text
    return proof_id


async def person(client: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    """All that the simplified form asks, with its pictures."""
    papers = {"photo": await proof(client, "photo"), "identity": await proof(client, "driving_licence")}
    return PERSON | papers | changes


async def company(client: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    """All that a corporation's form asks, with its paper."""
    return COMPANY | {"existence": await proof(client, "register_extract")} | changes


async def applicant(client: httpx.AsyncClient, name: str = "見本 申請") -> UUID:
    """Be somebody who is in no register."""
    now = clock.now()
    account = await accounts.make_account(name, now)
    be(client, await accounts.open_session(account, now))
    return account


async def reviewers() -> tuple[str, str]:
    """Two people of the register, by their sessions."""
    return (await user(Role.OPERATOR, 0))[1], (await user(Role.COUNTER_STAFF, 0))[1]


async def approve(
    client: httpx.AsyncClient, application: str, proven: tuple[str, ...], none: tuple[str, ...] = ()
) -> httpx.Response:
    """Let two people look; gives the second's answer."""
    verdicts = dict.fromkeys(proven, "proven") | dict.fromkeys(none, "none")
    answer = None
    for token in await reviewers():
        be(client, token)
        answer = await client.post(f"/v1/review/{application}/look", json={"verdicts": verdicts})
        assert answer.status_code == 200, answer.text
    assert answer is not None
    return answer


async def rows(statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Read rows as they lie in the register."""
    return [tuple(row) for row in await database.fetch(statement, *values)]
