"""Where files are kept: a folder, or a bucket that speaks S3.  A file is written whole before anybody knows its name.

The address is PASSPORT_FILES: nothing for the folder `files` of the data folder, or `s3://bucket/prefix` with the usual
AWS_… variables (AWS_ENDPOINT_URL for a store of one's own).
"""

from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from backend.settings import settings

CHUNK = 256 * 1024


class FileGoneError(Exception):
    """Nothing is kept under that name; whoever asked knows what to say."""


@cache
def _store(address: str | None, folder: Path) -> ObjectStore:
    if address is not None:
        return from_url(address)
    return LocalStore(folder / "files", mkdir=True, automatic_cleanup=True)


def _ours() -> ObjectStore:
    return _store(settings().files, settings().data)


async def keep(name: str, content: bytes | Path, media_type: str) -> None:
    """Keep a file under a name, in place of what was there.

    Args:
        name: with slashes, such as `exports/0f3a…`.
        content: the bytes, or a file that may be larger than memory.
        media_type: what the store is told it is; a folder keeps no such thing.
    """
    attributes = None if settings().files is None else {"Content-Type": media_type}
    await obstore.put_async(_ours(), name, content, attributes=attributes)


async def is_kept(name: str) -> bool:
    """Tell whether there is a file of that name."""
    try:
        await obstore.head_async(_ours(), name)
    except FileNotFoundError:
        return False
    return True


async def read(name: str) -> AsyncIterator[bytes]:
    """Give a file in pieces.

    Raises:
        FileGoneError: nothing is kept under that name; raised before the first piece.
    """
    try:
        found = await obstore.get_async(_ours(), name)
    except FileNotFoundError as error:
        raise FileGoneError(name) from error
    async for piece in found.stream(min_chunk_size=CHUNK):
        yield bytes(piece)


async def drop(name: str) -> None:
    """Keep a file no longer; one that is not there is no mistake."""
    try:
        await obstore.delete_async(_ours(), name)
    except FileNotFoundError:
        return
