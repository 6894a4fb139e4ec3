"""What LINE tells us is believed only when it is signed, and read as far as it concerns us."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.line_hook import Followed, Left, Wrote, code_in, is_signed, read_events
from played.line import LineServer, followed, left, wrote

USER = "U" + "0123456789abcdef" * 2


def test_a_body_is_signed_as_it_came_and_with_our_secret() -> None:
    body, signature = LineServer("token", "見本").webhook(followed(USER))
    assert is_signed(body, signature, "見本")
    assert not is_signed(body + b" ", signature, "見本")
    assert not is_signed(body, signature, "another")


def test_the_signature_is_that_of_an_independent_computation() -> None:
    # printf '{"events":[]}' | openssl dgst -sha256 -hmac secret -binary | base64
    assert is_signed(b'{"events":[]}', "pkK1lVPJPiJ+wPLziRD79xIxohl8AImYM8AEeM7IbzQ=", "secret")


@pytest.mark.parametrize("signature", ["", "é", "=", "AAAA", "not base64!"])
def test_what_is_no_signature_is_none(signature: str) -> None:
    assert not is_signed(b"{}", signature, "secret")


def test_texts_follows_and_leavings_are_read_in_their_order() -> None:
    events = [wrote(USER, "ABCD2345"), followed(USER), left(USER)]
    body, _ = LineServer().webhook(*events)
    ids = [str(event["webhookEventId"]) for event in events]
    assert read_events(body) == (
        Wrote(ids[0], USER, "ABCD2345", str(events[0]["replyToken"])),
        Followed(ids[1], USER),
        Left(ids[2], USER),
    )


def test_groups_pictures_and_what_is_broken_are_left_out() -> None:
    group = wrote(USER, "1") | {"source": {"type": "group", "groupId": "C1", "userId": USER}}
    picture = wrote(USER, "1") | {"message": {"type": "image", "id": "1"}}
    broken: dict[str, object] = {"type": 7}
    body, _ = LineServer().webhook(group, picture, broken, {"type": "beacon"}, followed(USER))
    assert [type(event) for event in read_events(body)] == [Followed]


@given(st.binary(max_size=200) | st.recursive(st.none() | st.text(), st.lists).map(msgspec.json.encode))
def test_whatever_comes_raises_nothing(body: bytes) -> None:
    assert read_events(body) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ABCD2345", "ABCD2345"),
        ("abcd 2345", "ABCD2345"),
        ("ＡＢＣＤ－２３４５\n", "ABCD2345"),
        ("ABCDー2345", "ABCD2345"),
        ("ABCD234", None),
        ("ABCD23456", None),
        ("コードは ABCD2345", None),
        ("", None),
    ],
)
def test_a_code_is_found_however_it_was_typed(text: str, code: str | None) -> None:
    assert code_in(text) == code
