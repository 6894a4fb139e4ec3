from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from backend.kit import store
from backend.settings import settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("PASSPORT_DATA", str(tmp_path))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


async def test_a_file_is_kept_read_in_pieces_and_dropped(folder: Path) -> None:
    large = folder / "large"
    large.write_bytes(bytes(range(256)) * 4096)
    await store.keep("exports/one", large, "text/csv")
    pieces = [piece async for piece in store.read("exports/one")]
    assert b"".join(pieces) == large.read_bytes()
    assert len(pieces) > 1
    await store.keep("exports/one", b"two", "text/csv")
    assert [piece async for piece in store.read("exports/one")] == [b"two"]
    await store.drop("exports/one")
    await store.drop("exports/one")
    assert not await store.is_kept("exports/one")
    with pytest.raises(store.FileGoneError):
        await anext(store.read("exports/one"))


@pytest.mark.parametrize("name", ["../outside", "a/../../outside"])
async def test_no_name_leads_out_of_the_folder(folder: Path, name: str) -> None:
    with suppress(ValueError, OSError):
        await store.keep(name, b"x", "text/plain")
    assert not (folder / "outside").exists()
    assert not (folder.parent / "outside").exists()
