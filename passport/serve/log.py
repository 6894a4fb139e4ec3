"""One line for each thing said, its fields behind it: `2026-11-20T07:43:05.123Z info web.1 is ready seconds=0.8`."""

import json
import logging
import sys
from datetime import UTC, datetime

_OURS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}


class OneLine(logging.Formatter):
    """Write a record, its extra fields and its traceback on a single line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        fields = {name: value for name, value in record.__dict__.items() if name not in _OURS}
        if record.exc_info:
            fields["trace"] = self.formatException(record.exc_info)
        behind = "".join(f" {name}={_plain(value)}" for name, value in fields.items())
        said = record.getMessage().replace("\r", "").replace("\n", "\\n")
        return f"{at} {record.levelname.lower()} {record.name} {said}{behind}"


def log_to_stderr(level: int = logging.INFO) -> None:
    """Send every logger of this process to stderr, one line each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    logging.basicConfig(level=level, handlers=[handler], force=True)


def _plain(value: object) -> str:
    text = str(value)
    return text if text and text.isprintable() and not set(text) & set(' "=') else json.dumps(text, ensure_ascii=False)
