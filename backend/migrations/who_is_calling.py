"""Who is calling: passkeys, codes and invitations, roles, consents, recoveries, and who looked at whom."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-24T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "who is calling"

ACCOUNTS = """
ALTER TABLE account ADD COLUMN name text;
CREATE UNIQUE INDEX account_of_worker ON account (worker_id);
ALTER TABLE session ADD COLUMN device text;
ALTER TABLE session ADD COLUMN credential_id bytea;
CREATE INDEX session_of_account ON session (account_id);
CREATE TABLE passkey (
    credential_id bytea PRIMARY KEY,
    account_id uuid NOT NULL,
    public_key bytea NOT NULL,
    sign_count int8 NOT NULL,
    name text NOT NULL,
    synced bool NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    stopped_at timestamptz
);
CREATE INDEX passkey_of_account ON passkey (account_id);
CREATE TABLE challenge (
    challenge bytea PRIMARY KEY,
    purpose smallint NOT NULL,
    account_id uuid,
    admission_id uuid,
    browser_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE TABLE consent (
    account_id uuid NOT NULL,
    kind text NOT NULL,
    version smallint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (account_id, kind, version)
);
CREATE TABLE role_grant (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    organisation_kind text NOT NULL,
    organisation_id int4 NOT NULL,
    role text NOT NULL,
    first_on date NOT NULL,
    last_on date,
    granted_by uuid,
    granted_at timestamptz NOT NULL
);
CREATE INDEX role_grant_of_account ON role_grant (account_id);
CREATE INDEX role_grant_at ON role_grant (organisation_kind, organisation_id);
"""

ADMISSIONS = """
CREATE TABLE enrolment_code (
    worker_id uuid PRIMARY KEY,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL,
    given_by uuid,
    given_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE TABLE recovery (
    id uuid PRIMARY KEY,
    worker_id uuid NOT NULL,
    account_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL,
    attested_by uuid NOT NULL,
    attested_at timestamptz NOT NULL,
    opens_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    cancelled_at timestamptz,
    finished_at timestamptz
);
CREATE INDEX recovery_of_worker ON recovery (worker_id);
CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    invited_by uuid,
    invited_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
"""

WORKERS = """
CREATE TABLE card_code (
    worker_id uuid PRIMARY KEY,
    digits_hash bytea NOT NULL,
    set_at timestamptz NOT NULL
);
CREATE TABLE view_log (
    worker_id uuid NOT NULL,
    day date NOT NULL,
    viewer_id uuid NOT NULL,
    purpose text NOT NULL,
    role text NOT NULL,
    organisation_kind text NOT NULL,
    organisation_id int4 NOT NULL,
    first_at timestamptz NOT NULL,
    PRIMARY KEY (worker_id, day, viewer_id, purpose)
);
CREATE TABLE worker_removal (
    worker_id uuid PRIMARY KEY,
    removed_at timestamptz NOT NULL
);
CREATE TABLE worker_merge (
    worker_id uuid PRIMARY KEY,
    into_worker_id uuid NOT NULL,
    merged_at timestamptz NOT NULL
);
CREATE INDEX worker_merge_into ON worker_merge (into_worker_id);
"""


async def create() -> None:
    for script in (ACCOUNTS, ADMISSIONS, WORKERS):
        await run_script(script)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
