"""How recipients want to be told: language, quiet hours, digest, topics."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from backend.kit import database
from backend.kit.refusals import Language
from notifications import statements
from notifications.kinds import Topic
from notifications.rules import Setting

KEEP = """
INSERT INTO notice_setting AS s VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (recipient) DO UPDATE SET language = $2, quiet_from = $3, quiet_until = $4, digest_at = $5, daily = $6,
    off = $7, changed_at = $8
"""
LANGUAGE = """
INSERT INTO notice_setting AS s VALUES ($1, $2, $3, $4, $5, '{}', '{}', $6)
ON CONFLICT (recipient) DO UPDATE SET language = $2, changed_at = $6 WHERE s.language <> $2
"""


async def of(recipients: Sequence[UUID]) -> dict[UUID, Setting]:
    """Read the settings of recipients; who has none is told as `Setting()` says."""
    return {
        row["recipient"]: Setting(
            Language(row["language"]),
            row["quiet_from"],
            row["quiet_until"],
            row["digest_at"],
            frozenset(map(Topic, row["daily"])),
            frozenset(map(Topic, row["off"])),
        )
        for row in await database.fetch(statements.SETTINGS, recipients)
    }


async def keep(recipient: UUID, setting: Setting, at: datetime) -> None:
    """Keep a setting; the account's safety is told whatever it says."""
    async with database.transaction() as db:
        await db.execute(
            KEEP,
            recipient,
            setting.language,
            setting.quiet_from,
            setting.quiet_until,
            setting.digest_at,
            sorted(setting.daily - {Topic.SAFETY}),
            sorted(setting.off - {Topic.SAFETY}),
            at,
        )


async def keep_language(recipient: UUID, language: Language, at: datetime) -> None:
    """Keep the language a recipient reads now; the rest stays as it is, or as the rule says."""
    first = Setting()
    async with database.transaction() as db:
        await db.execute(LANGUAGE, recipient, language, first.quiet_from, first.quiet_until, first.digest_at, at)
