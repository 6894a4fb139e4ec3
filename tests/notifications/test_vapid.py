"""Who sends is said as RFC 8292 says, once for each push service and key, and is not believed when changed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from backend.kit.key_files import uncompressed
from notifications import vapid
from notifications.channels.encryption import from_base64url, to_base64url
from notifications.vapid import Claims, UnknownKeyError, Vapid
from played.senders import Refused, judge, read

# RFC 8292, section 2.4.
HEAD = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9"
BODY = "eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0"
SIGNATURE = "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"
KEY = "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
EXAMPLE = f"vapid t={HEAD}.{BODY}.{SIGNATURE}, k={KEY}"
CLAIMS = Claims("https://push.example.net", 1453523768, "mailto:push@example.com")
EXAMPLE_AT = datetime(2016, 1, 22, 12, 0, tzinfo=UTC)

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ORIGIN, CONTACT = "https://push.example.jp", "https://passport.example.jp"


def test_the_rfcs_example_is_believed() -> None:
    assert judge(EXAMPLE, "https://push.example.net", KEY, EXAMPLE_AT) == CLAIMS


def test_the_same_claims_are_written_byte_for_byte_as_in_the_rfc() -> None:
    header = vapid.write_header(generate_private_key(SECP256R1()), CLAIMS)
    assert header.startswith(f"vapid t={HEAD}.{BODY}.")


@pytest.mark.parametrize("part", [HEAD, BODY, SIGNATURE])
@pytest.mark.parametrize("place", [0, 11, -1])
def test_a_flipped_bit_is_refused(part: str, place: int) -> None:
    changed = bytearray(from_base64url(part))
    changed[place] ^= 1
    assert read(EXAMPLE.replace(part, to_base64url(bytes(changed))), KEY) == Refused("not signed by k")


def test_a_good_signature_of_another_key_is_refused() -> None:
    other = generate_private_key(SECP256R1())
    header = vapid.write_header(other, CLAIMS)
    assert read(header, KEY) == Refused("k is not the key of the subscription")
    own = to_base64url(uncompressed(other.public_key()))
    assert read(header, own) == CLAIMS
    assert read(header.replace(own, KEY), KEY) == Refused("not signed by k")


@pytest.mark.parametrize(
    ("audience", "at", "why"),
    [
        ("https://push.example.com", EXAMPLE_AT, "aud is https://push.example.net"),
        ("https://push.example.net", EXAMPLE_AT + timedelta(days=3), "exp is 1453523768"),
        ("https://push.example.net", EXAMPLE_AT - timedelta(days=3), "exp is 1453523768"),
    ],
)
def test_a_token_for_another_service_or_time_is_refused(audience: str, at: datetime, why: str) -> None:
    assert judge(EXAMPLE, audience, KEY, at) == Refused(why)


def test_a_token_is_used_again_until_an_hour_before_its_end(tmp_path: Path) -> None:
    (key,) = vapid.published(tmp_path)
    made = Vapid(tmp_path, CONTACT)
    first = made.header(ORIGIN, key.id, AT)
    last = AT + vapid.LASTS - timedelta(hours=1)
    assert made.header(ORIGIN, key.id, last - timedelta(seconds=1)) == first
    assert made.header(ORIGIN, key.id, last) != first
    claims = judge(first, ORIGIN, key.key, last)
    assert claims == Claims(ORIGIN, int((AT + vapid.LASTS).timestamp()), CONTACT)
    assert judge(first, ORIGIN, key.key, AT) == claims


def test_each_service_and_each_key_has_a_token_of_its_own(tmp_path: Path) -> None:
    (old,) = vapid.published(tmp_path)
    vapid.key_files(tmp_path).rotate(AT + timedelta(days=3650))
    newest, before = vapid.published(tmp_path)
    assert before == old != newest
    made = Vapid(tmp_path, CONTACT)
    for key in (newest, old):
        for origin in (ORIGIN, "https://other.example.jp"):
            assert isinstance(judge(made.header(origin, key.id, AT), origin, key.key, AT), Claims)


@pytest.mark.parametrize("key_id", ["00000000", "none", ""])
def test_a_key_that_is_not_here_signs_nothing(tmp_path: Path, key_id: str) -> None:
    with pytest.raises(UnknownKeyError):
        Vapid(tmp_path, CONTACT).header(ORIGIN, key_id, AT)


def test_tokens_of_invented_services_do_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vapid, "REMEMBERED", 3)
    (key,) = vapid.published(tmp_path)
    made = Vapid(tmp_path, CONTACT)
    for n in range(10):
        made.header(f"https://{n}.example.jp", key.id, AT)
        assert len(made._remembered) <= 3
