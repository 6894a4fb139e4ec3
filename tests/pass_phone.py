"""A phone that shows a pass, for tests over HTTP."""

import time
from base64 import urlsafe_b64decode, urlsafe_b64encode

import httpx
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.passes.layout import write_instant, write_text
from backend.passes.rules import sign

AUDIENCES = ("site", "shop", "office")


class PassPhone:
    """Three keys, one for each audience, and what the register certified of them."""

    def __init__(self) -> None:
        self.keys = {audience: generate_private_key(SECP256R1()) for audience in AUDIENCES}
        self.certificates: dict[str, bytes] = {}

    def public_keys(self) -> dict[str, str]:
        return {
            audience: urlsafe_b64encode(
                key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
            ).decode()
            for audience, key in self.keys.items()
        }

    async def renew(self, client: httpx.AsyncClient) -> httpx.Response:
        """Have the keys certified; the client is signed in."""
        answer = await client.post("/v1/passes", json={"publicKeys": self.public_keys()})
        if answer.status_code == 200:
            said = answer.json()["certificates"]
            self.certificates = {audience: urlsafe_b64decode(said[audience] + "==") for audience in AUDIENCES}
        return answer

    def show(self, audience: str = "site", ago: int = 0) -> str:
        """The digits of a code that was made some seconds ago."""
        body = write_instant(self.certificates[audience], int(time.time()) - ago)
        return write_text(body + sign(self.keys[audience], body))
