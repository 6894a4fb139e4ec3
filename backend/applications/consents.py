"""A worker's consent to what a company files: asked by a link, given on the worker's own phone."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

import msgspec

from backend.accounts.errors import NotLinkedError
from backend.accounts.service import Account
from backend.applications import drafts, errors, reading, sending, statements
from backend.applications.reading import Application
from backend.applications.rules import digest_of
from backend.events.kinds import EventKind
from backend.kit import database, ids
from backend.settings import settings

LASTS = timedelta(days=7)


class ConsentLink(msgspec.Struct, frozen=True, rename="camel"):
    """A link for the worker, shown once."""

    link: str
    expires_at: datetime


async def ask(account: Account, application_id: UUID, at: datetime) -> ConsentLink:
    """Make a link by which the worker sees what is filed and agrees to it; it holds for what stands now.

    Raises:
        NotFoundError: none of that id, or not this account's.
        ConsentNotNeededError: nobody files for somebody else, or it is sent.
    """
    token, expires_at = token_urlsafe(32), at + LASTS
    async with database.transaction() as db:
        await db.fetch(statements.HOLD, application_id)
        kept = await drafts.require_writer(account, application_id, at)
        if not kept.needs_consent or not kept.is_open:
            raise errors.ConsentNotNeededError
        digest = digest_of(kept.kind, kept.given)
        await db.execute(statements.ASK_CONSENT, kept.id, ids.new_event_id(), _hash(token), digest, at, expires_at)
        await sending.tell(EventKind.CONSENT_ASKED, kept)
    return ConsentLink(f"{settings().origin}/consent#{token}", expires_at)


async def open_asked(token: str, caller: Account | None, at: datetime) -> Application:
    """Give what is filed, to whoever holds the link; about a registered worker, to that worker alone.

    Raises:
        ConsentOverError: no such link, too old, answered, or what is filed was changed since.
        ConsentOwnError: the one who is signed in files it.
        NotLinkedError: it is about another worker than the one who is signed in.
    """
    rows = await database.fetch(statements.CONSENT_OF_LINK, _hash(token))
    if not rows or rows[0]["given"] is not None or rows[0]["expires_at"] <= at:
        raise errors.ConsentOverError
    application = await reading.read(rows[0]["application_id"])
    if not application.is_open or digest_of(application.kind, application.given) != rows[0]["digest"]:
        raise errors.ConsentOverError
    if caller is not None and await drafts.may_file(caller, application, at):
        raise errors.ConsentOwnError
    if application.worker_id is not None and (caller is None or caller.worker_id != application.worker_id):
        raise NotLinkedError
    return application


async def answer(token: str, caller: Account | None, *, agree: bool, device: str | None, at: datetime) -> None:
    """Agree to what is filed, or not.

    Raises:
        ConsentOverError, ConsentOwnError, NotLinkedError: as above.
    """
    async with database.transaction() as db:
        application = await open_asked(token, caller, at)
        await db.fetch(statements.HOLD, application.id)
        application = await open_asked(token, caller, at)
        row = await db.fetchrow(statements.CONSENT_OF_LINK, _hash(token))
        assert row is not None  # noqa: S101  # it was opened just now
        await db.execute(statements.ANSWER_CONSENT, application.id, row["id"], agree, at, device)
        await sending.tell(EventKind.CONSENT_ANSWERED, application)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
