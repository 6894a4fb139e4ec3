"""Journeys use the phones of the browser tests."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import chromium, new_phone, phone
from tests.conftest import RunSample
from tests.product import Product, free_port

__all__ = ["chromium", "new_phone", "phone"]


@pytest.fixture(scope="module")
def told(run_sample: RunSample) -> Iterator[tuple[Product, int]]:
    """The product, which may push to a port of this machine."""
    port = free_port()
    with run_sample(environment={"PASSPORT_PUSH_INSIDE": f"http://127.0.0.1:{port}"}) as product:
        yield product, port
