"""Every address of the API is open, one's own, or asks for a right; a new one must say which."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts.rules import Role
from backend.app import create_app
from backend.kit import database
from tests.office import be, number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")

OPEN = {
    "GET /v1/health",
    "GET /v1/sample/people",
    "POST /v1/sample/login",
    "POST /v1/logout",
    "POST /v1/login/options",
    "POST /v1/login",
    "POST /v1/enrolment/options",
    "POST /v1/enrolment",
    "POST /v1/recoveries/options",
    "POST /v1/invitations/options",
    "POST /v1/applicants/options",
    "POST /v1/consent",
    "POST /v1/consent/answer",
    "GET /v1/certificate",
    "GET /v1/passes/keys",
    "POST /v1/passes/check",
    "POST /v1/notices/mail/confirm",
    "GET /v1/notices/mail/stop/{token}",
    "POST /v1/notices/mail/stop/{token}",
    "GET /v1/qualifications",
    "GET /v1/levels/criteria",
}
SIGNED = {"POST /v1/line", "POST /v1/taps", "POST /v1/readers/sessions", "POST /v1/readers/epochs"}
NOTICE_BODY = {
    "language": "ja",
    "quietFrom": "21:00",
    "quietUntil": "06:00",
    "digestAt": "18:00",
    "daily": [],
    "off": [],
}
DEVICE_BODY = {
    "endpoint": "https://push.example.jp/1",
    "keys": {"p256dh": "AA", "auth": "AA"},
    "pushKey": "AA",
    "language": "ja",
}
OWN: dict[str, Any] = {
    "GET /v1/me": None,
    "GET /v1/passport": None,
    "GET /v1/passport/live": None,
    "GET /v1/passport/viewers": None,
    "GET /v1/passport/months/{month}": None,
    "GET /v1/passport/months/{month}/csv": None,
    "GET /v1/passport/months/{month}/pdf": None,
    "GET /v1/passport/days/{day}": None,
    "GET /v1/passport/years/{year}": None,
    "GET /v1/passport/years/{year}/csv": None,
    "GET /v1/passport/years/{year}/pdf": None,
    "GET /v1/passport/inbox": None,
    "POST /v1/passport/inbox/read": {"id": "019a0000-0000-7000-8000-000000000000"},
    "GET /v1/passport/claims": None,
    "PUT /v1/passport/claims/{claim_id}": {"kind": "missedDay", "site": "93000000000016", "workDate": "2026-11-20"},
    "GET /v1/passport/data": None,
    "GET /v1/passport/data/pdf": None,
    "GET /v1/sessions": None,
    "DELETE /v1/sessions": None,
    "DELETE /v1/sessions/{session}": None,
    "GET /v1/consents": None,
    "POST /v1/consents": {"kind": "terms", "version": 1},
    "GET /v1/passkeys": None,
    "POST /v1/passkeys/options": None,
    "POST /v1/passkeys": {
        "credential": {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {"clientDataJSON": "AA", "attestationObject": "AA"},
        }
    },
    "DELETE /v1/passkeys/{passkey}": None,
    "POST /v1/passes": {"publicKeys": dict.fromkeys(("site", "shop", "office"), "A" * 44)},
    "GET /v1/relief": None,
    "GET /v1/notices": None,
    "GET /v1/notices/settings": None,
    "PUT /v1/notices/settings": NOTICE_BODY,
    "PUT /v1/notices/devices/{device_id}": DEVICE_BODY,
    "DELETE /v1/notices/devices/{device_id}": None,
    "POST /v1/notices/trial": None,
    "PUT /v1/notices/mail": {"address": "taro@example.jp"},
    "DELETE /v1/notices/mail": None,
    "POST /v1/notices/line": None,
    "DELETE /v1/notices/line": None,
    "GET /v1/passport/employments": None,
    "POST /v1/passport/card/orders": {"reason": "lost"},
    "POST /v1/passport/offers": {"number": "92000000000013", "since": "2026-11-20"},
    "POST /v1/passport/offers/{offer}/answer": {"accept": True},
    "POST /v1/passport/employments/end": {"number": "92000000000013", "lastOn": "2026-11-20"},
    "GET /v1/exports": None,
    "GET /v1/exports/{export}": None,
    "GET /v1/exports/{export}/file": None,
    "PUT /v1/proofs/{proof}": None,
    "GET /v1/proofs/{proof}/picture": None,
    "GET /v1/applications": None,
    "PUT /v1/applications/{application}": {"kind": "workerSimplified", "turn": 0, "changes": {}},
    "GET /v1/applications/{application}": None,
    "GET /v1/applications/{application}/form": None,
    "DELETE /v1/applications/{application}": None,
    "POST /v1/applications/{application}/sending": {"turn": 0, "formVersion": 1},
    "POST /v1/applications/{application}/consent": None,
    "GET /v1/recovery": None,
    "GET /v1/passport/card/loss": None,
    "POST /v1/passport/card/loss": None,
    "DELETE /v1/recovery": None,
    "GET /v1/passport/qualifications": None,
    "PUT /v1/passport/qualifications/{qualification}": {"name": "見本", "issuer": "見本", "issuedOn": "2020-04-01"},
    "DELETE /v1/passport/qualifications/{qualification}": None,
    "GET /v1/passport/experience": None,
    "GET /v1/passport/road": None,
    "PUT /v1/passport/road/fields/{field}": None,
    "DELETE /v1/passport/road/fields/{field}": None,
    "GET /v1/passport/road/{field}/forecast": None,
    "GET /v1/passport/road/applications": None,
    "GET /v1/passport/road/{field}/{level}/pdf": None,
    "POST /v1/passport/road/{field}/applications": {"level": 2, "criteria": 0},
}
SITE_BODY = {"name": "見本", "prefecture": 13, "firstOn": "2026-01-01", "lastOn": "2027-01-01"}
PLACE_BODY = {"name": "見本", "address": "見本"}
ASKS = {"asks": [{"id": "019a0000-0000-7000-8000-000000000000", "company": "92000000000013"}]}
TIERS = {"tiers": ["019a0000-0000-7000-8000-000000000000"]}
ANSWERS = {"decisions": [{"tier": "019a0000-0000-7000-8000-000000000000", "accept": True}]}
LINES: dict[str, Any] = {"company": "92000000000013", "rows": [{"worker": "91000000000015", "lastOn": "2027-01-01"}]}
AGREEMENT = {"company": "92000000000013", "asUpper": True}
AT_SITE: dict[str, Any] = {
    "GET /v1/sites/{site}": None,
    "PUT /v1/sites/{site}": SITE_BODY,
    "GET /v1/sites/{site}/changes": None,
    "PUT /v1/sites/{site}/places/{place}": PLACE_BODY,
    "GET /v1/sites/{site}/structure": None,
    "POST /v1/sites/{site}/structure": ASKS,
    "POST /v1/sites/{site}/structure/pattern": {"company": "92000000000013", "pattern": str(uuid4())},
    "POST /v1/sites/{site}/structure/end": TIERS,
    "GET /v1/sites/{site}/workers": None,
    "POST /v1/companies/{number}/structure/decisions": ANSWERS,
    "POST /v1/companies/{number}/agreements": AGREEMENT,
    "POST /v1/companies/{number}/agreements/end": AGREEMENT,
    "GET /v1/companies/{number}/patterns": None,
    "PUT /v1/companies/{number}/patterns/{pattern}": {"name": "見本", "tiers": [{"company": "92000000000013"}]},
    "DELETE /v1/companies/{number}/patterns/{pattern}": None,
    "GET /v1/sites/{site}/claims": None,
    "GET /v1/sites/{site}/board": None,
    "GET /v1/sites/{site}/readers": None,
    "POST /v1/sites/{site}/readers": {"name": "見本", "publicKey": "A" * 43 + "="},
    "POST /v1/sites/{site}/corrections": {
        "corrections": [{"worker": "91000000000015", "workDate": "2026-11-20", "why": "見本"}]
    },
    "DELETE /v1/sites/{site}/readers/{number}": None,
    "GET /v1/sites/{site}/touches": None,
    "POST /v1/sites/{site}/touches/decisions": {
        "decisions": [{"reader": "94000000000015", "epoch": 1, "sequence": 1, "confirm": True}]
    },
    "POST /v1/sites/{site}/claims/decisions": {
        "decisions": [{"worker": "91000000000015", "claim": "019a0000-0000-7000-8000-000000000000", "approve": True}]
    },
}
IN_REGISTER: dict[str, Any] = {
    "GET /v1/claims/silent": None,
    "POST /v1/relief": {
        "name": "見本",
        "kind": "entry",
        "prefectures": [17],
        "bySiteOffice": True,
        "byCompany": True,
        "firstOn": "2024-01-01",
        "lastOn": "2024-04-30",
        "until": "2024-06-30",
        "source": "見本",
    },
    "DELETE /v1/relief/{relief_id}": None,
    "GET /v1/card-orders": None,
    "POST /v1/card-orders/{order}/card": {"serial": "00000001"},
    "GET /v1/card-orders/{order}/face": None,
    "POST /v1/card-orders/{order}/sending": {},
    "POST /v1/workers/{number}/merging": {"into": "91000000000015"},
    "GET /v1/letters": None,
    "POST /v1/letters": {"title": "見本", "body": "見本"},
}
REVIEWED: dict[str, Any] = {
    "GET /v1/review": None,
    "GET /v1/review/{application}": None,
    "POST /v1/review/{application}/look": {"verdicts": {}},
    "POST /v1/review/{application}/return": {"items": {"phone": "見本"}},
    "POST /v1/review/{application}/refusal": {"why": "見本"},
    "GET /v1/qualifications/waiting": None,
    "POST /v1/qualifications/decisions": {"worker": "91000000000015", "id": str(uuid4()), "confirmed": True},
}
EVALUATED: dict[str, Any] = {
    "GET /v1/levels/applications": None,
    "POST /v1/levels/applications/{application}/answer": {
        "worker": "91000000000015",
        "granted": True,
        "evaluatedOn": "2026-11-20",
    },
    "POST /v1/levels/reports": {
        "reports": [{"worker": "91000000000015", "field": "010", "level": 2, "evaluatedOn": "2026-11-20"}]
    },
    "GET /v1/levels/criteria/{field}/versions": None,
    "POST /v1/levels/criteria/{field}/versions": {
        "validFrom": "2028-04-01",
        "source": "見本",
        "occupations": ["10-01"],
        "levels": [{"level": level, "days": level * 200, "complete": True} for level in (2, 3, 4)],
    },
    "POST /v1/levels/criteria/{field}/versions/{version}/decision": {"approve": True},
}
FILED: dict[str, Any] = {
    "GET /v1/companies/{number}/applications": None,
    "POST /v1/companies/{number}/applications/table": None,
}
SELF_FIRST: dict[str, Any] = {
    "POST /v1/workers/{number}/card-orders": {"reason": "damaged"},
    "DELETE /v1/card-orders/{order}": None,
}
"""What a worker may do for himself, and others for him."""
RIGHT: dict[str, Any] = {
    "GET /v1/workers/{number}": None,
    "POST /v1/workers/{number}/enrolment-code": None,
    "POST /v1/workers/{number}/recovery": {"cardSerial": "00000001", "digits": "0000"},
    "POST /v1/sites": SITE_BODY,
    "POST /v1/sites/{site}/delegations": {"company": "92000000000013", "firstOn": "2026-01-01", "lastOn": "2027-01-01"},
    "DELETE /v1/sites/{site}/delegations/{number}": None,
    "POST /v1/sites/{site}/workers": LINES | {"rows": [LINES["rows"][0] | {"trade": "10", "firstOn": "2026-01-01"}]},
    "POST /v1/sites/{site}/workers/end": LINES,
    "GET /v1/companies/{number}/structure": None,
    "GET /v1/companies/{number}/sites": None,
    "GET /v1/companies/{number}/agreements": None,
    "GET /v1/companies/{number}": None,
    "GET /v1/companies/{number}/workers": None,
    "GET /v1/companies/{number}/offers": None,
    "POST /v1/companies/{number}/offers": {"number": "91000000000015", "since": "2026-11-20"},
    "POST /v1/companies/{number}/offers/{offer}/answer": {"accept": True},
    "POST /v1/companies/{number}/employments/end": {"number": "91000000000015", "lastOn": "2026-11-20"},
    "GET /v1/workers/{number}/values": None,
    "GET /v1/companies/{number}/values": None,
    "GET /v1/companies/{number}/below": None,
    "GET /v1/grids/{kind}/{number}/{month}": None,
    "POST /v1/exports": {"kind": "companyMonth", "number": "", "month": "2026-11"},
    "GET /v1/users": None,
    "POST /v1/users": {"name": "見本", "role": "responsible_person", "organisationKind": "company"},
    "POST /v1/users/{account}/invitation": None,
    "DELETE /v1/roles/{role}": None,
    "PUT /v1/companies/{number}/experience/{certificate}": {
        "worker": "91000000000015",
        "trade": "10-01",
        "firstOn": "2020-04-01",
        "lastOn": "2022-03-31",
        "days": 430,
    },
    "DELETE /v1/companies/{number}/experience/{certificate}": None,
    "GET /v1/companies/{number}/experience": None,
    "GET /v1/companies/{number}/allowance": None,
    "PUT /v1/companies/{number}/allowance": {"validFrom": "2026-11-20", "per": "day", "yen": [0, 500, 1000, 1500]},
}


def test_every_address_says_who_may_ask() -> None:
    paths = create_app().openapi_schema.to_schema()["paths"]
    known = OPEN | SIGNED | set(OWN | RIGHT | SELF_FIRST | AT_SITE | IN_REGISTER | REVIEWED | EVALUATED | FILED)
    assert {f"{method.upper()} {path}" for path in paths for method in paths[path]} == known


async def places(town: Town) -> tuple[dict[str, str], str]:
    account, _ = await user(Role.RESPONSIBLE, town.company_id)
    (row,) = await database.fetch("SELECT id FROM role_grant WHERE account_id = $1", account)
    (company,) = await database.fetch("SELECT company_number FROM company WHERE id = $1", town.company_id)
    number = await number_of(town.workers[0])
    named = {"number": number, "account": str(account), "role": str(row[0]), "session": "0" * 16, "passkey": "00"}
    named["site"] = town.sites[0][1]
    named |= {
        "month": "2026-11",
        "day": "2026-11-20",
        "year": "2026",
        "claim_id": str(uuid4()),
        "export": str(uuid4()),
        "relief_id": str(uuid4()),
        "device_id": str(uuid4()),
        "offer": str(uuid4()),
        "place": "1",
        "pattern": str(uuid4()),
        "order": str(uuid4()),
        "proof": str(uuid4()),
        "kind": "companyMonth",
        "application": str(uuid4()),
        "qualification": str(uuid4()),
        "certificate": str(uuid4()),
        "field": "010",
        "version": "1",
        "level": "2",
    }
    return named, str(company[0])


async def ask(client: httpx.AsyncClient, line: str, body: Any, named: dict[str, str], company: str) -> httpx.Response:
    method, path = line.split(" ", 1)
    address = path.format(**(named | {"number": company} if "/companies/" in path or "/grids/" in path else named))
    if line == "GET /v1/users":
        address += f"?kind=company&number={company}"
    if line in {"GET /v1/workers/{number}", "GET /v1/workers/{number}/values"}:
        address += "?purpose=help"
    if line == "PUT /v1/proofs/{proof}":
        address += "?kind=photo"
    if line == "GET /v1/passport/road/{field}/forecast":
        address += "?level=2&criteria=0&monthDays=20"
    if line in {"POST /v1/users", "POST /v1/exports"}:
        body = body | {"number": company}
    sent = body | {"prime": company} if line == "POST /v1/sites" else body
    return await client.request(method, address, json=sent)


async def test_nobody_gets_in_without_a_session(client: httpx.AsyncClient) -> None:
    named, company = await places(await Town().build())
    everything = OWN | RIGHT | SELF_FIRST | AT_SITE | IN_REGISTER | REVIEWED | EVALUATED | FILED
    for line, body in everything.items():
        said = await ask(client, line, body, named, company)
        assert (said.status_code, said.json()["code"]) == (401, "not_signed_in"), line


@pytest.mark.parametrize("role", [Role.MINISTRY, Role.PUBLIC_CLIENT, Role.EVALUATION_BODY])
async def test_a_role_that_may_none_of_it_is_told_which_role_is_needed(client: httpx.AsyncClient, role: Role) -> None:
    town = await Town().build()
    named, company = await places(town)
    be(client, (await user(role, town.sites[0][0] if role is Role.PUBLIC_CLIENT else 0))[1])
    needed = dict.fromkeys(RIGHT, "responsible_person_needed") | dict.fromkeys(SELF_FIRST, "worker_needed")
    needed |= dict.fromkeys(AT_SITE, "site_manager_needed") | dict.fromkeys(IN_REGISTER, "operator_needed")
    needed |= dict.fromkeys(REVIEWED, "counter_staff_needed") | dict.fromkeys(FILED, "proxy_clerk_needed")
    asked = RIGHT | SELF_FIRST | AT_SITE | IN_REGISTER | REVIEWED | FILED
    if role is not Role.EVALUATION_BODY:
        needed |= dict.fromkeys(EVALUATED, "evaluation_body_needed")
        asked |= EVALUATED
    for line, body in asked.items():
        said = await ask(client, line, body, named, company)
        assert (said.status_code, said.json()["code"]) == (403, needed[line]), line


async def test_another_companys_administrator_is_told_that_it_is_not_his(client: httpx.AsyncClient) -> None:
    town, other = await Town().build(), await Town().build()
    named, company = await places(town)
    be(client, (await user(Role.RESPONSIBLE, other.company_id))[1])
    for line, body in (RIGHT | SELF_FIRST | AT_SITE | FILED).items():
        said = await ask(client, line, body, named, company)
        assert (said.status_code, said.json()["code"]) == (403, "not_linked"), line


@pytest.mark.parametrize("odd", ["%00", "S%00%F1", "9", "%F0%9F%91%B7", "zz", "91000000000010"])
async def test_an_odd_address_is_refused_and_no_mistake(client: httpx.AsyncClient, odd: str) -> None:
    await Town().build()
    be(client, (await user(Role.OPERATOR, 0))[1])
    for method, address in (
        ("GET", f"/v1/workers/{odd}?purpose=help"),
        ("POST", f"/v1/workers/{odd}/enrolment-code"),
        ("GET", f"/v1/users?kind=site&number={odd}"),
        ("GET", f"/v1/users?kind={odd}"),
        ("DELETE", f"/v1/sessions/{odd}"),
        ("DELETE", f"/v1/passkeys/{odd}"),
        ("DELETE", f"/v1/roles/{odd}"),
        ("POST", f"/v1/users/{odd}/invitation"),
        ("GET", f"/v1/companies/{odd}"),
        ("DELETE", f"/v1/relief/{odd}"),
        ("GET", f"/v1/exports/{odd}/file"),
        ("PUT", f"/v1/proofs/{odd}?kind=photo"),
        ("PUT", f"/v1/applications/{odd}"),
        ("GET", f"/v1/review/{odd}"),
        ("GET", f"/v1/companies/{odd}/applications"),
        ("GET", f"/v1/sites/{odd}/claims"),
        ("GET", f"/v1/levels/criteria/{odd}/versions"),
        ("POST", f"/v1/levels/criteria/010/versions/{odd}/decision"),
        ("POST", f"/v1/levels/applications/{odd}/answer"),
        ("PUT", f"/v1/companies/{odd}/experience/{uuid4()}"),
        ("GET", f"/v1/companies/{odd}/allowance"),
        ("PUT", f"/v1/passport/road/fields/{odd}"),
        ("GET", f"/v1/passport/road/{odd}/forecast?level=2&criteria=0&monthDays=20"),
        ("POST", f"/v1/sites/{odd}/claims/decisions"),
    ):
        said = await client.request(method, address)
        assert 400 <= said.status_code < 500, (method, address, said.text)
