"""The register's keys: made once, readable by their owner, newest first, the old ones published still."""

import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key

from backend.passes import keys

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ASK = """
import sys
from pathlib import Path
from backend.passes import keys
print(keys.signing_key(Path(sys.argv[1])).id.hex())
"""


def test_processes_that_start_together_make_one_key(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    command = [sys.executable, "-c", ASK, str(folder)]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    said = {process.communicate()[0].strip() for process in started}
    assert said == {keys.published(folder)[0].id.hex()}
    assert len(list(folder.glob("*.key.pem"))) == 1


def test_threads_that_ask_at_once_make_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(curve: SECP256R1) -> EllipticCurvePrivateKey:
        time.sleep(0.05)
        return generate_private_key(curve)

    monkeypatch.setattr("backend.kit.key_files.generate_private_key", slowly)
    with ThreadPoolExecutor(8) as pool:
        said = set(pool.map(lambda _: keys.signing_key(tmp_path).id, range(8)))
    assert len(said) == len(list(tmp_path.glob("*.key.pem"))) == 1


def test_the_private_half_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    keys.signing_key(folder)
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.glob("*.key.pem")] == [0o600]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_new_key_signs_at_once_and_the_old_one_stays_published(tmp_path: Path) -> None:
    first = keys.signing_key(tmp_path)
    made = keys.rotate(tmp_path, NOW + timedelta(days=365))
    assert keys.signing_key(tmp_path).id == made.id != first.id
    assert [key.id for key in keys.published(tmp_path)] == [made.id, first.id]
    assert made.since == NOW + timedelta(days=365)


def test_where_a_private_half_is_lost_another_is_made_and_the_old_public_half_stays(tmp_path: Path) -> None:
    first = keys.signing_key(tmp_path)
    for path in tmp_path.glob("*.key.pem"):
        path.unlink()
    assert keys.signing_key(tmp_path).id != first.id
    assert {key.id for key in keys.published(tmp_path)} >= {first.id}
    assert len(keys.published(tmp_path)) == 2
