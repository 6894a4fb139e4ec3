"""Encrypted as RFC 8291 says, byte for byte; what one phone can read, no other can."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
    generate_private_key,
)
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.key_files import uncompressed
from notifications.channels.encryption import (
    LONGEST,
    RECORD,
    Receiver,
    _derive,
    decrypt,
    encrypt,
    from_base64url,
    read_receiver,
    to_base64url,
)

# RFC 8291, section 5 and appendix A.
PLAIN = b"When I grow up, I want to be a watermelon"
PHONE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
SHARED = "kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"
KEY, NONCE = "oIhVW04MRdy2XN9CiKLxTg", "4h_95klXJ5E_qnoN"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
    "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def _private(text: str) -> EllipticCurvePrivateKey:
    return derive_private_key(int.from_bytes(from_base64url(text), "big"), SECP256R1())


def _receiver(phone: EllipticCurvePrivateKey, auth: bytes) -> Receiver:
    return read_receiver(to_base64url(uncompressed(phone.public_key())), to_base64url(auth))


def test_the_rfcs_example_is_encrypted_byte_for_byte() -> None:
    receiver = _receiver(_private(PHONE), from_base64url(AUTH))
    made = encrypt(PLAIN, receiver, sender=_private(SENDER), salt=from_base64url(SALT))
    assert to_base64url(made) == BODY


def test_the_rfcs_example_is_decrypted_byte_for_byte() -> None:
    assert decrypt(from_base64url(BODY), _private(PHONE), from_base64url(AUTH)) == PLAIN


def test_the_rfcs_steps_between_are_its_own() -> None:
    points = uncompressed(_private(PHONE).public_key()) + uncompressed(_private(SENDER).public_key())
    found = _derive(from_base64url(SHARED), from_base64url(AUTH), points, from_base64url(SALT))
    assert [to_base64url(part) for part in found] == [KEY, NONCE]


@given(st.binary(max_size=LONGEST), st.binary(min_size=16, max_size=16))
def test_what_is_encrypted_is_decrypted(plain: bytes, auth: bytes) -> None:
    phone = generate_private_key(SECP256R1())
    body = encrypt(plain, _receiver(phone, auth))
    assert len(body) == len(plain) + RECORD - LONGEST
    assert decrypt(body, phone, auth) == plain


def test_the_longest_text_fills_the_record_and_one_byte_more_is_refused() -> None:
    phone, auth = generate_private_key(SECP256R1()), bytes(16)
    assert LONGEST == 3993
    assert len(encrypt(b"\0" * LONGEST, _receiver(phone, auth))) == RECORD
    with pytest.raises(ValueError, match="3994"):
        encrypt(b"\0" * (LONGEST + 1), _receiver(phone, auth))


def test_the_same_text_is_never_the_same_body() -> None:
    receiver = _receiver(_private(PHONE), bytes(16))
    first, second = encrypt(PLAIN, receiver), encrypt(PLAIN, receiver)
    assert first[:16] != second[:16]
    assert first[21:86] != second[21:86]


@pytest.mark.parametrize("place", [0, 15, 30, 86, -1])
def test_a_changed_bit_is_not_read(place: int) -> None:
    body = bytearray(from_base64url(BODY))
    body[place] ^= 1
    with pytest.raises((InvalidTag, ValueError)):
        decrypt(bytes(body), _private(PHONE), from_base64url(AUTH))


def test_another_phone_reads_nothing() -> None:
    with pytest.raises(InvalidTag):
        decrypt(from_base64url(BODY), generate_private_key(SECP256R1()), from_base64url(AUTH))
    with pytest.raises(InvalidTag):
        decrypt(from_base64url(BODY), _private(PHONE), bytes(16))


@pytest.mark.parametrize("length", [0, 16, 20, 86])
def test_half_a_record_is_not_read(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        decrypt(from_base64url(BODY)[:length], _private(PHONE), from_base64url(AUTH))


GOOD = to_base64url(uncompressed(_private(PHONE).public_key()))


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        (GOOD[:-2], AUTH),
        (GOOD, AUTH[:-2]),
        (GOOD, ""),
        ("", AUTH),
        (to_base64url(b"\x04" + bytes(64)), AUTH),
        (to_base64url(from_base64url(GOOD)[:-1] + b"\0"), AUTH),
        (to_base64url(b"\x02" + from_base64url(GOOD)[1:33]), AUTH),
        (GOOD + "!", AUTH),
        (GOOD[:10] + "!" + GOOD[11:], AUTH),
        ("鍵", AUTH),
    ],
)
def test_keys_of_a_wrong_length_or_off_the_curve_are_refused(p256dh: str, auth: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_receiver(p256dh, auth)


def test_keys_are_read_with_padding_and_without() -> None:
    assert read_receiver(GOOD + "=", AUTH + "==") == read_receiver(GOOD, AUTH)
