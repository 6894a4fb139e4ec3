"""`passport sample` says what it will not do."""

import argparse
import os

import pytest

from passport.sample import command


def called_with(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_sample_people_are_refused_in_production(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PASSPORT_MODE", "production")
    assert called_with() == os.EX_CONFIG
    assert "sample mode" in capsys.readouterr().err


def test_an_impossible_plan_is_refused_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PASSPORT_MODE", "sample")
    assert called_with("--workers", "0") == os.EX_USAGE
    assert "at least one worker" in capsys.readouterr().err
    assert called_with("--until", "2019-01-01") == os.EX_USAGE


def test_the_town_of_make_run_is_what_one_gets_without_asking() -> None:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    given = parser.parse_args([])
    assert (given.workers, given.months, given.seed, given.until) == (2000, 14, command.SEED, None)
