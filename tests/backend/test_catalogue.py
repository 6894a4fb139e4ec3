"""The schema fits Citus: read from PostgreSQL's own catalogue, so a later migration cannot forget it."""

from pathlib import Path

import pytest

from backend.kit import clock, database

pytestmark = pytest.mark.usefixtures("rolled_back")

REFERENCE = {"counter", "company", "site", "reader", "card_lookup", "worker_number", "sample_person", "event_cursor"}
REFERENCE |= {"worker_merge", "worker_removal", "person_proof"}
REFERENCE |= {"company_item", "company_class", "company_renewal", "company_notice", "relief"}
REFERENCE |= {"criteria_version", "allowance"}
REFERENCE |= {"site_change", "site_place", "site_delegation", "site_tier", "standing_agreement", "structure_pattern"}
LOCAL = {"account", "session", "migration", "passkey", "challenge", "consent", "role_grant"}
LOCAL |= {"enrolment_code", "recovery", "invitation", "help_code", "pass_key"}
LOCAL |= {"letter", "link_code"}
LOCAL |= {"proof", "application", "application_step", "application_consent", "import_run", "export", "office_view"}
DISTRIBUTED_BY = {
    "worker": "id",
    "worker_trade": "worker_id",
    "worker_item": "worker_id",
    "employment": "worker_id",
    "employment_offer": "worker_id",
    "card_order": "worker_id",
    "card_notice": "worker_id",
    "card": "worker_id",
    "assignment": "worker_id",
    "work_day": "worker_id",
    "month_total": "worker_id",
    "career": "worker_id",
    "held_day": "worker_id",
    "exit_waiting": "worker_id",
    "event": "worker_id",
    "card_code": "worker_id",
    "view_log": "worker_id",
    "pass_check": "worker_id",
    "claim": "worker_id",
    "correction": "worker_id",
    "inbox_read": "worker_id",
    "qualification": "worker_id",
    "experience": "worker_id",
    "standing": "worker_id",
    "evaluation": "worker_id",
    "chosen_field": "worker_id",
    "level_application": "worker_id",
    "notice_setting": "recipient",
    "address": "recipient",
    "notice": "recipient",
    "delivery": "recipient",
    "postcard": "recipient",
    "site_day": "site_id",
    "tap": "reader_id",
    "tap_verdict": "reader_id",
    "tap_waiting": "reader_id",
    "reader_clock": "reader_id",
    "reader_session": "reader_id",
}

TABLES = """
SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
"""
UNIQUE = """
SELECT c.relname, array_agg(a.attname::text)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
GROUP BY c.relname, i.indexrelid
"""
FOREIGN = """
SELECT f.relname AS from_table, t.relname AS to_table,
       (SELECT array_agg(attname::text) FROM pg_attribute
        WHERE attrelid = k.conrelid AND attnum = ANY (k.conkey)) AS columns
FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
WHERE k.contype = 'f' AND NOT f.relispartition
"""


async def test_every_table_has_its_place_on_the_nodes() -> None:
    names = {row["relname"] for row in await database.fetch(TABLES)}
    assert names == REFERENCE | LOCAL | set(DISTRIBUTED_BY)


async def test_every_unique_key_of_a_distributed_table_holds_its_distribution_column() -> None:
    keys = [(row[0], set(row[1])) for row in await database.fetch(UNIQUE)]
    assert {name for name, _ in keys} >= set(DISTRIBUTED_BY), "every distributed table has a key"
    wrong = [(name, columns) for name, columns in keys if DISTRIBUTED_BY.get(name) not in {None, *columns}]
    assert not wrong


async def test_no_trigger_exclusion_serial_or_identity_stands_on_any_table() -> None:
    triggers = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    exclusions = "SELECT conname FROM pg_constraint WHERE contype = 'x'"
    generated = (
        "SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'migration' "
        "AND (a.attidentity <> '' OR (a.atthasdef AND pg_get_expr((SELECT adbin FROM pg_attrdef d "
        "WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum), a.attrelid) LIKE 'nextval%'))"
    )
    for statement in (triggers, exclusions, generated):
        assert not await database.fetch(statement)


async def test_foreign_keys_lead_only_to_co_located_or_reference_tables() -> None:
    for row in await database.fetch(FOREIGN):
        to_reference = row["to_table"] in REFERENCE
        co_located = row["to_table"] == "worker" and row["columns"] == ["worker_id"]
        assert to_reference or co_located, dict(row)


async def test_ids_come_from_the_application() -> None:
    defaults = await database.fetch(
        "SELECT c.relname FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'migration'"
    )
    assert not defaults


@pytest.mark.parametrize("table", ["work_day", "event"])
async def test_partitions_reach_24_months_ahead(table: str) -> None:
    (row,) = await database.fetch(
        "SELECT count(*) FROM pg_inherits WHERE inhparent = $1::regclass AND inhrelid::regclass::text >= $2",
        table,
        f"{table}_{clock.japan_date(clock.now()):%Y%m}",
    )
    assert row[0] >= 25


async def test_big_tables_are_written_only_by_explicit_statements() -> None:
    """Piccolo's save, remove, refresh and get_or_create would touch all rows of a composite key's first column."""
    backend = Path(__file__).parents[2] / "backend"
    forbidden = (".save(", ".remove(", ".refresh(", ".get_or_create(")
    found = [
        (path.name, word) for path in backend.rglob("*.py") for word in forbidden if word in path.read_text("utf-8")
    ]
    pictures = [("looking.py", ".save(")]
    assert found == pictures
