"""The phone app's page is handed out with a policy that knows what stands in it."""

import base64
import hashlib
import os
from pathlib import Path

import httpx
import msgspec
import pytest

from backend import web
from backend.settings import settings

PAGE = "<script>one()</script><script src='/a.js'></script><style>p { margin: 0 }</style>"


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of an app of its own."""
    ours = msgspec.structs.replace(settings(), pwa=tmp_path)
    monkeypatch.setattr(web, "settings", lambda: ours)
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "sw.js").write_text("on()", encoding="utf-8")
    return tmp_path


async def policy(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    said = (await client.get(path)).headers["content-security-policy"]
    return {kind: rest for kind, _, rest in (each.strip().partition(" ") for each in said.split(";"))}


async def test_the_page_may_run_what_stands_in_it_and_nothing_else(client: httpx.AsyncClient, app: Path) -> None:
    said = await policy(client, "/history/2026-11")
    assert said["script-src"] == f"'self' {hash_of('one()')}"
    assert said["style-src"] == f"'self' {hash_of('p { margin: 0 }')}"
    assert said["default-src"] == "'self'"
    assert "unsafe-inline" not in str(said)


async def test_other_files_may_run_nothing_inside_them(client: httpx.AsyncClient, app: Path) -> None:
    said = await policy(client, "/sw.js")
    assert (said["script-src"], said["style-src"]) == ("'self'", "'self'")


async def test_a_page_that_was_built_anew_has_a_new_policy(client: httpx.AsyncClient, app: Path) -> None:
    await policy(client, "/")
    page = app / "index.html"
    page.write_text(PAGE.replace("one", "two"), encoding="utf-8")
    os.utime(page, (0, 0))
    assert (await policy(client, "/"))["script-src"] == f"'self' {hash_of('two()')}"
