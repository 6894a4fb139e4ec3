"""Every bad input has its code with why, who, where and until; the good part is kept; nothing answers 500."""

import json
from base64 import b64decode, b64encode
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from backend.cards import service as cards
from backend.devices import service as devices
from backend.devices.rules import make_code, session_key
from backend.kit import clock, database
from backend.kit.numbers import NumberKind, make_number
from backend.kit.refusals import Language, catalogue
from tests.town import BEGINNING, Reader, Town, report, tap

UNKNOWN_CARD, NO_CARD = "00:11:22:33:44:55:66:77", "transit-card!"

pytestmark = pytest.mark.usefixtures("rolled_back")


@pytest.fixture
async def town(rolled_back: None) -> Town:
    return await Town().build()


async def hand_in(
    client: httpx.AsyncClient, reader: Reader, taps: list[Any], *, language: str = "en", **frame: Any
) -> httpx.Response:
    now = clock.now()
    content = msgspec.to_builtins(report([], now)) | {"taps": msgspec.to_builtins(taps)} | frame
    body = json.dumps(content).encode()
    return await client.post("/v1/taps", content=body, headers=reader.headers(body) | {"accept-language": language})


async def answers(client: httpx.AsyncClient, reader: Reader, taps: list[Any], **frame: Any) -> list[dict[str, Any]]:
    response = await hand_in(client, reader, taps, **frame)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["answers"]
    return found


def an_hour_ago() -> datetime:
    return clock.now() - timedelta(hours=1)


def is_explained(reason: dict[str, Any], code: str) -> bool:
    return reason["code"] == code and all(reason[word] for word in ("why", "who", "what", "where"))


async def test_a_right_tap_is_counted_at_once(client: httpx.AsyncClient, town: Town) -> None:
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago())])
    assert answer["state"] == "counted"
    rows = await database.fetch("SELECT work_date, approved_on FROM work_day")
    assert [str(row[0]) for row in rows] == [answer["workDate"]]


async def test_a_tap_sent_twice_is_kept_once_and_answered_alike(client: httpx.AsyncClient, town: Town) -> None:
    same = tap(town, 1, an_hour_ago())
    first = await answers(client, town.readers[0], [same])
    assert await answers(client, town.readers[0], [same]) == first
    assert len(await database.fetch("SELECT FROM tap")) == 1


async def test_an_identity_used_for_other_content_is_refused_and_reported(
    client: httpx.AsyncClient, town: Town
) -> None:
    at = an_hour_ago()
    await answers(client, town.readers[0], [tap(town, 1, at)])
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, at, person=1)])
    assert is_explained(answer["reason"], "identity_used")
    assert len(await database.fetch("SELECT FROM event WHERE kind = 20")) == 1
    assert len(await database.fetch("SELECT FROM tap")) == 1


async def test_an_unknown_card_waits_and_says_until_when(client: httpx.AsyncClient, town: Town) -> None:
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), token=UNKNOWN_CARD)])
    assert (answer["state"], is_explained(answer["reason"], "card_unknown")) == ("waiting", True)
    assert date.fromisoformat(answer["reason"]["until"]) > clock.japan_date(clock.now())


async def test_two_unknown_cards_are_two_people(client: httpx.AsyncClient, town: Town) -> None:
    taps = [tap(town, n, an_hour_ago(), token=f"AABBCCDD{n:08X}") for n in (1, 2)]
    await answers(client, town.readers[0], taps)
    assert len(await database.fetch("SELECT FROM tap_waiting")) == 2


async def test_a_revoked_card_is_refused_from_that_instant_on(client: httpx.AsyncClient, town: Town) -> None:
    now = clock.now()
    await cards.revoke(town.workers[0], town.serials[0], now - timedelta(hours=2))
    before, after = await answers(
        client,
        town.readers[0],
        [tap(town, 1, now - timedelta(hours=3)), tap(town, 2, now - timedelta(hours=1), site=1)],
    )
    assert before["state"] == "counted"
    assert (after["state"], is_explained(after["reason"], "card_revoked")) == ("refused", True)


async def test_an_expired_card_is_refused_with_its_remedy(client: httpx.AsyncClient, town: Town) -> None:
    await town.add_worker(card=False)
    await town.issue(3, expires_on=BEGINNING)
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), person=3)])
    assert (answer["state"], is_explained(answer["reason"], "card_expired")) == ("refused", True)


async def test_what_is_no_card_is_said_so(client: httpx.AsyncClient, town: Town) -> None:
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), token=NO_CARD)])
    assert is_explained(answer["reason"], "token_unreadable")


async def test_an_unknown_site_waits(client: httpx.AsyncClient, town: Town) -> None:
    unknown = msgspec.structs.replace(tap(town, 1, an_hour_ago()), site=make_number(NumberKind.SITE, 99999))
    (answer,) = await answers(client, town.readers[0], [unknown])
    assert (answer["state"], is_explained(answer["reason"], "site_unknown")) == ("waiting", True)


async def test_wrong_digits_are_named(client: httpx.AsyncClient, town: Town) -> None:
    wrong = msgspec.structs.replace(tap(town, 1, an_hour_ago()), site="93000000000017")
    (answer,) = await answers(client, town.readers[0], [wrong])
    assert (answer["state"], is_explained(answer["reason"], "wrong_digits")) == ("refused", True)


async def test_a_closed_site_waits_for_its_days(client: httpx.AsyncClient, town: Town) -> None:
    await town.add_site(BEGINNING, date(2026, 1, 31))
    await town.assign(town.workers[0], town.sites[-1][0])
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), site=2)])
    assert (answer["state"], is_explained(answer["reason"], "site_closed")) == ("waiting", True)


async def test_a_future_day_is_refused(client: httpx.AsyncClient, town: Town) -> None:
    now = clock.now()
    await answers(client, town.readers[0], [tap(town, 1, now, boot="boot-0")], boot="boot-0")
    later = tap(town, 2, now + timedelta(days=3), boot="boot-0")
    (answer,) = await answers(client, town.readers[0], [later])
    assert (answer["state"], is_explained(answer["reason"], "day_in_future")) == ("refused", True)


async def test_a_reader_that_lost_its_battery_spoils_no_older_tap(client: httpx.AsyncClient, town: Town) -> None:
    now = clock.now()
    old = [tap(town, n, now - timedelta(hours=2), boot="before", person=n) for n in (1, 2)]
    for one in old:
        (answer,) = await answers(client, town.readers[0], [one], at="2000-01-01T00:00:00Z")
        assert is_explained(answer["reason"], "time_unknown")


async def test_an_ancient_day_is_too_late_and_kept(client: httpx.AsyncClient, town: Town) -> None:
    ancient = tap(town, 1, clock.now() - timedelta(days=100))
    (answer,) = await answers(client, town.readers[0], [ancient])
    assert (answer["state"], is_explained(answer["reason"], "too_late")) == ("refused", True)
    assert len(await database.fetch("SELECT FROM tap")) == 1


async def test_an_unknown_time_waits_for_the_prime(client: httpx.AsyncClient, town: Town) -> None:
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), boot="before-the-battery-died")])
    assert (answer["state"], is_explained(answer["reason"], "time_unknown")) == ("waiting", True)


async def test_a_drifting_clock_is_corrected_and_never_refused(client: httpx.AsyncClient, town: Town) -> None:
    now = clock.now()
    year_off = msgspec.structs.replace(tap(town, 1, now - timedelta(hours=1)), at=now - timedelta(days=365))
    (answer,) = await answers(client, town.readers[0], [year_off], at=(now - timedelta(days=365)).isoformat())
    assert answer["state"] == "counted"
    (row,) = await database.fetch("SELECT acted_at, entry_at FROM work_day")
    assert row[1] - row[0] > timedelta(days=364)


async def test_an_exit_without_entry_waits_and_is_found_by_a_late_entry(client: httpx.AsyncClient, town: Town) -> None:
    now = clock.now()
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, now - timedelta(hours=1), out=True)])
    assert (answer["state"], is_explained(answer["reason"], "exit_without_entry")) == ("waiting", True)
    await answers(client, town.readers[1], [tap(town, 1, now - timedelta(hours=9))])
    (row,) = await database.fetch("SELECT exit_at FROM work_day")
    assert row[0] is not None


async def test_a_missing_structure_waits_for_the_employer(client: httpx.AsyncClient, town: Town) -> None:
    await town.add_worker()
    (answer,) = await answers(client, town.readers[0], [tap(town, 1, an_hour_ago(), person=3)])
    assert (answer["state"], is_explained(answer["reason"], "structure_missing")) == ("waiting", True)
    assert len(await database.fetch("SELECT FROM held_day")) == 1


async def test_half_a_broken_report_keeps_its_good_half(client: httpx.AsyncClient, town: Town) -> None:
    good = [msgspec.to_builtins(tap(town, n, an_hour_ago(), person=n)) for n in range(3)]
    broken: list[Any] = [
        good[0] | {"sequence": -1},
        good[1] | {"at": "yesterday"},
        {"sequence": 7},
        17,
        good[2] | {"surprise": 1},
        good[2] | {"sequence": 9, "at": "0001-01-01T00:00:00Z"},
    ]
    mixed = [part for pair in zip(good, broken, strict=False) for part in pair] + broken[3:]
    response = await hand_in(client, town.readers[0], mixed)
    said = response.json()
    assert (response.status_code, said["kept"]) == (200, 3)
    states = [answer["state"] for answer in said["answers"]]
    assert states == ["counted", "refused"] * 3 + ["refused"] * 3
    assert all(is_explained(one["reason"], "tap_malformed") for one in said["answers"] if one["state"] == "refused")
    assert said["answers"][8]["sequence"] == 9


async def test_2001_taps_are_too_many_and_2000_are_not(client: httpx.AsyncClient, town: Town) -> None:
    taps = [tap(town, n, an_hour_ago()) for n in range(2001)]
    response = await hand_in(client, town.readers[0], taps)
    assert (response.status_code, response.json()["code"]) == (413, "too_many_taps")
    assert (await hand_in(client, town.readers[0], taps[:2000])).status_code == 200


async def test_a_huge_body_is_refused_before_it_is_read(client: httpx.AsyncClient, town: Town) -> None:
    response = await client.post("/v1/taps", content=b"x" * 3_000_000, headers=town.readers[0].headers(b""))
    assert (response.status_code, response.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b'{"taps": []}', b"\xff\xfe", b"[" * 100_000])
async def test_a_frame_that_cannot_be_read_is_malformed(client: httpx.AsyncClient, town: Town, body: bytes) -> None:
    response = await client.post("/v1/taps", content=body, headers=town.readers[0].headers(body))
    assert (response.status_code, response.json()["code"]) == (400, "malformed")


async def test_an_unknown_reader_is_401_and_nothing_is_kept(client: httpx.AsyncClient, town: Town) -> None:
    body = msgspec.json.encode(report([tap(town, 1, an_hour_ago())], clock.now()))
    headers = town.readers[0].headers(body) | {"passport-reader": "94000000099999"}
    response = await client.post("/v1/taps", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (401, "reader_unknown")
    assert set(response.json()["remedy"]) == {"who", "what", "where", "until"}
    assert not await database.fetch("SELECT FROM tap")


@pytest.mark.parametrize("signature", ["", "!!!", b64encode(bytes(64)).decode()])
async def test_a_wrong_signature_is_401_and_nothing_is_kept(
    client: httpx.AsyncClient, town: Town, signature: str
) -> None:
    body = msgspec.json.encode(report([tap(town, 1, an_hour_ago())], clock.now()))
    headers = town.readers[0].headers(body) | {"passport-signature": signature}
    response = await client.post("/v1/taps", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (401, "signature_wrong")
    assert not await database.fetch("SELECT FROM tap")


async def test_a_reader_signs_for_itself_only(client: httpx.AsyncClient, town: Town) -> None:
    body = msgspec.json.encode(report([tap(town, 1, an_hour_ago())], clock.now()))
    headers = town.readers[1].headers(body) | {"passport-reader": town.readers[0].number}
    assert (await client.post("/v1/taps", content=body, headers=headers)).json()["code"] == "signature_wrong"


async def test_a_revoked_readers_earlier_taps_wait_and_later_ones_are_refused(
    client: httpx.AsyncClient, town: Town
) -> None:
    now = clock.now()
    await devices.revoke(town.readers[0].known.id, now - timedelta(hours=2))
    before, after = await answers(
        client, town.readers[0], [tap(town, 1, now - timedelta(hours=3)), tap(town, 2, now - timedelta(hours=1))]
    )
    assert (before["state"], is_explained(before["reason"], "reader_revoked")) == ("waiting", True)
    assert (after["state"], is_explained(after["reason"], "reader_stopped")) == ("refused", True)
    assert not await database.fetch("SELECT FROM work_day")


async def test_a_session_replaces_signatures_until_it_is_over(client: httpx.AsyncClient, town: Town) -> None:
    reader, ours = town.readers[0], X25519PrivateKey.generate()
    asked = msgspec.json.encode({"publicKey": b64encode(ours.public_key().public_bytes_raw()).decode()})
    agreed = (await client.post("/v1/readers/sessions", content=asked, headers=reader.headers(asked))).json()
    theirs = X25519PublicKey.from_public_bytes(b64decode(agreed["publicKey"]))
    key = session_key(ours.exchange(theirs), UUID(agreed["session"]))
    body = msgspec.json.encode(report([tap(town, 1, an_hour_ago())], clock.now()))
    headers = {
        "passport-reader": reader.number,
        "passport-session": agreed["session"],
        "passport-code": b64encode(make_code(key, body)).decode(),
    }
    assert (await client.post("/v1/taps", content=body, headers=headers)).json()["kept"] == 1
    wrong = headers | {"passport-code": b64encode(bytes(32)).decode()}
    assert (await client.post("/v1/taps", content=body, headers=wrong)).json()["code"] == "signature_wrong"
    other = headers | {"passport-session": "0b52b0b4-6ba8-4c8e-94b9-1c1a9fa6cf0d"}
    assert (await client.post("/v1/taps", content=body, headers=other)).json()["code"] == "session_over"
    elsewhere = headers | {"passport-reader": town.readers[1].number}
    assert (await client.post("/v1/taps", content=body, headers=elsewhere)).json()["code"] == "session_over"


async def test_an_epoch_is_given_by_us_and_asked_twice_is_the_same(client: httpx.AsyncClient, town: Town) -> None:
    reader = town.readers[0]
    response = await hand_in(client, reader, [tap(town, 1, an_hour_ago())], epoch=2)
    assert (response.status_code, response.json()["code"]) == (409, "epoch_unknown")
    asked = b'{"after": 1}'
    for _ in range(2):
        given = await client.post("/v1/readers/epochs", content=asked, headers=reader.headers(asked))
        assert given.json() == {"epoch": 2}
    assert (await hand_in(client, reader, [tap(town, 1, an_hour_ago())], epoch=2)).json()["kept"] == 1


@pytest.mark.parametrize("language", Language)
async def test_a_refusal_speaks_the_callers_language(client: httpx.AsyncClient, town: Town, language: Language) -> None:
    response = await hand_in(
        client, town.readers[0], [tap(town, 1, an_hour_ago(), token=UNKNOWN_CARD)], language=language
    )
    assert response.json()["answers"][0]["reason"]["why"] == catalogue()["card_unknown"].to(language).why
