"""A code is good for a minute, from the phone that the register certified; whatever was bent is not ours."""

import json
from base64 import urlsafe_b64decode
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.accounts.rules import Grant, OrganisationKind, Role
from backend.kit.clock import JAPAN
from backend.passes.fields import LONGEST_NAME, SHOWN, Audience, Reading, Seen, cut, limit, read_seen, write_seen
from backend.passes.layout import MOST_DIGITS, read_code, write_text
from backend.passes.rules import (
    CERTIFICATE_LASTS,
    Finding,
    Standing,
    are_keys,
    certify_until,
    is_by,
    judge,
    judge_standing,
    speaks_for,
)
from tests.vectors import make_pass

VECTORS = json.loads(make_pass.FILE.read_text(encoding="utf-8"))
KEYS = {bytes.fromhex(name): urlsafe_b64decode(key + "==") for name, key in VECTORS["keys"].items()}
NOW = datetime.fromtimestamp(make_pass.AT, UTC)
GOOD = make_pass.code()
PEOPLE = st.builds(
    Seen,
    level=st.integers(1, 4),
    trade=st.integers(0, 9999),
    worker_number=st.integers(0, 10**14 - 1).map("{:014d}".format),
    birth_date=st.dates(date(1900, 1, 1), date(2079, 6, 6)),
    name=st.text(max_size=80),
)


def finding(whole: bytes, at: datetime = NOW) -> Finding:
    return judge(read_code(write_text(whole)), KEYS, at)


def test_the_vectors_are_as_they_are_made() -> None:
    assert make_pass.everything() == VECTORS


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_every_vector_is_found_to_be_what_it_is(case: dict[str, Any]) -> None:
    code = read_code(case["code"] * case.get("times", 1))
    assert judge(code, KEYS, datetime.fromtimestamp(case["at"], UTC)) == case["finding"]
    if "seen" in case:
        assert code is not None
        seen = code.certificate.seen
        said = {"level": seen.level, "trade": seen.trade, "workerNumber": seen.worker_number, "name": seen.name}
        said |= {"birthDate": seen.birth_date.isoformat() if seen.birth_date else None}
        assert said == case["seen"]


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(GOOD) * 8 - 1))
def test_whichever_bit_is_flipped_it_is_not_ours(bit: int) -> None:
    bent = bytearray(GOOD)
    bent[bit // 8] ^= 1 << bit % 8
    assert finding(bytes(bent)) is Finding.NOT_OURS


@given(st.one_of(st.text(), st.from_regex(r"[0-9]{0,700}", fullmatch=True), st.binary(max_size=300).map(write_text)))
def test_whatever_is_read_there_is_a_finding(text: str) -> None:
    assert judge(read_code(text), KEYS, NOW) is Finding.NOT_OURS


@given(st.integers(0, 2 * len(GOOD)), st.binary(max_size=8))
def test_cut_or_lengthened_it_is_not_ours(length: int, behind: bytes) -> None:
    other = GOOD[:length] + behind
    assert other == GOOD or finding(other) is Finding.NOT_OURS


@given(PEOPLE, st.sampled_from(Audience))
def test_what_is_written_for_an_audience_is_read_back_and_nothing_more(person: Seen, audience: Audience) -> None:
    rest = Reading(write_seen(person, audience))
    read = read_seen(rest, audience)
    assert rest.at == len(rest.whole)
    for field in Seen.__struct_fields__:
        wanted = getattr(person, field) if field in SHOWN[audience] else None
        assert getattr(read, field) == (cut(wanted) if field == "name" and wanted is not None else wanted)
    assert limit(read, audience) == read


@given(st.text(min_size=1, max_size=200))
def test_a_long_name_is_cut_between_letters(name: str) -> None:
    shown = cut(name)
    assert len(shown.encode()) <= LONGEST_NAME
    assert shown == name or (shown.endswith("…") and name.startswith(shown[:-1]))


def test_the_longest_code_is_read() -> None:
    longest = Seen(level=4, trade=5599, worker_number="9" * 14, birth_date=date(2079, 6, 6), name="見" * 30)
    whole = make_pass.code(make_pass.certificate(Audience.OFFICE, longest))
    assert len(write_text(whole)) <= MOST_DIGITS
    assert finding(whole) is Finding.VALID


def test_a_shop_learns_the_level_and_nothing_else() -> None:
    person = Seen(level=3, trade=1001, worker_number="91000000000019", birth_date=date(1990, 1, 1), name="見本 太郎")
    assert limit(person, Audience.SHOP) == Seen(level=3)
    shop = make_pass.code(make_pass.certificate(Audience.SHOP, person))
    assert "見本".encode() not in shop


@pytest.mark.parametrize(("age", "found"), [(90, Finding.VALID), (91, Finding.TOO_OLD), (-31, Finding.FROM_FUTURE)])
def test_a_code_lives_a_minute_and_clocks_may_differ_by_half_of_one(age: int, found: Finding) -> None:
    assert finding(GOOD, NOW + timedelta(seconds=age)) is found


def test_a_certificate_lasts_a_week_and_never_past_the_cards_last_day_in_japan() -> None:
    friday = datetime(2026, 11, 20, 7, 45, tzinfo=JAPAN)
    assert certify_until(friday, date(2027, 12, 31)) == friday + CERTIFICATE_LASTS
    assert certify_until(friday, date(2026, 11, 20)) == datetime(2026, 11, 21, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("standing", "found"),
    [
        (Standing(key_open=True, removed=False, card_expires_on=date(2026, 11, 20)), Finding.VALID),
        (Standing(key_open=True, removed=False, card_expires_on=date(2026, 11, 19)), Finding.CARD_REVOKED),
        (Standing(key_open=True, removed=False, card_expires_on=None), Finding.CARD_REVOKED),
        (Standing(key_open=False, removed=False, card_expires_on=None), Finding.KEY_ENDED),
        (Standing(key_open=False, removed=True, card_expires_on=None), Finding.WORKER_REMOVED),
    ],
)
def test_the_register_says_what_ended(standing: Standing, found: Finding) -> None:
    assert judge_standing(standing, date(2026, 11, 20)) is found


def test_somebody_checks_in_the_most_telling_role_he_holds_today() -> None:
    today = date(2026, 11, 20)
    ministry = Grant(Role.MINISTRY, OrganisationKind.REGISTER, 0, today, None)
    manager = Grant(Role.SITE_MANAGER, OrganisationKind.SITE, 7, today, today)
    former = Grant(Role.RESPONSIBLE, OrganisationKind.COMPANY, 3, date(2026, 1, 1), date(2026, 11, 19))
    worker = Grant(Role.WORKER, OrganisationKind.REGISTER, 0, today, today)
    assert speaks_for([worker, ministry, former, manager], today) == manager
    assert speaks_for([worker, ministry, former], today) == ministry
    assert speaks_for([worker, former], today) is None


@given(st.binary(max_size=70), st.binary(max_size=70), st.binary(max_size=40))
def test_no_key_or_signature_is_a_mistake(key: bytes, signature: bytes, message: bytes) -> None:
    assert is_by(key, signature, message) is False
    assert are_keys([key]) is False
