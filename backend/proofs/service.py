"""Keep photos and papers under the digest of their content, and give them to who may see them."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts import rights
from backend.accounts.rules import Operation
from backend.accounts.service import Account
from backend.kit import database, store
from backend.kit.errors import NotFoundError
from backend.proofs import statements
from backend.proofs.errors import ProofIdTakenError
from backend.proofs.kinds import ProofKind
from backend.proofs.looking import MEDIA_TYPE, look

_AT_ONCE = asyncio.Semaphore(2)
"""Pictures that are looked at together: each may need some hundred megabytes for a moment."""
UNUSED_KEPT = timedelta(days=90)
"""How long a picture is kept that nothing refers to."""


class Proof(msgspec.Struct, frozen=True):
    """A photo or paper that is kept."""

    id: UUID
    kind: ProofKind
    digest: bytes
    size: int
    width: int
    height: int
    account_id: UUID
    taken_at: datetime


async def keep(
    account: Account, proof_id: UUID, kind: ProofKind, content: bytes, at: datetime, *, anyway: bool
) -> Proof:
    """Look at a picture and keep it; the same again under the same id changes nothing.

    Raises:
        ProofUnreadableError, ProofTooSmallError, ProofDarkError, ProofBlurredError, ProofGlareError: see `looking`.
        ProofIdTakenError: another picture, or another's, is kept under this id.
    """
    async with _AT_ONCE:
        seen = await asyncio.to_thread(look, content, kind, anyway=anyway)
    await store.keep(name_of(seen.digest), seen.content, MEDIA_TYPE)
    async with database.transaction() as db:
        row = (proof_id, kind, seen.digest, MEDIA_TYPE, len(seen.content), seen.width, seen.height, account.id, at)
        await db.execute(statements.KEEP, *row)
        kept = await read(proof_id)
    if (kept.digest, kept.kind, kept.account_id) != (seen.digest, kind, account.id):
        raise ProofIdTakenError
    return kept


async def read(proof_id: UUID) -> Proof:
    """Read what is known of a picture.

    Raises:
        NotFoundError: none of that id.
    """
    rows = await database.fetch(statements.READ, proof_id)
    if not rows:
        raise NotFoundError
    return _proof(rows[0])


async def read_all(proof_ids: Iterable[UUID]) -> dict[UUID, Proof]:
    """Read what is known of several; those that are not there are left out."""
    rows = await database.fetch(statements.READ_ALL, sorted(set(proof_ids)))
    return {row["id"]: _proof(row) for row in rows}


async def open_picture(account: Account, proof_id: UUID, at: datetime) -> tuple[Proof, AsyncIterator[bytes]]:
    """Give a picture to who took it, whose registration it proves, who files with it, and who reviews.

    Raises:
        NotFoundError: none of that id, or not for this account.
    """
    proof = await read(proof_id)
    if not await _may_see(account, proof, at) or not await store.is_kept(name_of(proof.digest)):
        raise NotFoundError
    return proof, store.read(name_of(proof.digest))


async def read_picture(proof_id: UUID) -> bytes | None:
    """Give a picture whole, for what the register itself prints; None where it is not there any more."""
    found = (await read_all([proof_id])).get(proof_id)
    if found is None or not await store.is_kept(name_of(found.digest)):
        return None
    return b"".join([piece async for piece in store.read(name_of(found.digest))])


async def clean(now: datetime) -> None:
    """Drop pictures that nothing has referred to for 90 days; the row goes first, so that none points to nothing."""
    rows = await database.fetch(statements.OLD_UNUSED, now - UNUSED_KEPT)
    if not rows:
        return
    async with database.transaction() as db:
        await db.execute(statements.DROP, [row["id"] for row in rows])
    digests = {row["digest"] for row in rows}
    still = {row[0] for row in await database.fetch(statements.STILL_KEPT, list(digests))}
    for digest in digests - still:
        await store.drop(name_of(digest))


def name_of(digest: bytes) -> str:
    """Give the name under which a picture is kept."""
    name = digest.hex()
    return f"proofs/{name[:2]}/{name}"


async def _may_see(account: Account, proof: Proof, at: datetime) -> bool:
    if proof.account_id == account.id:
        return True
    if account.worker_id and await database.fetch(statements.OF_WORKER, account.worker_id, proof.id):
        return True
    companies = [row[0] for row in await database.fetch(statements.COMPANIES_FILING, proof.id)]
    for company_id in companies:
        if await rights.has(account, Operation.FILE_APPLICATION, rights.about_company(company_id), at):
            return True
    return await rights.has(account, Operation.REVIEW_APPLICATION, rights.NOBODY, at)


def _proof(row: database.Row) -> Proof:
    return Proof(
        row["id"],
        ProofKind(row["kind"]),
        row["digest"],
        row["size"],
        row["width"],
        row["height"],
        row["account_id"],
        row["taken_at"],
    )
