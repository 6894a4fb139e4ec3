"""What one would do without the product: one INSERT of a work day per transaction, by pgbench."""

import re
import subprocess
from pathlib import Path

from passport.postgres import EMBEDDED

TABLE = "CREATE TABLE IF NOT EXISTS bench_day (LIKE work_day INCLUDING ALL)"
DROP = "DROP TABLE IF EXISTS bench_day"
SCRIPT = """\
\\set site random(1, 1000000000)
INSERT INTO bench_day (worker_id, work_date, site_id, entry_at, exit_at, acted_at, received_at, assignment_id,
recognised_on, approved_on, evidence, taps, stamps)
VALUES (gen_random_uuid(), current_date, :site, now(), now(), now(), now(), 1, current_date, current_date, 17, 2, NULL);
"""
_PER_S = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)


def inserts_per_s(dsn: str, folder: Path, connections: int, seconds: float) -> float:
    """Insert for some seconds, each row durable before the next on its connection; the table must exist."""
    script = folder / "insert.sql"
    script.write_text(SCRIPT, encoding="utf-8")
    words = ["-n", "-M", "prepared", "-c", str(connections), "-j", "2", "-T", str(max(1, round(seconds)))]
    command: list[str | Path] = [EMBEDDED.path("pgbench"), *words, "-f", script, dsn]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 60)
    found = _PER_S.search(done.stdout)
    if found is None:
        message = f"pgbench said no rate: {done.stdout}"
        raise ValueError(message)
    return float(found[1])
