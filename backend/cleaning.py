"""What is dropped when its time is over: consumed events, sessions, challenges, codes, pass keys, unmended waiting."""

from datetime import date, timedelta

from backend.applications import drafts
from backend.documents import exports
from backend.enrolment import applicants
from backend.history.rules import work_date
from backend.kit import clock, database, help_codes
from backend.proofs import service as proofs

EVENTS_KEPT = timedelta(days=30)

_PARTITIONS = """
SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'event'::regclass ORDER BY 1
"""


async def clean() -> None:
    """Drop what is over; safe to run again."""
    now = clock.now()
    await drop_event_months(clock.japan_date(now) - EVENTS_KEPT)
    await help_codes.clean(now)
    await exports.clean(now)
    await applicants.clean(now)
    await drafts.clean(now)
    await proofs.clean(now)
    async with database.transaction() as db:
        await db.execute("DELETE FROM session WHERE expires_at < $1", now)
        await db.execute("DELETE FROM reader_session WHERE expires_at < $1", now)
        await db.execute("DELETE FROM challenge WHERE expires_at < $1", now)
        await db.execute("DELETE FROM enrolment_code WHERE expires_at < $1", now)
        await db.execute("DELETE FROM pass_key WHERE certified_until < $1", now)
        await db.execute("DELETE FROM tap_waiting WHERE until < $1", work_date(now))


async def drop_event_months(before: date) -> None:
    """Drop the months of events that ended before a day."""
    for row in await database.fetch(_PARTITIONS):
        month = date(int(row["name"][-6:-2]), int(row["name"][-2:]), 1)
        if clock.add_months(month, 1) <= before:
            await database.run_script(f"DROP TABLE {row['name']}")
