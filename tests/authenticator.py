"""A phone's authenticator in software: makes ES256 keys and signs, so that real verification runs without a browser.

What it says can be bent, to see that a bent answer is refused.
"""

import json
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, ELIGIBLE, BACKED_UP, ATTESTED = 0x01, 0x04, 0x08, 0x10, 0x40

Json = dict[str, Any]


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def cbor(value: Any) -> bytes:
    """The little of CBOR that an attestation needs."""
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, dict):
        return _head(5, len(value)) + b"".join(cbor(k) + cbor(v) for k, v in value.items())
    return _head(0, value) if value >= 0 else _head(1, -1 - value)


def _head(kind: int, count: int) -> bytes:
    if count < 24:
        return bytes([kind << 5 | count])
    return bytes([kind << 5 | 24, count]) if count < 256 else bytes([kind << 5 | 25]) + struct.pack(">H", count)


@dataclass
class Kept:
    """A passkey that lies on the phone."""

    id: bytes
    key: ec.EllipticCurvePrivateKey
    host: str
    user_handle: bytes
    count: int = 0


@dataclass
class Authenticator:
    """A phone; `synced` ones never count, as those of the large makers."""

    origin: str = "http://localhost:8000"
    synced: bool = False
    verifies: bool = True
    said: Json = field(default_factory=dict)
    """Written over what the browser would say: origin, crossOrigin, topOrigin, type."""
    kept: list[Kept] = field(default_factory=list)

    def create(self, options: Json) -> Json:
        """Answer `navigator.credentials.create()`."""
        asked = options["publicKey"]
        key = ec.generate_private_key(ec.SECP256R1())
        made = Kept(token_bytes(32), key, asked["rp"]["id"], unb64(asked["user"]["id"]))
        self.kept.append(made)
        numbers = key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + struct.pack(">H", len(made.id)) + made.id + cbor(public)
        data = self._data(made, ATTESTED) + attested
        statement = cbor({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(made, {"clientDataJSON": b64(client), "attestationObject": b64(statement)})

    def get(self, options: Json, which: int = -1) -> Json:
        """Answer `navigator.credentials.get()`."""
        asked = options["publicKey"]
        made = self.kept[which]
        data = self._data(made, 0)
        client = self._client("webauthn.get", asked["challenge"])
        signature = made.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {
            "clientDataJSON": b64(client),
            "authenticatorData": b64(data),
            "signature": b64(signature),
            "userHandle": b64(made.user_handle),
        }
        return self._answer(made, answer)

    def _data(self, made: Kept, flags: int) -> bytes:
        made.count += 0 if self.synced else 1
        flags |= PRESENT | (VERIFIED if self.verifies else 0) | (ELIGIBLE | BACKED_UP if self.synced else 0)
        return sha256(made.host.encode()).digest() + struct.pack(">BI", flags, made.count)

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said | self.said).encode()

    def _answer(self, made: Kept, response: Json) -> Json:
        return {
            "id": b64(made.id),
            "rawId": b64(made.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": response,
        }
