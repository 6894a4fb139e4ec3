"""Certify a phone's keys, check a code, and tell a worker who checked."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from backend.accounts import rights
from backend.accounts.rules import Grant, Role
from backend.accounts.service import Account
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database
from backend.passes import keys, rules, statements
from backend.passes.errors import PassKeyUnusableError, PassWithoutCardError
from backend.passes.fields import Audience, Seen, limit
from backend.passes.layout import Certificate, Code, read_code, write_certificate
from backend.passes.rules import Finding, Standing
from backend.settings import settings
from backend.workers import service as workers


class Issued(NamedTuple):
    """Certificates, each with the register's signature behind it, and until when they hold."""

    until: datetime
    certificates: dict[Audience, bytes]


class Checked(NamedTuple):
    """What a check found, and what the audience sees of the worker today; nothing where it is not valid."""

    finding: Finding
    code: Code | None
    seen: Seen | None


class Check(NamedTuple):
    """One check, as the worker is told of it."""

    audience: Audience
    checked_at: datetime
    role: Role | None
    """None where nobody was signed in who has one."""
    organisation: str | None


def keys_folder() -> Path:
    """Tell where the register's keys lie."""
    return settings().data / "keys"


async def issue(account: Account, worker_id: UUID, public_keys: Mapping[Audience, bytes], at: datetime) -> Issued:
    """Certify the keys of one phone, one for each audience; earlier keys of its session end.

    Asked again with the same keys, it answers with fresh certificates.

    Raises:
        PassWithoutCardError: the worker holds no card that is good today.
        PassKeyUnusableError: a key is none, stands for two audiences, is another session's, or has ended.
    """
    if not rules.are_keys(public_keys.values()):
        raise PassKeyUnusableError
    row = await workers.read(worker_id)
    if not rules.has_card(row["card_expires_on"], clock.japan_date(at)):
        raise PassWithoutCardError
    until = rules.certify_until(at, row["card_expires_on"])
    await _keep_keys(account, worker_id, public_keys, at=at, until=until)
    signing = await asyncio.to_thread(keys.signing_key, keys_folder())
    certificates = {}
    for audience, public_key in public_keys.items():
        seen = limit(_seen(row), audience)
        body = write_certificate(Certificate(audience, signing.id, int(until.timestamp()), seen, public_key))
        certificates[audience] = body + rules.sign(signing.private, body)
    return Issued(until, certificates)


async def _keep_keys(
    account: Account, worker_id: UUID, public_keys: Mapping[Audience, bytes], *, at: datetime, until: datetime
) -> None:
    session, points = bytes.fromhex(account.session), list(public_keys.values())
    async with database.transaction() as db:
        kept = await db.fetch(
            statements.KEEP_KEYS, worker_id, account.id, session, at, until, points, list(public_keys)
        )
        if len(kept) < len(points):
            raise PassKeyUnusableError
        await db.execute(statements.END_OTHER_KEYS, account.id, session, points, at)


async def check(text: str, viewer: Account | None, at: datetime) -> Checked:
    """Check a code as of now; what is valid is kept once, and the worker hears of it."""
    code = read_code(text)
    known = {key.id: key.public_key for key in await published()}
    finding = rules.judge(code, known, at)
    if code is None or finding is not Finding.VALID:
        return Checked(finding, code, None)
    rows = await database.fetch(statements.STANDING, code.certificate.public_key, at)
    if not rows:
        return Checked(Finding.KEY_ENDED, code, None)
    worker_id: UUID = rows[0]["worker_id"]
    row, today = await workers.read(worker_id), clock.japan_date(at)
    standing = Standing(rows[0]["key_open"], rows[0]["removed_at"] is not None, row["card_expires_on"])
    finding = rules.judge_standing(standing, today)
    if finding is not Finding.VALID:
        return Checked(finding, code, None)
    if viewer is None or viewer.worker_id != worker_id:
        await _keep_check(worker_id, code, viewer, at)
    return Checked(finding, code, limit(_seen(row), code.certificate.audience))


async def published() -> list[keys.PublishedKey]:
    """List the register's public keys, newest first."""
    return await asyncio.to_thread(keys.published, keys_folder())


async def list_checks(worker_id: UUID, since: datetime, most: int) -> list[Check]:
    """List who checked a worker's pass, newest first."""
    rows = await database.fetch(statements.CHECKS, worker_id, since, most)
    return [
        Check(Audience(row["audience"]), row["checked_at"], Role(row["role"]) if row["role"] else None, row[3])
        for row in rows
    ]


async def _keep_check(worker_id: UUID, code: Code, viewer: Account | None, at: datetime) -> None:
    """Keep a check once; one whose viewer was nobody gets the first who is somebody."""
    role = await _role_of(viewer, at)
    named = (role.role, role.kind, role.organisation_id) if role else (None, None, None)
    audience = code.certificate.audience
    which = (worker_id, datetime.fromtimestamp(code.instant, UTC), audience)
    async with database.transaction() as db:
        new = await db.fetchval(statements.KEEP_CHECK, *which, at, viewer.id if viewer else None, *named)
        if new is not None:
            body = f'{{"audience":"{audience}","at":"{at.isoformat()}"}}'
            await events.record(EventKind.PASS_CHECKED, body, worker_id)
        elif viewer is not None:
            await db.execute(statements.NAME_VIEWER, *which, viewer.id, *named)


async def _role_of(viewer: Account | None, at: datetime) -> Grant | None:
    if viewer is None:
        return None
    today = clock.japan_date(at)
    return rules.speaks_for(await rights.grants_of(viewer, today), today)


def _seen(row: database.Row) -> Seen:
    return Seen(
        level=row["level"],
        trade=row["trade"],
        worker_number=row["number"],
        birth_date=row["birth_date"],
        name=row["name"],
    )
