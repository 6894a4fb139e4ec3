"""What is told: the events that somebody may be told of are found by their time, and since when a reader is silent.

Counted touches (kinds 1 and 2) are most of all events and are told to nobody but open phones, so they stay out.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-27T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "what is told"

EVENTS = """
CREATE INDEX event_to_tell ON event (id) WHERE kind >= 3;
DROP INDEX event_of_register;
ALTER TABLE reader ADD COLUMN silent_since timestamptz;
"""


async def create() -> None:
    await run_script(EVENTS)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
