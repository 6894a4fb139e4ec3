"""The register: items, proofs, employment offers, card orders, relief, structure, applications."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.kit.database import run_script

ID = "2026-11-26T00:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "the register"

PROOFS = """
CREATE TABLE proof (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    digest bytea NOT NULL,
    media_type text NOT NULL,
    size int4 NOT NULL,
    width int4,
    height int4,
    account_id uuid NOT NULL,
    taken_at timestamptz NOT NULL
);
CREATE INDEX proof_of_account ON proof (account_id);
"""

PEOPLE = """
ALTER TABLE worker ADD COLUMN form smallint;
CREATE INDEX worker_alike ON worker (birth_date, name_kana);
CREATE TABLE worker_item (
    worker_id uuid NOT NULL REFERENCES worker (id),
    item text NOT NULL,
    id uuid NOT NULL,
    value text,
    state smallint NOT NULL,
    proof_id uuid,
    kept_at timestamptz NOT NULL,
    kept_by uuid,
    application_id uuid,
    PRIMARY KEY (worker_id, item, id)
);
CREATE TABLE person_proof (
    key bytea PRIMARY KEY,
    worker_id uuid NOT NULL
);
CREATE INDEX person_proof_of_worker ON person_proof (worker_id);
CREATE TABLE employment_offer (
    worker_id uuid NOT NULL REFERENCES worker (id),
    id uuid NOT NULL,
    company_id int4 NOT NULL REFERENCES company (id),
    since date NOT NULL,
    main bool NOT NULL,
    by_worker bool NOT NULL,
    offered_at timestamptz NOT NULL,
    offered_by uuid NOT NULL,
    accepted bool,
    decided_at timestamptz,
    decided_by uuid,
    PRIMARY KEY (worker_id, id)
);
CREATE INDEX employment_offer_waiting ON employment_offer (company_id) WHERE accepted IS NULL;
CREATE TABLE card_order (
    worker_id uuid NOT NULL REFERENCES worker (id),
    id uuid NOT NULL,
    reason smallint NOT NULL,
    level smallint NOT NULL,
    ordered_at timestamptz NOT NULL,
    ordered_by uuid,
    card_serial text,
    issued_at timestamptz,
    expires_on date,
    parcel_number text,
    sent_at timestamptz,
    cancelled_at timestamptz,
    PRIMARY KEY (worker_id, id)
);
CREATE TABLE card_notice (
    worker_id uuid NOT NULL REFERENCES worker (id),
    card_serial text NOT NULL,
    months smallint NOT NULL,
    expires_on date NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (worker_id, card_serial, months)
);
CREATE INDEX card_notice_until ON card_notice (expires_on);
CREATE INDEX card_until ON card (expires_on) WHERE revoked_at IS NULL;
CREATE INDEX card_order_by_id ON card_order (id);
CREATE INDEX card_order_waiting ON card_order (ordered_at) WHERE issued_at IS NULL AND cancelled_at IS NULL;
"""

COMPANIES = """
ALTER TABLE company ADD COLUMN address text;
ALTER TABLE company ADD COLUMN licence_number text;
ALTER TABLE company ADD COLUMN licence_expires_on date;
CREATE INDEX company_expiring ON company (expires_on);
CREATE TABLE company_item (
    company_id int4 NOT NULL REFERENCES company (id),
    item text NOT NULL,
    id uuid NOT NULL,
    value text,
    state smallint NOT NULL,
    proof_id uuid,
    kept_at timestamptz NOT NULL,
    kept_by uuid,
    application_id uuid,
    PRIMARY KEY (company_id, item, id)
);
CREATE TABLE company_class (
    company_id int4 NOT NULL REFERENCES company (id),
    since date NOT NULL,
    class smallint NOT NULL,
    PRIMARY KEY (company_id, since)
);
CREATE TABLE company_renewal (
    company_id int4 NOT NULL REFERENCES company (id),
    old_expires_on date NOT NULL,
    new_expires_on date NOT NULL,
    renewed_at timestamptz NOT NULL,
    application_id uuid,
    PRIMARY KEY (company_id, old_expires_on)
);
CREATE TABLE company_notice (
    company_id int4 NOT NULL REFERENCES company (id),
    expires_on date NOT NULL,
    months smallint NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, expires_on, months)
);
CREATE TABLE relief (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    what smallint NOT NULL,
    prefectures int4[] NOT NULL,
    by_site_office bool NOT NULL,
    by_company bool NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    until date NOT NULL,
    source text NOT NULL,
    made_at timestamptz NOT NULL,
    made_by uuid,
    ended_at timestamptz
);
"""

SITES = """
ALTER TABLE site ADD COLUMN area text;
ALTER TABLE site ADD COLUMN address text;
ALTER TABLE site ADD COLUMN office_prefecture smallint;
ALTER TABLE site ADD COLUMN office_address text;
ALTER TABLE site ADD COLUMN client text;
ALTER TABLE site ADD COLUMN public_client bool;
ALTER TABLE site ADD COLUMN harmful bool;
ALTER TABLE site ADD COLUMN gate_opens time;
ALTER TABLE site ADD COLUMN gate_closes time;
CREATE TABLE site_change (
    site_id int4 NOT NULL REFERENCES site (id),
    id uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid,
    before text NOT NULL,
    PRIMARY KEY (site_id, id)
);
CREATE TABLE site_place (
    site_id int4 NOT NULL REFERENCES site (id),
    id smallint NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    first_on date,
    last_on date,
    PRIMARY KEY (site_id, id)
);
CREATE TABLE site_delegation (
    site_id int4 NOT NULL REFERENCES site (id),
    company_id int4 NOT NULL REFERENCES company (id),
    first_on date NOT NULL,
    last_on date NOT NULL,
    delegated_at timestamptz NOT NULL,
    delegated_by uuid,
    PRIMARY KEY (site_id, company_id, first_on)
);
CREATE TABLE site_tier (
    site_id int4 NOT NULL REFERENCES site (id),
    id uuid NOT NULL,
    upper_id uuid,
    company_id int4 NOT NULL REFERENCES company (id),
    upper_company_id int4 NOT NULL REFERENCES company (id),
    first_tier_company_id int4 NOT NULL REFERENCES company (id),
    tier smallint NOT NULL,
    work text NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by uuid,
    accepted bool,
    decided_at timestamptz,
    decided_by uuid,
    decided_why text,
    ended_at timestamptz,
    PRIMARY KEY (site_id, id)
);
CREATE UNIQUE INDEX site_tier_held ON site_tier (site_id, company_id, upper_company_id)
    WHERE ended_at IS NULL AND accepted IS NOT false;
CREATE INDEX site_tier_of_company ON site_tier (company_id) WHERE ended_at IS NULL;
CREATE TABLE standing_agreement (
    upper_company_id int4 NOT NULL REFERENCES company (id),
    lower_company_id int4 NOT NULL REFERENCES company (id),
    asked_at timestamptz NOT NULL,
    asked_by uuid,
    by_upper bool NOT NULL,
    agreed_at timestamptz,
    agreed_by uuid,
    ended_at timestamptz,
    PRIMARY KEY (upper_company_id, lower_company_id, asked_at)
);
CREATE TABLE structure_pattern (
    id uuid PRIMARY KEY,
    company_id int4 NOT NULL REFERENCES company (id),
    name text NOT NULL,
    tiers text NOT NULL,
    kept_at timestamptz NOT NULL,
    kept_by uuid
);
CREATE INDEX structure_pattern_of_company ON structure_pattern (company_id);
ALTER TABLE tap_waiting ADD COLUMN confirmed_at timestamptz;
ALTER TABLE tap_verdict ADD COLUMN confirmed_at timestamptz;
ALTER TABLE tap_verdict ADD COLUMN confirmed_by uuid;
CREATE INDEX held_day_at_site ON held_day (site_number, work_date);
"""

APPLICATIONS = """
CREATE TABLE application (
    id uuid PRIMARY KEY,
    kind smallint NOT NULL,
    form_version smallint NOT NULL,
    state smallint NOT NULL,
    turn int4 NOT NULL,
    given text NOT NULL,
    proofs uuid[] NOT NULL,
    filed_by uuid NOT NULL,
    proxy_company_id int4 REFERENCES company (id),
    worker_id uuid,
    company_id int4,
    receipt text UNIQUE,
    begun_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    sent_at timestamptz,
    decided_at timestamptz
);
CREATE INDEX application_with_proof ON application USING gin (proofs);
CREATE INDEX application_of_account ON application (filed_by);
CREATE INDEX application_of_proxy ON application (proxy_company_id);
CREATE INDEX application_of_worker ON application (worker_id);
CREATE INDEX application_of_company ON application (company_id);
CREATE INDEX application_in_review ON application (sent_at) WHERE state IN (2, 4);
CREATE TABLE application_step (
    application_id uuid NOT NULL,
    id uuid NOT NULL,
    step smallint NOT NULL,
    taken_at timestamptz NOT NULL,
    taken_by uuid,
    items text NOT NULL,
    why text NOT NULL,
    PRIMARY KEY (application_id, id)
);
CREATE TABLE application_consent (
    application_id uuid NOT NULL,
    id uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    digest bytea NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    given bool,
    answered_at timestamptz,
    device text,
    PRIMARY KEY (application_id, id)
);
CREATE TABLE import_run (
    id uuid PRIMARY KEY,
    kind smallint NOT NULL,
    account_id uuid,
    company_id int4,
    name text NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    rows_read int4 NOT NULL,
    rows_kept int4 NOT NULL,
    rows_refused int4 NOT NULL,
    report_digest bytea
);
CREATE INDEX import_run_of_account ON import_run (account_id);
"""

OFFICE = """
CREATE TABLE export (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    asked text NOT NULL,
    asked_at timestamptz NOT NULL,
    began_at timestamptz,
    ended_at timestamptz,
    failed text,
    name text,
    media_type text,
    size int8,
    rows_written int4,
    digest bytea,
    expires_at timestamptz
);
CREATE INDEX export_of_account ON export (account_id, asked_at);
CREATE INDEX export_waiting ON export (asked_at) WHERE ended_at IS NULL;
CREATE TABLE office_view (
    account_id uuid NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    view text NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, list, name)
);
"""


async def create() -> None:
    for script in (PROOFS, PEOPLE, COMPANIES, SITES, APPLICATIONS, OFFICE):
        await run_script(script)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="backend", description=DESCRIPTION)
    manager.add_raw(create)
    return manager
