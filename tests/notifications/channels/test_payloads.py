"""A phone is shown everything that fits, and never nothing."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.channels.encryption import LONGEST
from notifications.channels.payloads import shorten, write_payload
from tests.notifications.channels.conftest import a_message

TEXT = st.text(st.characters(codec="utf-8"), max_size=6_000)


def test_a_payload_says_everything_of_the_message() -> None:
    message = a_message()
    assert json.loads(write_payload(message)) == {
        "id": str(message.id),
        "title": "見本現場",
        "body": "きょうの1日が入りました。",
        "tag": "day/2026-11-20",
        "url": "/history/2026-11-20",
        "lang": "ja",
        "unread": 3,
        "at": message.at.isoformat().replace("+00:00", "Z"),
    }


@given(TEXT, st.text(max_size=60))
def test_a_text_is_whole_or_its_beginning_and_always_fits(body: str, title: str) -> None:
    written = write_payload(a_message(body=body, title=title))
    said = json.loads(written)
    assert len(written) <= LONGEST
    assert said["title"] == title
    assert said["body"] == body or (said["body"].endswith("…") and body.startswith(said["body"][:-1]))


@pytest.mark.parametrize("sign", ["a", "字", "😀", '"', "\n"])
def test_as_much_is_kept_as_fits(sign: str) -> None:
    written = write_payload(a_message(body=sign * 5_000))
    assert LONGEST - len(json.dumps(sign, ensure_ascii=False).encode()) < len(written) <= LONGEST


def test_a_title_without_end_is_shortened_too() -> None:
    written = write_payload(a_message(title="題" * 5_000, body="字" * 5_000))
    said = json.loads(written)
    assert LONGEST - 4 < len(written) <= LONGEST
    assert said["body"] == ""
    assert said["title"].startswith("題題")
    assert said["title"].endswith("…")


@given(st.text(st.sampled_from("aကိုが\u3099👩\u200d🔧❤\ufe0f"), max_size=30), st.integers(0, 40))
def test_a_sign_is_not_torn_from_what_belongs_to_it(text: str, length: int) -> None:
    cut = shorten(text, length)
    if cut == text:
        return
    left, rest = cut[:-1], text[len(cut) - 1 :]
    assert left + rest == text
    assert len(left) <= length
    if left:
        assert not unicodedata.category(rest[0]).startswith("M")
        assert rest[0] != "\u200d" != left[-1]
