"""Schemathesis reads the contract and tries to break it, against the running product.

Bodies are signed with a real reader's key and the worker is signed in, so that what is tried gets past the door.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import requests
import schemathesis
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance, unsupported_method

from backend.app import create_app
from tests.conftest import copied

AnyCase = Any
AnyOperation = Any
"""Schemathesis' own types have parameters of which nothing is known here."""

ROOT = Path(__file__).parents[2]
EXAMPLES = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_until_ready(origin: str) -> None:
    for _ in range(150):
        try:
            if httpx.get(f"{origin}/v1/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail("the product did not become ready in 30 s")


class Product:
    """A running product with its sample people and a reader's key."""

    def __init__(self, origin: str, folder: Path) -> None:
        self.origin = origin
        found = msgspec.json.decode((folder / "sample" / "reader-1.json").read_bytes())
        self.reader = found["readerNumber"]
        self.key = Ed25519PrivateKey.from_private_bytes(b64decode(found["privateKey"]))
        self.session = requests.Session()
        self.session.post(f"{origin}/v1/sample/login", json={"person": "taro"}, timeout=10).raise_for_status()

    def call(self, case: AnyCase) -> requests.Response:
        """Send a case, its body signed."""
        request = requests.Request(**case.as_transport_kwargs(base_url=self.origin))
        prepared = self.session.prepare_request(request)
        body: Any = prepared.body or b""
        prepared.headers["passport-reader"] = self.reader
        prepared.headers["passport-signature"] = b64encode(
            self.key.sign(body.encode() if isinstance(body, str) else body)
        ).decode()
        prepared.headers.pop("passport-session", None)
        return self.session.send(prepared, timeout=20)


@pytest.fixture(scope="module")
def product(template: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder, port = tmp_path_factory.mktemp("product"), free_port()
    with copied(template) as dsn:
        origin = f"http://localhost:{port}"
        environ = os.environ | {
            "PASSPORT_DSN": dsn,
            "PASSPORT_DATA": str(folder),
            "PASSPORT_MODE": "sample",
            "PASSPORT_PORT": str(port),
            "PASSPORT_ORIGIN": origin,
            "PASSPORT_PROCESSES": "1",
        }
        passport = [sys.executable, "-m", "passport"]
        sample = [*passport, "sample", "--workers", "20", "--months", "2"]
        subprocess.run(sample, env=environ, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        serving = subprocess.Popen(
            [*passport, "serve"], env=environ, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_ready(origin)
            made = Product(origin, folder)
            yield made
            made.session.close()
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(20)


CONTRACT = json.loads(json.dumps(create_app().openapi_schema.to_schema()))
FOUND: list[Any] = list(schemathesis.openapi.from_dict(CONTRACT).get_all_operations())
OPERATIONS: list[AnyOperation] = [found.ok() for found in FOUND if not found.ok().path.endswith("/live")]
"""All but the stream, which does not end."""


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_nothing_in_the_contract_can_be_broken(operation: AnyOperation, mode: GenerationMode, product: Product) -> None:
    excluded = [unsupported_method]  # an address may belong to the phone's own pages for another method
    if operation.path == "/v1/taps":
        excluded.append(negative_data_rejection)  # a broken touch is named in the answer; the good ones are kept
    if "readers" in operation.tags:
        # The right JSON type is not enough: a clock in the year 141, a key of zeros and 1.0 for 1 are refused.
        excluded.append(positive_data_acceptance)

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: AnyCase) -> None:
        case.validate_response(product.call(case), excluded_checks=excluded)

    if mode is GenerationMode.POSITIVE or operation.body or operation.query:
        holds()
