"""The browser of the tests is found, or it is said how to get one."""

import shutil
from pathlib import Path

import pytest

from passport import browser


def test_a_browser_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSPORT_CHROMIUM", "/opt/chromium")
    assert browser.find_chromium() == Path("/opt/chromium")


def test_without_one_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PASSPORT_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(browser, "_MACOS", ())
    assert browser.find_chromium() is None
    assert "chromium" in browser.how_to_get()


CJK, MYANMAR = "NotoSansCJK-Regular.ttc", "NotoSansMyanmar-Regular.ttf"


@pytest.mark.parametrize(("files", "there"), [([CJK, MYANMAR], True), ([CJK], False), (["DejaVuSans.ttf"], False)])
def test_fonts_are_seen_where_fontconfig_is_missing(
    files: list[str],
    there: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "opentype").mkdir()
    for file in files:
        (tmp_path / "opentype" / file).touch()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(browser, "_FONTS", tmp_path)
    assert browser.has_fonts() is there
