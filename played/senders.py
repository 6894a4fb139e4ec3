"""Who sends, as a push service sees it: the header of RFC 8292, checked."""

import re
from datetime import datetime
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from notifications.channels.encryption import from_base64url
from notifications.vapid import Claims

_DAY_S = 86_400
_HEADER = re.compile(r"vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)", re.ASCII)


class Refused(NamedTuple):
    """The header is not accepted."""

    why: str


class _Head(msgspec.Struct, frozen=True):
    typ: str
    alg: str


def judge(header: str, audience: str, key: str, at: datetime) -> Claims | Refused:
    """Judge a header as of an instant: for this service, signed by this key (base64url), and not beyond a day."""
    claims = read(header, key)
    if isinstance(claims, Refused):
        return claims
    if claims.aud != audience:
        return Refused(f"aud is {claims.aud}")
    if not at.timestamp() < claims.exp <= at.timestamp() + _DAY_S:
        return Refused(f"exp is {claims.exp}")
    if not claims.sub.startswith(("mailto:", "https:")):
        return Refused(f"sub is {claims.sub}")
    return claims


def read(header: str, key: str) -> Claims | Refused:
    """Read what a header claims, if this key signed it."""
    parts = _HEADER.fullmatch(header)
    if not parts:
        return Refused("no vapid header")
    head, body, signature, sender = parts.groups()
    if sender != key:
        return Refused("k is not the key of the subscription")
    try:
        _verify(f"{head}.{body}".encode(), from_base64url(signature), from_base64url(sender))
        said = msgspec.json.decode(from_base64url(head), type=_Head)
        claims = msgspec.json.decode(from_base64url(body), type=Claims)
    except (InvalidSignature, ValueError):
        return Refused("not signed by k")
    return claims if said == _Head("JWT", "ES256") else Refused(f"{said.typ}, {said.alg}")


def _verify(signed: bytes, signature: bytes, point: bytes) -> None:
    key = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    key.verify(encode_dss_signature(r, s), signed, ECDSA(SHA256()))
