"""A line is a line."""

import logging
import sys

from passport.serve.log import OneLine


def test_fields_stand_behind_what_is_said() -> None:
    record = logging.makeLogRecord({"name": "web.1", "levelname": "INFO", "msg": "started", "pid": 7, "why": "a b"})
    assert OneLine().format(record).endswith('Z info web.1 started pid=7 why="a b"')


def test_a_value_with_quotes_can_be_read_back() -> None:
    record = logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": "m", "why": 'said "no"'})
    assert OneLine().format(record).endswith(r'why="said \"no\""')


def test_a_traceback_stays_on_the_line() -> None:
    try:
        _ = 1 // 0
    except ZeroDivisionError:
        record = logging.makeLogRecord(
            {"name": "x", "levelname": "ERROR", "msg": "two\nlines", "exc_info": sys.exc_info()}
        )
    line = OneLine().format(record)
    assert "\n" not in line
    assert "ZeroDivisionError" in line
