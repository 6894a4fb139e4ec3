"""Schemathesis reads the contract and tries to break it, against the running product.

Bodies are signed with a real reader's key and the worker is signed in, so that what is tried gets past the door.
"""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance, unsupported_method

from backend.app import create_app
from tests.product import Product

AnyCase = Any
AnyOperation = Any
"""Schemathesis' own types have parameters of which nothing is known here."""

EXAMPLES = 60


class Caller:
    """Sends cases: signed as a reader, signed in as a worker."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self.session = requests.Session()

    def sign_in(self) -> None:
        """Be a worker who is also an operator, whatever the last operation ended."""
        login = f"{self._product.origin}/v1/sample/login"
        self.session.post(login, json={"person": "taro"}, timeout=10).raise_for_status()

    def call(self, case: AnyCase) -> requests.Response:
        """Send a case."""
        request = requests.Request(**case.as_transport_kwargs(base_url=self._product.origin))
        prepared = self.session.prepare_request(request)
        body: Any = prepared.body or b""
        prepared.headers.update(self._product.signed(body.encode() if isinstance(body, str) else body))
        prepared.headers.pop("passport-session", None)
        return self.session.send(prepared, timeout=20)


@pytest.fixture(scope="module")
def caller(product: Product) -> Iterator[Caller]:
    asyncio.run(_make_operator(product.dsn))
    made = Caller(product)
    yield made
    made.session.close()


async def _make_operator(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "INSERT INTO role_grant "
        "SELECT gen_random_uuid(), id, 'register', 0, 'operator', '2026-01-01', NULL, NULL, now() "
        "FROM account WHERE label = 'taro'"
    )
    await connection.close()


CONTRACT = json.loads(json.dumps(create_app().openapi_schema.to_schema()))
FOUND: list[Any] = list(schemathesis.openapi.from_dict(CONTRACT).get_all_operations())
OPERATIONS: list[AnyOperation] = [found.ok() for found in FOUND if not found.ok().path.endswith("/live")]
"""All but the stream, which does not end."""


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_nothing_in_the_contract_can_be_broken(operation: AnyOperation, mode: GenerationMode, caller: Caller) -> None:
    excluded = [unsupported_method]  # an address may belong to the phone's own pages for another method
    if operation.path == "/v1/taps":
        excluded.append(negative_data_rejection)  # a broken touch is named in the answer; the good ones are kept
    if "readers" in operation.tags:
        # The right JSON type is not enough: a clock in the year 141, a key of zeros and 1.0 for 1 are refused.
        excluded.append(positive_data_acceptance)

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: AnyCase) -> None:
        case.validate_response(caller.call(case), excluded_checks=excluded)

    caller.sign_in()
    if mode is GenerationMode.POSITIVE or operation.body or operation.query:
        holds()
