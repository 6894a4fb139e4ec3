"""What is read for a worker to take away: a statement for each section, each asking for one worker."""

SECTIONS = {
    "worker": "SELECT worker_number, name, name_kana, name_latin, birth_date, prefecture, level, main_trade, "
    "registered_on FROM worker WHERE id = $1",
    "trades": "SELECT trade, main FROM worker_trade WHERE worker_id = $1 ORDER BY main DESC, trade",
    "employments": "SELECT c.company_number, c.name AS company, e.since, e.until, e.main FROM employment e "
    "JOIN company c ON c.id = e.company_id WHERE e.worker_id = $1 ORDER BY e.since",
    "cards": "SELECT card_serial, level, issued_on, expires_on, revoked_at FROM card WHERE worker_id = $1 "
    "ORDER BY issued_on",
    "values": "SELECT item, value, state, kept_at FROM worker_item WHERE worker_id = $1 ORDER BY id",
    "offers": "SELECT c.company_number, c.name AS company, o.since, o.main, o.by_worker, o.offered_at, o.accepted, o.decided_at "
    "FROM employment_offer o JOIN company c ON c.id = o.company_id WHERE o.worker_id = $1 ORDER BY o.offered_at",
    "card_orders": "SELECT reason, level, ordered_at, issued_at, expires_on, parcel_number, sent_at, cancelled_at "
    "FROM card_order WHERE worker_id = $1 ORDER BY ordered_at",
    "card_notices": "SELECT card_serial, months, told_at FROM card_notice WHERE worker_id = $1 ORDER BY told_at",
    "applications": """
SELECT a.receipt, a.kind, a.state, a.given, c.name AS proxy, a.begun_at, a.sent_at, a.decided_at,
       (SELECT json_agg(json_build_object('step', s.step, 'at', s.taken_at, 'items', s.items, 'why', s.why) ORDER BY s.id)::text
        FROM application_step s WHERE s.application_id = a.id) AS steps
FROM application a LEFT JOIN company c ON c.id = a.proxy_company_id WHERE a.worker_id = $1 ORDER BY a.begun_at
""",
    "assignments": """
SELECT s.site_number, s.name AS site, e.name AS employer, f.name AS first_tier, p.name AS prime, a.tier, a.position,
       a.trade, a.content, a.harmful, a.certificates, a.insurance, a.first_on, a.last_on, a.registered_at
FROM assignment a JOIN site s ON s.id = a.site_id JOIN company p ON p.id = s.prime_company_id
JOIN company e ON e.id = a.company_id LEFT JOIN company f ON f.id = a.first_tier_company_id
WHERE a.worker_id = $1 ORDER BY a.id
""",
    "work_days": """
SELECT d.work_date, s.site_number, s.name AS site, e.name AS employer, f.name AS first_tier, p.name AS prime, a.tier,
       a.position, a.trade, a.content, a.harmful, a.certificates, a.insurance, d.entry_at, d.exit_at, d.acted_at,
       d.received_at, d.recognised_on, d.approved_on, d.evidence, d.taps
FROM work_day d JOIN site s ON s.id = d.site_id JOIN company p ON p.id = s.prime_company_id
JOIN assignment a ON a.worker_id = d.worker_id AND a.id = d.assignment_id
JOIN company e ON e.id = a.company_id LEFT JOIN company f ON f.id = a.first_tier_company_id
WHERE d.worker_id = $1 ORDER BY d.work_date, d.entry_at
""",
    "held_days": "SELECT work_date, site_number, reason, waiting, at, received_at, evidence, until FROM held_day "
    "WHERE worker_id = $1 ORDER BY work_date",
    "lone_exits": "SELECT s.site_number, e.exit_at FROM exit_waiting e JOIN site s ON s.id = e.site_id "
    "WHERE e.worker_id = $1 ORDER BY e.exit_at",
    "month_totals": "SELECT month, trade, position, bit_count(day_mask::bit(32))::int AS days FROM month_total "
    "WHERE worker_id = $1 ORDER BY month, trade, position",
    "career": "SELECT days, records, first_on, last_on FROM career WHERE worker_id = $1",
    "claims": """
SELECT c.id, CASE c.kind WHEN 1 THEN 'missedDay' WHEN 2 THEN 'wrongTimes' WHEN 3 THEN 'notThere' ELSE 'somethingElse' END AS kind,
       c.work_date, s.site_number, s.name AS site, c.entry_at, c.exit_at, c.why, c.claimed_at, c.approved, c.decided_at,
       c.decided_why
FROM claim c JOIN site s ON s.id = c.site_id WHERE c.worker_id = $1 ORDER BY c.claimed_at
""",
    "corrections": """
SELECT c.work_date, s.site_number, s.name AS site, c.corrected_at, p.name AS prime, c.why, c.taken_away, c.entry_at,
       c.exit_at, c.old_entry_at, c.old_exit_at
FROM correction c JOIN site s ON s.id = c.site_id JOIN company p ON p.id = s.prime_company_id
WHERE c.worker_id = $1 ORDER BY c.corrected_at
""",
    "qualifications": """
SELECT key, name, issuer, issued_on, expires_on, proof_id IS NOT NULL AS proof,
       CASE state WHEN 1 THEN 'waiting' WHEN 2 THEN 'confirmed' ELSE 'refused' END AS state, entered_at, decided_at, decided_why
FROM qualification WHERE worker_id = $1 ORDER BY issued_on, id
""",
    "experience": """
SELECT e.trade, e.first_on, e.last_on, e.days, e.foreman_days, e.leader_days, c.company_number, c.name AS company, e.certified_at
FROM experience e JOIN company c ON c.id = e.company_id WHERE e.worker_id = $1 ORDER BY e.first_on, e.id
""",
    "standings": "SELECT field, reached, near, judged_at FROM standing WHERE worker_id = $1 ORDER BY field",
    "evaluations": "SELECT field, level, evaluated_on, reported_at FROM evaluation WHERE worker_id = $1 "
    "ORDER BY field, level",
    "level_applications": "SELECT field, level, version, days, foreman_days, qualifications, filed_at, granted, decided_at, "
    "decided_why FROM level_application WHERE worker_id = $1 ORDER BY filed_at, id",
    "chosen_fields": "SELECT field, chosen_at FROM chosen_field WHERE worker_id = $1 ORDER BY chosen_at, field",
    "events": "SELECT id, kind, body FROM event WHERE worker_id = $1 ORDER BY id",
    "notices": """
SELECT n.event_id AS id, n.kind, n.made_at, n.facts,
       (SELECT count(*) FROM delivery d
        WHERE d.recipient = n.recipient AND d.event_id = n.event_id AND d.state = 2) AS delivered
FROM notice n WHERE n.recipient = $1 ORDER BY n.made_at, n.event_id
""",
    "addresses": "SELECT channel, CASE WHEN channel = 1 THEN NULL ELSE target END AS target, name, made_at, confirmed_at, "
    "reached_at, ended_at, ended_why FROM address WHERE recipient = $1 ORDER BY made_at",
    "notice_settings": "SELECT language, quiet_from, quiet_until, digest_at, daily, off FROM notice_setting "
    "WHERE recipient = $1",
    "passkeys": "SELECT p.name, p.synced, p.created_at, p.used_at, p.stopped_at FROM passkey p "
    "JOIN account a ON a.id = p.account_id WHERE a.worker_id = $1 ORDER BY p.created_at",
    "consents": "SELECT c.kind, c.version, c.at FROM consent c JOIN account a ON a.id = c.account_id "
    "WHERE a.worker_id = $1 ORDER BY c.at",
    "views": "SELECT day, purpose, role, first_at FROM view_log WHERE worker_id = $1 ORDER BY first_at",
    "pass_keys": "SELECT audience, made_at, certified_until, ended_at FROM pass_key WHERE worker_id = $1 "
    "ORDER BY made_at",
    "pass_checks": """
SELECT k.instant AS shown_at, k.audience, k.checked_at, k.role, coalesce(c.name, s.name) AS organisation
FROM pass_check k LEFT JOIN company c ON k.organisation_kind = 'company' AND c.id = k.organisation_id
LEFT JOIN site s ON k.organisation_kind = 'site' AND s.id = k.organisation_id
WHERE k.worker_id = $1 ORDER BY k.checked_at
""",
    "recoveries": "SELECT attested_at, opens_at, expires_at, cancelled_at, finished_at FROM recovery "
    "WHERE worker_id = $1 ORDER BY attested_at",
    "sessions": "SELECT s.created_at, s.expires_at FROM session s JOIN account a ON a.id = s.account_id "
    "WHERE a.worker_id = $1 ORDER BY s.created_at",
}
"""By section of the take-away; the raw touches stay with the readers they came from."""
