"""Help codes: what six characters that somebody reads out stand for."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-25T09:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "help codes"

HELP_CODES = """
CREATE TABLE help_code (
    help text NOT NULL,
    at timestamptz NOT NULL,
    code text NOT NULL,
    method text NOT NULL,
    path text NOT NULL
);
CREATE INDEX help_code_said ON help_code (help);
CREATE INDEX help_code_since ON help_code (at);
"""


async def create() -> None:
    await run_script(HELP_CODES)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
