"""`passport pass-key` lists the keys that sign passes and makes a new one."""

from pathlib import Path

import pytest

from passport.__main__ import call


def test_a_new_key_signs_and_the_one_before_stays_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PASSPORT_DATA", str(tmp_path))
    assert call("pass-key", []) == 0
    (first,) = capsys.readouterr().out.splitlines()
    assert call("pass-key", ["--new"]) == 0
    newest, before = capsys.readouterr().out.splitlines()
    assert newest.endswith("signs")
    assert before == first.replace("signs", "published")
