"""What a push service's answer means: one table (RFC 8030, and what the browsers' services answer besides).

Pure: no clock, no database, no network.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from notifications.channels import Again, Delivered, Failed, Gone, Outcome

_NOT_ACCEPTED = "the service does not accept our key"
ANSWERS: dict[int, tuple[Callable[[str], Outcome], str]] = {
    200: (Delivered, "taken over"),
    201: (Delivered, "taken over"),
    202: (Delivered, "taken over"),
    400: (Failed, "the service cannot read it"),
    401: (Failed, _NOT_ACCEPTED),
    403: (Failed, _NOT_ACCEPTED),
    404: (Gone, "no such subscription"),
    410: (Gone, "the subscription was ended"),
    413: (Failed, "too long for the service"),
    429: (Again, "too many at once"),
    3: (Again, "redirected, which is not followed"),
    5: (Again, "the service has trouble"),
}
"""By code, else by its hundred; everything else is refused for good."""
_OTHER = (Failed, "refused")
_SECONDS = re.compile(r"\d{1,9}", re.ASCII)


def judge_answer(status: int, retry_after: str | None, at: datetime) -> Outcome:
    """Tell what became of a message.

    >>> judge_answer(410, None, datetime(2026, 11, 20, tzinfo=UTC))
    Gone(said='410 the subscription was ended')
    """
    kind, words = ANSWERS.get(status) or ANSWERS.get(status // 100, _OTHER)
    outcome = kind(f"{status} {words}")
    return Again(outcome.said, read_pause(retry_after, at)) if isinstance(outcome, Again) else outcome


def read_pause(retry_after: str | None, at: datetime) -> timedelta | None:
    """Read `Retry-After`, in seconds or as a date (RFC 9110); None where it is neither, or lies behind.

    >>> read_pause("Fri, 20 Nov 2026 03:05:00 GMT", datetime(2026, 11, 20, 3, tzinfo=UTC))
    datetime.timedelta(seconds=300)
    """
    text = (retry_after or "").strip()
    if _SECONDS.fullmatch(text):
        return timedelta(seconds=int(text))
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    pause = (until if until.tzinfo else until.replace(tzinfo=UTC)) - at
    return pause if pause > timedelta() else None
