"""Bodies are read strictly, and as JSON means them."""

from datetime import UTC, datetime

import msgspec
import pytest

from backend.kit.bodies import read


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    count: int = 0
    at: datetime | None = None
    share: float = 0.0
    counts: list[int] = []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"count":17}', Asked(17)),
        (b'{"count":17.0,"share":2.0}', Asked(17, share=2.0)),
        (b'{"counts":[1,2.0,3e1]}', Asked(counts=[1, 2, 30])),
        (b'{"count":1.0,"at":"2026-11-20T08:00:00Z"}', Asked(1, datetime(2026, 11, 20, 8, tzinfo=UTC))),
    ],
)
def test_a_whole_number_may_be_written_with_a_point(body: bytes, said: Asked) -> None:
    assert read(body, Asked) == said


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b'{"count":17.5}', "$.count"),
        (b'{"count":"17"}', "$.count"),
        (b'{"count":true}', "$.count"),
        (b'{"at":1}', "$.at"),
        (b'{"at":1.0}', "$.at"),
        (b'{"at":"1"}', "$.at"),
        (b'{"counts":[1,"2.0"]}', "$.counts[1]"),
        (b'{"counts":[1e400]}', "out of range"),
        (b'{"kount":1.0}', "kount"),
        (b"{", "truncated"),
    ],
)
def test_what_is_of_another_kind_is_not_taken_for_it(body: bytes, place: str) -> None:
    with pytest.raises(msgspec.MsgspecError) as raised:
        read(body, Asked)
    assert place in str(raised.value)
