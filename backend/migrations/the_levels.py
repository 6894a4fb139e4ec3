"""Levels: qualifications, certified experience, what was reached, told and reported, newer versions of the standards.

What is about a worker lies with the worker; standards and allowances are few and go everywhere.
`career.next_look` is the number of records at which a level can next change; nothing is "not judged yet".
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-28T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "the levels"

WORKERS = """
CREATE TABLE qualification (
    worker_id uuid NOT NULL REFERENCES worker (id),
    id uuid NOT NULL,
    key text,
    name text NOT NULL,
    issuer text NOT NULL,
    issued_on date NOT NULL,
    expires_on date,
    proof_id uuid,
    state smallint NOT NULL,
    entered_at timestamptz NOT NULL,
    entered_by uuid NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    decided_why text,
    PRIMARY KEY (worker_id, id)
);
CREATE INDEX qualification_waiting ON qualification (entered_at) WHERE state = 1;
CREATE INDEX qualification_ending ON qualification (expires_on) WHERE state = 2;
CREATE INDEX qualification_proven ON qualification (proof_id);
CREATE TABLE experience (
    worker_id uuid NOT NULL REFERENCES worker (id),
    id uuid NOT NULL,
    company_id int4 NOT NULL REFERENCES company (id),
    trade smallint NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    days int4 NOT NULL,
    foreman_days int4 NOT NULL,
    leader_days int4 NOT NULL,
    certified_at timestamptz NOT NULL,
    certified_by uuid NOT NULL,
    PRIMARY KEY (worker_id, id)
);
CREATE INDEX experience_of_company ON experience (company_id);
CREATE TABLE standing (
    worker_id uuid NOT NULL,
    field text NOT NULL,
    reached smallint NOT NULL,
    near smallint NOT NULL,
    judged_at timestamptz NOT NULL,
    PRIMARY KEY (worker_id, field)
);
CREATE TABLE evaluation (
    worker_id uuid NOT NULL REFERENCES worker (id),
    field text NOT NULL,
    level smallint NOT NULL,
    evaluated_on date NOT NULL,
    reported_at timestamptz NOT NULL,
    reported_by uuid,
    PRIMARY KEY (worker_id, field, level)
);
CREATE TABLE chosen_field (
    worker_id uuid NOT NULL REFERENCES worker (id),
    field text NOT NULL,
    chosen_at timestamptz NOT NULL,
    PRIMARY KEY (worker_id, field)
);
CREATE TABLE level_application (
    worker_id uuid NOT NULL REFERENCES worker (id),
    id uuid NOT NULL,
    field text NOT NULL,
    level smallint NOT NULL,
    version int4 NOT NULL,
    days int4 NOT NULL,
    foreman_days int4 NOT NULL,
    qualifications text[] NOT NULL,
    filed_at timestamptz NOT NULL,
    granted bool,
    decided_at timestamptz,
    decided_by uuid,
    decided_why text,
    PRIMARY KEY (worker_id, id)
);
CREATE UNIQUE INDEX level_application_open ON level_application (worker_id, field, level) WHERE granted IS NULL;
CREATE INDEX level_application_waiting ON level_application (filed_at) WHERE granted IS NULL;
ALTER TABLE career ADD COLUMN next_look int4;
"""

STANDARDS = """
CREATE TABLE criteria_version (
    field text NOT NULL,
    version int4 NOT NULL,
    valid_from date NOT NULL,
    document text NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposed_by uuid NOT NULL,
    preview text,
    approved bool,
    decided_at timestamptz,
    decided_by uuid,
    decided_why text,
    judged_at timestamptz,
    PRIMARY KEY (field, version)
);
CREATE TABLE allowance (
    company_id int4 NOT NULL REFERENCES company (id),
    valid_from date NOT NULL,
    per text NOT NULL,
    yen int4[] NOT NULL,
    told_at timestamptz NOT NULL,
    told_by uuid NOT NULL,
    PRIMARY KEY (company_id, valid_from)
);
"""


async def create() -> None:
    for script in (WORKERS, STANDARDS):
        await run_script(script)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
