"""Seal a PDF with the register's own key, so that anybody can check it with the published certificate.

The key is made at the first need and never leaves the data folder.  pyhanko is imported where it is used: it takes two
seconds, and few ask for a seal.
"""

import asyncio
import fcntl
import io
import os
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from backend.kit import clock

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

NAME = "Worker Passport 技能者パスポート"
LASTS = timedelta(days=3650)
KEY, CERTIFICATE, LOCK = "seal-key.pem", "seal.pem", "seal.lock"


class Finding(StrEnum):
    """What a check of a paper finds."""

    GENUINE = "genuine"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"
    OTHER_KEY = "other key"
    CHANGED = "changed"


async def seal(paper: bytes, folder: Path) -> bytes:
    """Sign a PDF, in a thread of its own."""
    return await asyncio.to_thread(_seal, paper, folder)


def certificate(folder: Path) -> bytes:
    """Give the certificate that is published (PEM); makes the key at the first need."""
    _ensure(folder)
    return (folder / CERTIFICATE).read_bytes()


def check(paper: bytes, published: bytes) -> tuple[Finding, datetime | None]:
    """Check a PDF against a published certificate, without any server; tell what was found, and when it was signed."""
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415  # heavy
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  # heavy
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415  # heavy
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415  # heavy
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415  # heavy

    try:
        found = PdfFileReader(io.BytesIO(paper)).embedded_signatures
        if not found:
            return Finding.UNSIGNED, None
        trusted = x509.load_pem_x509_certificate(published)
        wanted = trusted.public_bytes(serialization.Encoding.DER)
        sealed = found[-1]
        if sealed.signer_cert.dump() != wanted:
            return Finding.OTHER_KEY, None
        roots = [sealed.signer_cert]
        context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=trusted.not_valid_before_utc)
        status = validate_pdf_signature(sealed, context)
    except (PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return Finding.UNREADABLE, None
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    if status.intact and status.valid and status.trusted and whole:
        return Finding.GENUINE, status.signer_reported_dt
    return Finding.CHANGED, None


def _seal(paper: bytes, folder: Path) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  # heavy
    from pyhanko.sign import signers  # noqa: PLC0415  # heavy

    written = io.BytesIO()
    about = signers.PdfSignatureMetadata(field_name="Seal", name=NAME, md_algorithm="sha256")
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(paper)), about, signer=_signer(folder), output=written)
    return written.getvalue()


@cache
def _signer(folder: Path) -> "SimpleSigner":
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415  # heavy

    _ensure(folder)
    made: SimpleSigner | None = SimpleSigner.load(  # type: ignore[no-untyped-call]  # pyhanko's
        str(folder / KEY), str(folder / CERTIFICATE)
    )
    assert made is not None  # noqa: S101  # we wrote both files
    return made


def _ensure(folder: Path) -> None:
    """Make key and certificate if they are not there; processes that start together make one."""
    if (folder / CERTIFICATE).exists():
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / CERTIFICATE).exists():
            _make(folder)


def _make(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .sign(key, hashes.SHA256())
    )
    unlocked = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unlocked)
    _write(folder / KEY, secret, 0o600)
    _write(folder / CERTIFICATE, made.public_bytes(serialization.Encoding.PEM), 0o644)


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write(path: Path, content: bytes, mode: int) -> None:
    half = path.with_suffix(".new")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(content)
    half.replace(path)
