"""Claims of missed days, reports of wrong ones, corrections, and how far a worker has read the inbox."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-24T06:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "claims and corrections"

CLAIMS = """
CREATE TABLE claim (
    worker_id uuid NOT NULL,
    id uuid NOT NULL,
    kind smallint NOT NULL,
    work_date date NOT NULL,
    site_id int4 NOT NULL REFERENCES site (id),
    entry_at timestamptz,
    exit_at timestamptz,
    why text NOT NULL,
    claimed_at timestamptz NOT NULL,
    approved bool,
    decided_at timestamptz,
    decided_by uuid,
    decided_why text,
    PRIMARY KEY (worker_id, id)
);
CREATE UNIQUE INDEX claim_waiting ON claim (worker_id, work_date, site_id) WHERE approved IS NULL;
CREATE INDEX claim_waiting_at_site ON claim (site_id, claimed_at) WHERE approved IS NULL;
CREATE INDEX claim_waiting_since ON claim (claimed_at) WHERE approved IS NULL;
CREATE TABLE correction (
    worker_id uuid NOT NULL,
    id uuid NOT NULL,
    work_date date NOT NULL,
    site_id int4 NOT NULL REFERENCES site (id),
    corrected_at timestamptz NOT NULL,
    corrected_by uuid NOT NULL,
    claim_id uuid,
    why text NOT NULL,
    taken_away bool NOT NULL,
    entry_at timestamptz,
    exit_at timestamptz,
    old_entry_at timestamptz NOT NULL,
    old_exit_at timestamptz,
    old_acted_at timestamptz NOT NULL,
    old_received_at timestamptz NOT NULL,
    old_assignment_id int4 NOT NULL,
    old_recognised_on date NOT NULL,
    old_approved_on date,
    old_evidence int4 NOT NULL,
    old_taps smallint NOT NULL,
    old_stamps int4[],
    PRIMARY KEY (worker_id, id)
);
CREATE INDEX correction_of_day ON correction (worker_id, work_date);
CREATE TABLE inbox_read (
    worker_id uuid PRIMARY KEY,
    id uuid NOT NULL
);
"""


async def create() -> None:
    await run_script(CLAIMS)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
