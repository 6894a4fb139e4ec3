"""People who are in no register yet: an account by a passkey alone, so that they can apply."""

from datetime import datetime, timedelta

from backend.accounts import passkeys
from backend.accounts import service as accounts
from backend.accounts.passkeys import Asked, Purpose
from backend.enrolment import statements
from backend.kit import database

UNUSED_KEPT = timedelta(days=1)
"""How long an account is kept for which no passkey was made."""


async def begin(name: str, at: datetime) -> Asked:
    """Ask the phone of somebody who wants to apply to make a passkey; the account has no role."""
    account_id = await accounts.make_account(name, at)
    return await passkeys.ask_new(account_id, name, Purpose.APPLY, at)


async def clean(now: datetime) -> None:
    """Drop accounts that were begun and never got a passkey."""
    async with database.transaction() as db:
        await db.execute(statements.UNUSED_APPLICANTS, now - UNUSED_KEPT)
