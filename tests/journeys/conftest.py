"""Journeys use the phones of the browser tests."""

from tests.browser.conftest import chromium, new_phone, phone

__all__ = ["chromium", "new_phone", "phone"]
