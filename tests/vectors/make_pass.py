"""Makes pass.json, the cases that Python and TypeScript both run: `python -m tests.vectors.make_pass`.

The keys are fixed and the signatures deterministic, so that the same file comes out each time.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, derive_private_key
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.passes.fields import Audience, Seen
from backend.passes.layout import Certificate, write_certificate, write_instant, write_text
from backend.passes.rules import Finding

FILE = Path(__file__).with_name("pass.json")
AT = 1795128310
"""2026-11-20 07:45:10 in Japan."""
DAY = 86_400
MIHON = Seen(level=2, trade=1001, worker_number="91000000000019", birth_date=date(1992, 3, 4), name="見本 太郎")


def fixed_key(number: int) -> EllipticCurvePrivateKey:
    return derive_private_key(number, SECP256R1())


REGISTER, OLDER, STRANGER, PHONE, OTHER_PHONE = (fixed_key(n) for n in (1001, 1002, 1003, 2001, 2002))
KEYS = {b"\x0a\x01": REGISTER, b"\x0a\x02": OLDER}


def point(key: EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def sign(key: EllipticCurvePrivateKey, message: bytes) -> bytes:
    r, s = decode_dss_signature(key.sign(message, ECDSA(SHA256(), deterministic_signing=True)))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def certificate(
    audience: Audience = Audience.SITE,
    seen: Seen = MIHON,
    *,
    key_id: bytes = b"\x0a\x01",
    by: EllipticCurvePrivateKey = REGISTER,
    until: int = AT + DAY,
    public_key: bytes | None = None,
) -> bytes:
    """A certificate with the register's signature."""
    body = write_certificate(Certificate(audience, key_id, until, seen, public_key or point(PHONE)))
    return body + sign(by, body)


def code(certified: bytes | None = None, instant: int = AT, by: EllipticCurvePrivateKey = PHONE) -> bytes:
    """A code with the phone's signature."""
    body = write_instant(certified or certificate(), instant)
    return body + sign(by, body)


class Case(NamedTuple):
    """One code, when it is checked, and what is found."""

    name: str
    code: str
    finding: Finding
    at: int = AT
    seen: Seen | None = None


def valid_cases() -> Iterator[Case]:
    for audience in Audience:
        yield Case(f"shown to the {audience}", write_text(code(certificate(audience))), Finding.VALID, seen=MIHON)
    for what, name in (
        ("with a reading in Latin", "NGUYEN VAN AN"),
        ("in katakana", "グエン・ヴァン・アン"),
        ("of sixty bytes", "見" * 20),
        ("beyond the basic plane", "𠮷野 太郎"),
        ("that is empty", ""),
    ):
        seen = Seen(level=4, trade=5599, worker_number="91000000000019", birth_date=date(1900, 1, 1), name=name)
        yield Case(f"a name {what}", write_text(code(certificate(seen=seen))), Finding.VALID, seen=seen)
    older = certificate(key_id=b"\x0a\x02", by=OLDER)
    yield Case("certified by an older key", write_text(code(older)), Finding.VALID, seen=MIHON)
    for seconds in (0, 60, 90, -30):
        yield Case(f"{seconds} s old", write_text(code()), Finding.VALID, AT + seconds, MIHON)


def late_cases() -> Iterator[Case]:
    good = write_text(code())
    yield Case("91 s old", good, Finding.TOO_OLD, AT + 91)
    yield Case("a week old, and its certificate over too", good, Finding.TOO_OLD, AT + 7 * DAY)
    yield Case("31 s ahead", good, Finding.FROM_FUTURE, AT - 31)
    over = write_text(code(certificate(until=AT)))
    yield Case("a certificate that ends now", over, Finding.CERTIFICATE_OVER)
    yield Case("a certificate in its last second", over, Finding.VALID, AT - 1, MIHON)
    yield Case("the first second of all", write_text(code(instant=0)), Finding.TOO_OLD)
    yield Case("the last second of all", write_text(code(instant=2**32 - 1)), Finding.FROM_FUTURE)


def forged_cases() -> Iterator[Case]:
    forged = {
        "a key of the register that is not published": code(certificate(key_id=b"\x0a\x03", by=STRANGER)),
        "certified by a stranger under the register's id": code(certificate(by=STRANGER)),
        "certified by the phone itself": code(certificate(by=PHONE)),
        "certified by the register's other key": code(certificate(by=OLDER)),
        "signed by another phone": code(by=OTHER_PHONE),
        "a certified key that is no point": code(certificate(public_key=b"\x02" + b"\xff" * 32)),
        "a certified key that is not on the curve": code(certificate(public_key=b"\x03" + b"\x00" * 31 + b"\x01")),
        "a certified key that is not compressed": code(certificate(public_key=b"\x04" + point(PHONE)[1:])),
        "the phone's signature all zeros": code()[:-64] + bytes(64),
        "the phone's signature all ones": code()[:-64] + b"\xff" * 64,
        "the two signatures in each other's place": swapped(code()),
    }
    for number in (2, 3, 9):
        other = bytearray(certificate())
        other[2] = number
        forged[f"a certificate for the site, said to be for audience {number}"] = code(bytes(other))
    for name, whole in forged.items():
        yield Case(name, write_text(whole), Finding.NOT_OURS)


def swapped(whole: bytes) -> bytes:
    register, instant, phone = whole[-132:-68], whole[-68:-64], whole[-64:]
    return whole[:-132] + phone + instant + register


def bent_cases() -> Iterator[Case]:
    """One bit flipped in every part of a code, beginning with the first byte of each."""
    good = code()
    name = len("見本 太郎".encode())
    parts = {"version": 1, "purpose": 1, "audience": 1, "key id": 2, "until": 4, "level": 1, "trade": 2}
    parts |= {"worker number": 6, "name's length": 1, "name": name, "public key": 33, "register's signature": 64}
    parts |= {"instant": 4, "phone's signature": 64}
    at = 0
    for part, length in parts.items():
        for place in {at, at + length - 1}:
            bent = bytearray(good)
            bent[place] ^= 2
            yield Case(f"a bit flipped in the {part}, byte {place}", write_text(bytes(bent)), Finding.NOT_OURS)
        at += length
    assert at == len(good)


def unreadable_cases() -> Iterator[Case]:
    good = code()
    for count in (1, 2, 3, 40, 64, 68, len(good) - 1):
        yield Case(f"{count} bytes cut off", write_text(good[:-count]), Finding.NOT_OURS)
    yield Case("one byte too many", write_text(good + b"\x00"), Finding.NOT_OURS)
    yield Case("a second code behind it", write_text(good + good), Finding.NOT_OURS)
    text = write_text(good)
    odd = {
        "nothing": "",
        "a zero": "0",
        "zeros before it": "00" + text,
        "a space before it": " " + text,
        "a sign before it": "+" + text,
        "a line end behind it": text + "\n",
        "digits of another script": "１２３",
        "letters": "passport",
        "hexadecimal": "0x01",
        "a fraction": "1.5",
        "601 digits": "1" * 601,
        "a million digits": "9" * 1_000_000,
    }
    yield from (Case(name, found, Finding.NOT_OURS) for name, found in odd.items())


def limited(case: Case) -> dict[str, Any]:
    seen = case.seen
    said: dict[str, Any] = {"name": case.name, "code": case.code, "at": case.at, "finding": case.finding}
    if case.code == "9" * 1_000_000:
        said |= {"code": "9", "times": 1_000_000}
    if seen is not None:
        said["seen"] = {
            "level": seen.level,
            "trade": seen.trade,
            "workerNumber": seen.worker_number,
            "birthDate": seen.birth_date.isoformat() if seen.birth_date else None,
            "name": seen.name,
        }
        said["seen"] |= HIDDEN.get(case.name, {"birthDate": None})
    return said


HIDDEN: dict[str, dict[str, None]] = {
    "shown to the shop": {"trade": None, "workerNumber": None, "birthDate": None, "name": None},
    "shown to the office": {},
}


def everything() -> dict[str, Any]:
    cases = [*valid_cases(), *late_cases(), *forged_cases(), *bent_cases(), *unreadable_cases()]
    keys = {key_id.hex(): urlsafe_b64encode(point(key)).rstrip(b"=").decode() for key_id, key in KEYS.items()}
    return {"keys": keys, "cases": [limited(case) for case in cases]}


if __name__ == "__main__":
    FILE.write_text(json.dumps(everything(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
