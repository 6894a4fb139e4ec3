"""One PostgreSQL for the whole run, one throw-away database in it, and a transaction per test that is rolled back."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
import hypothesis
import pytest

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")
os.environ["PASSPORT_MODE"] = "sample"
os.environ["PASSPORT_PEPPER"] = "of the tests"

from backend.history.rules import work_date
from backend.kit import clock
from passport import postgres
from tests.product import Product, load_sample, run_product

# A machine that does something else meanwhile is no mistake of the code's.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL: that of PASSPORT_TEST_DSN, or the embedded one in a throw-away folder."""
    given = os.environ.get("PASSPORT_TEST_DSN")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder, postgres.running(Path(folder)) as dsn:
        yield dsn


async def _run_on(dsn: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _with_database(dsn: str, name: str) -> str:
    parts = urlsplit(dsn)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc}/{name}{query}"


@pytest.fixture(scope="session")
def template(server: str) -> Iterator[tuple[str, str]]:
    """A migrated, empty database: the server's address and the database's name."""
    name = f"passport_{uuid4().hex[:12]}"
    asyncio.run(_run_on(server, f"CREATE DATABASE {name}"))
    from backend.kit.migrations import migrate
    from backend.settings import settings

    settings.cache_clear()  # a test without a database may have read them before
    asyncio.run(migrate(_with_database(server, name)))
    yield server, name
    asyncio.run(_run_on(server, f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def copied(template: tuple[str, str]) -> Iterator[str]:
    server, empty = template
    name = f"passport_{uuid4().hex[:12]}"
    asyncio.run(_run_on(server, f"CREATE DATABASE {name} TEMPLATE {empty}"))
    yield _with_database(server, name)
    asyncio.run(_run_on(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def dsn(template: tuple[str, str]) -> Iterator[str]:
    """The address of the migrated database that tests roll back in."""
    with copied(template) as address:
        os.environ["PASSPORT_DSN"] = address
        yield address


@pytest.fixture
def own_dsn(template: tuple[str, str]) -> Iterator[str]:
    """A migrated database of this test alone, for tests that commit."""
    with copied(template) as address:
        yield address


RunSample = Callable[..., AbstractContextManager[Product]]
"""Runs the product on a copy of the sample people; takes what `run_product` takes besides their database and keys."""


@pytest.fixture(scope="session")
def run_sample(template: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunSample]:
    """The sample people, loaded once a work date, since their days end with yesterday; each product has a copy."""
    server, _ = template
    loaded: dict[date, tuple[str, Path]] = {}
    with ExitStack() as kept:

        def sample() -> tuple[str, Path]:
            today = work_date(clock.now())
            if today not in loaded:
                address, keys = kept.enter_context(copied(template)), tmp_path_factory.mktemp("sample")
                load_sample(address, keys)
                loaded[today] = urlsplit(address).path[1:], keys
            return loaded[today]

        @contextmanager
        def run(**options: Any) -> Iterator[Product]:
            name, keys = sample()
            folder = tmp_path_factory.mktemp("product")
            with copied((server, name)) as address, run_product(address, folder, keys=keys, **options) as running:
                yield running

        yield run


@pytest.fixture(scope="module")
def product(run_sample: RunSample) -> Iterator[Product]:
    """The running product, of a module of tests alone."""
    with run_sample() as running:
        yield running


@pytest.fixture(scope="session")
async def pool(dsn: str) -> AsyncIterator[None]:
    """The connections of the rolling-back tests."""
    from piccolo.engine.finder import engine_finder

    from backend.kit import database

    engine = engine_finder()
    assert engine is not None
    engine.config["dsn"] = dsn  # type: ignore[attr-defined]  # the finder's base class does not tell
    await database.open_pool()
    yield
    await database.close_pool()


@pytest.fixture
async def rolled_back(pool: None) -> AsyncIterator[None]:
    """A transaction around the test, which everything in it joins."""
    from backend.kit import database

    transaction = database.engine().transaction()
    await transaction.__aenter__()
    yield
    await transaction.rollback()  # type: ignore[no-untyped-call]  # Piccolo's
    await transaction.__aexit__(None, None, None)


@pytest.fixture
async def committed(own_dsn: str) -> AsyncIterator[str]:
    """A pool on a database of this test alone: what is committed there stays until the test ends."""
    from backend.devices.service import forget_remembered
    from backend.kit import database

    engine = database.engine()
    kept, engine.pool = engine.pool, None
    before = dict(engine.config)
    engine.config["dsn"] = own_dsn
    await database.open_pool(12)
    yield own_dsn
    await database.close_pool()
    engine.pool, engine.config["dsn"] = kept, before["dsn"]
    forget_remembered()


@pytest.fixture
async def client(rolled_back: None) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, in the test's own transaction."""
    from backend.app import create_app
    from backend.devices.service import forget_remembered
    from backend.kit.limits import OwnLimits
    from backend.kit.signals import OwnSignals
    from backend.passport.live import Watching
    from backend.taps.gathering import Gathering

    app = create_app()
    app.state.gathering = Gathering(writers=1)
    app.state.limits = OwnLimits()
    app.state.watching = Watching(OwnSignals())
    forget_remembered()
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=cast("Any", app), client=("127.0.0.1", 50000)),
        base_url="http://localhost:8000",
    ) as made:
        yield made
    forget_remembered()
