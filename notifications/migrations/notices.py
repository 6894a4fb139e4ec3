"""Notices: settings and addresses of recipients, what they are told, each delivery and its outcome, letters.

Everything lies with its recipient.  `delivery_due` is the queue, where what is
leased is due again when its lease ends; what left the queue is kept as it ended.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-27T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "notices"

NOTICES = """
CREATE TABLE notice_setting (
    recipient uuid PRIMARY KEY,
    language text NOT NULL,
    quiet_from smallint NOT NULL,
    quiet_until smallint NOT NULL,
    digest_at smallint NOT NULL,
    daily smallint[] NOT NULL,
    off smallint[] NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE TABLE address (
    recipient uuid NOT NULL,
    id uuid NOT NULL,
    channel smallint NOT NULL,
    target text NOT NULL,
    target_hash bytea NOT NULL,
    keys text NOT NULL,
    name text,
    account_id uuid,
    session text,
    made_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    reached_at timestamptz,
    ended_at timestamptz,
    ended_why text,
    PRIMARY KEY (recipient, id)
);
CREATE INDEX address_with_target ON address (target_hash) WHERE ended_at IS NULL;
CREATE INDEX address_with_id ON address (id);
CREATE TABLE notice (
    recipient uuid NOT NULL,
    event_id uuid NOT NULL,
    recipient_kind smallint NOT NULL,
    kind smallint NOT NULL,
    about text NOT NULL,
    facts text NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (recipient, event_id)
);
CREATE INDEX notice_made ON notice (made_at);
CREATE INDEX notice_of_company ON notice (made_at) WHERE recipient_kind = 3;
CREATE TABLE postcard (
    recipient uuid NOT NULL,
    event_id uuid NOT NULL,
    printed_at timestamptz NOT NULL,
    PRIMARY KEY (recipient, event_id)
);
CREATE TABLE delivery (
    recipient uuid NOT NULL,
    event_id uuid NOT NULL,
    address_id uuid NOT NULL,
    channel smallint NOT NULL,
    state smallint NOT NULL,
    urgent bool NOT NULL,
    digest bool NOT NULL,
    about text NOT NULL,
    due_at timestamptz NOT NULL,
    attempts smallint NOT NULL,
    said text,
    ended_at timestamptz,
    PRIMARY KEY (recipient, event_id, address_id)
) WITH (fillfactor = 70);
CREATE INDEX delivery_due ON delivery (urgent DESC, due_at) WHERE state IN (0, 1);
CREATE TABLE letter (
    id uuid PRIMARY KEY,
    title text NOT NULL,
    body text NOT NULL,
    audience text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    planned_until uuid,
    planned_at timestamptz,
    told int4 NOT NULL
);
CREATE TABLE link_code (
    code_hash bytea PRIMARY KEY,
    recipient uuid NOT NULL,
    account_id uuid NOT NULL,
    expires_at timestamptz NOT NULL
);
"""


async def create() -> None:
    await run_script(NOTICES)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="notifications", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
