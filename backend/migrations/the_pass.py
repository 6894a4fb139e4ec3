"""The pass: the keys of phones that show one, and who checked it.

A pass key lives and ends with a session, so it lies on one node beside it and is found by itself, from a code that
names nobody.  Checks are about a worker and lie with him.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-25T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "the pass"

PASSES = """
CREATE TABLE pass_key (
    public_key bytea PRIMARY KEY,
    worker_id uuid NOT NULL,
    account_id uuid NOT NULL,
    session bytea NOT NULL,
    audience text NOT NULL,
    made_at timestamptz NOT NULL,
    certified_until timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX pass_key_of_account ON pass_key (account_id, session);
CREATE INDEX pass_key_until ON pass_key (certified_until);
CREATE TABLE pass_check (
    worker_id uuid NOT NULL,
    instant timestamptz NOT NULL,
    audience text NOT NULL,
    checked_at timestamptz NOT NULL,
    viewer_id uuid,
    role text,
    organisation_kind text,
    organisation_id int4,
    PRIMARY KEY (worker_id, instant, audience)
);
"""


async def create() -> None:
    await run_script(PASSES)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
