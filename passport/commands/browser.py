"""`passport browser`: a browser for the tests is there, or it is said how to get one."""

import argparse
import os
import sys

from passport import browser


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Look, install where we may, and look again."""
    if not (_is_complete() and browser.has_redis()) and browser.can_install():
        print("Installing Chromium, fonts and Redis from Debian: about a minute.", flush=True)
        browser.install()
    if _is_complete():
        return os.EX_OK
    print(f"The tests need Chromium and fonts of all our languages; {browser.how_to_get()}", file=sys.stderr)
    return os.EX_UNAVAILABLE


def _is_complete() -> bool:
    return browser.find_chromium() is not None and browser.has_fonts()
