"""Keys in files: each use its own, found by their ids, old ones too."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from backend.kit.key_files import KeyFiles, compressed, uncompressed

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def _points(*keys: EllipticCurvePublicKey) -> list[bytes]:
    return [uncompressed(key) for key in keys]


def test_an_old_key_is_found_by_its_id_after_another_was_made(tmp_path: Path) -> None:
    files = KeyFiles(tmp_path, "push", 4)
    first = files.newest()
    files.rotate(AT + timedelta(days=3650))
    found = files.find(first.id)
    assert found is not None
    assert files.newest().id != found.id
    assert _points(found.key.public_key()) == _points(first.key.public_key())


def test_a_key_that_is_not_here_is_not_found_and_none_is_made_for_it(tmp_path: Path) -> None:
    assert KeyFiles(tmp_path, "push", 4).find(b"none") is None
    assert list(tmp_path.iterdir()) == []


def test_each_use_has_keys_of_its_own_in_the_same_folder(tmp_path: Path) -> None:
    push, passes = KeyFiles(tmp_path, "push", 4), KeyFiles(tmp_path, "pass", 2)
    assert push.newest().key.public_key() != passes.newest().key.public_key()
    assert push.find(passes.newest().id) is None
    assert [len(key.id) for key in (*push.public(), *passes.public())] == [4, 2]


def test_a_public_half_is_that_of_the_private_one(tmp_path: Path) -> None:
    files = KeyFiles(tmp_path, "push", 4)
    (public,) = files.public()
    assert _points(public.key) == _points(files.newest().key.public_key())
    assert (len(compressed(public.key)), len(uncompressed(public.key))) == (33, 65)
    assert public.id == files.newest().id
