"""A product of its own, with a town, for tests that kill."""

import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from backend.devices.service import forget_remembered
from backend.kit import database
from tests.kill.group import PROC, Group
from tests.product import ROOT
from tests.town import Town


@asynccontextmanager
async def connected_to(dsn: str) -> AsyncIterator[None]:
    """Let this process's own services speak to a database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PASSPORT_DSN", dsn)  # Piccolo's engine is made once, from here where it is the first to ask
        engine = database.engine()
    kept, engine.pool = engine.pool, None
    before, engine.config["dsn"] = engine.config["dsn"], dsn
    await database.open_pool(2)
    try:
        yield
    finally:
        await database.close_pool()
        engine.pool, engine.config["dsn"] = kept, before
        forget_remembered()


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A migrated register and the group that serves it, not yet started."""
    if not PROC.exists():
        pytest.skip("looks for processes in /proc")
    made = Group(tmp_path)
    made.server.start()
    try:
        subprocess.run(made.passport("migrate"), env=made.environment(), cwd=ROOT, check=True, capture_output=True)  # noqa: ASYNC221  # nothing else runs
        yield made
    finally:
        made.end()


@pytest.fixture
async def town(group: Group) -> Town:
    """Forty people who may work everywhere, three sites, and eight readers."""
    async with connected_to(group.server.dsn):
        return await Town().build(people=40, places=3, readers=8)
