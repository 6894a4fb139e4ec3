"""What each answer of a push service means."""

from datetime import UTC, datetime, timedelta

import pytest

from notifications.channels import Again, Delivered, Failed, Gone
from notifications.channels.answers import judge_answer, read_pause

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Delivered), (201, Delivered), (202, Delivered), (204, Failed), (206, Failed),
        (301, Again), (302, Again), (307, Again),
        (400, Failed), (401, Failed), (403, Failed), (404, Gone), (405, Failed), (410, Gone),
        (413, Failed), (415, Failed),
        (429, Again), (500, Again), (502, Again), (503, Again), (599, Again), (600, Failed), (999, Failed),
    ],
)  # fmt: skip
def test_each_answer_has_its_outcome(status: int, kind: type) -> None:
    outcome = judge_answer(status, None, AT)
    assert type(outcome) is kind
    assert outcome.said.startswith(f"{status} ")


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_accepted_is_named(status: int) -> None:
    assert "does not accept our key" in judge_answer(status, None, AT).said


@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_that_is_asked_for_is_kept(status: int) -> None:
    outcome = judge_answer(status, "120", AT)
    assert isinstance(outcome, Again)
    assert outcome.after == timedelta(minutes=2)


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("0", timedelta()),
        (" 30 ", timedelta(seconds=30)),
        ("999999999", timedelta(seconds=999_999_999)),
        ("Fri, 20 Nov 2026 03:10:00 GMT", timedelta(minutes=10)),
        ("Friday, 20-Nov-26 03:10:00 GMT", timedelta(minutes=10)),
        ("Fri Nov 20 03:10:00 2026", timedelta(minutes=10)),
        ("Fri, 20 Nov 2026 12:10:00 +0900", timedelta(minutes=10)),
        ("Fri, 20 Nov 2026 02:59:59 GMT", None),
        ("9999999999", None), ("-1", None), ("1.5", None), ("１２", None), ("soon", None), ("", None), (None, None),
        ("Fri, 99 Nov 2026 03:10:00 GMT", None), ("Fri, 20 Nov 99999 03:10:00 GMT", None), ("\0", None),
    ],
)  # fmt: skip
def test_a_pause_is_read_in_seconds_and_as_a_date_and_nonsense_is_ignored(
    text: str | None, pause: timedelta | None
) -> None:
    assert read_pause(text, AT) == pause
