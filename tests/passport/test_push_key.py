"""`passport push-key` lists the keys that sign push messages and makes a new one."""

from pathlib import Path

import pytest

from passport.__main__ import call


def test_new_subscriptions_take_the_new_key_and_old_ones_keep_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PASSPORT_DATA", str(tmp_path))
    assert call("push-key", []) == 0
    (first,) = capsys.readouterr().out.splitlines()
    assert call("push-key", ["--new"]) == 0
    newest, before = capsys.readouterr().out.splitlines()
    assert newest.endswith("new subscriptions")
    assert before == first.replace("new", "old")
    assert newest != first
