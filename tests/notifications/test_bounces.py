"""What comes back is read, attributed and applied; what only looks so is left alone."""

import logging
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit import clock, database
from notifications import bounces
from notifications.bounces import Bounce, read_bounce, take_in
from notifications.channels.mail import Mail
from notifications.kinds import ChannelKind, DeliveryState
from notifications.mail_text import sender_of
from notifications.mail_tokens import Purpose, make_token
from notifications.smtp import read_server
from played.mail_server import HOST, Kept, MailServer, write_back
from tests.notifications.notes import a_message, an_address
from tests.notifications.people import address

BOUNCES = "back.example.jp"


def sent_to(address_id: UUID, bounces_to: str = BOUNCES) -> Kept:
    return Kept(
        sender_of(address_id, bounces_to), "mihon@example.jp", b"Subject: 1\r\n\r\n1\r\n", None, encrypted=False
    )


def report(tmp_path: Path, kept: Kept, **options: str) -> bytes:
    return write_back(kept, tmp_path / uuid4().hex, **options).read_bytes()


@pytest.mark.parametrize(
    ("status", "action", "hard", "gone"),
    [
        ("5.1.1", "failed", True, True),
        ("5.1.2", "failed", True, True),
        ("5.2.1", "failed", True, True),
        ("5.0.0", "failed", True, True),
        ("5.2.2", "failed", True, False),
        ("5.7.1", "failed", True, False),
        ("5.3.4", "failed", True, False),
        ("4.4.7", "failed", False, False),
        ("4.4.1", "delayed", False, False),
        ("5.1.1", "delayed", False, False),
    ],
)
def test_hard_and_soft_are_told_apart(tmp_path: Path, status: str, action: str, hard: bool, gone: bool) -> None:
    address_id = uuid4()
    found = read_bounce(report(tmp_path, sent_to(address_id), status=status, action=action))
    assert found is not None
    assert (found.address_id, found.hard, found.gone) == (address_id, hard, gone)
    assert f"{action} {status} smtp;" in found.said


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_good_news_is_no_bounce(tmp_path: Path, action: str) -> None:
    assert read_bounce(report(tmp_path, sent_to(uuid4()), status="2.0.0", action=action)) is None


def test_the_one_address_for_everything_that_comes_back_will_do_as_well(tmp_path: Path) -> None:
    address_id = uuid4()
    found = read_bounce(report(tmp_path, sent_to(address_id, "bounces@example.jp")))
    assert found is not None
    assert found.address_id == address_id


def test_an_address_in_capitals_is_still_known(tmp_path: Path) -> None:
    address_id = uuid4()
    kept = sent_to(address_id)
    assert read_bounce(report(tmp_path, kept._replace(sender=kept.sender.upper()))) is not None


def test_a_forged_report_is_ignored_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    token = make_token(Purpose.BOUNCE, uuid4())
    forged = ("b" if token[0] != "b" else "c") + token[1:]
    with caplog.at_level(logging.WARNING, "passport.notify"):
        assert read_bounce(report(tmp_path, sent_to(uuid4())._replace(sender=f"{forged}@{BOUNCES}"))) is None
    assert "forged" in caplog.text


def test_a_token_to_stop_mails_brings_none_back(tmp_path: Path) -> None:
    stop = make_token(Purpose.STOP, uuid4())
    assert read_bounce(report(tmp_path, sent_to(uuid4())._replace(sender=f"{stop}@{BOUNCES}"))) is None


def test_an_answering_machine_is_no_bounce() -> None:
    away = (
        f"To: {sender_of(uuid4(), BOUNCES)}\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    )
    assert read_bounce(away.encode()) is None


def test_a_report_inside_a_mail_that_somebody_passed_on_is_no_bounce(tmp_path: Path) -> None:
    inner = report(tmp_path, sent_to(uuid4()))
    head = f"To: {sender_of(uuid4(), BOUNCES)}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    outer = f"{head}--b\r\nContent-Type: message/rfc822\r\n\r\n".encode() + inner + b"\r\n--b--\r\n"
    assert read_bounce(outer) is None


def test_a_report_that_a_gateway_wrapped_is_read(tmp_path: Path) -> None:
    inner = report(tmp_path, sent_to(uuid4())).decode()
    address_id = uuid4()
    fields, _, rest = inner.partition("\n\n")
    kind = next(line for line in fields.splitlines() if line.startswith("Content-Type"))
    head = f"To: {sender_of(address_id, BOUNCES)}\nContent-Type: multipart/mixed; boundary=b\n\n"
    found = read_bounce(f"{head}--b\n{kind}\n\n{rest}\n--b--\n".encode())
    assert found is not None
    assert found.address_id == address_id


@given(st.binary(max_size=2000))
def test_whatever_lies_there_raises_nothing(content: bytes) -> None:
    assert read_bounce(content) is None


@given(st.integers(0, 1500), st.binary(min_size=1, max_size=20))
def test_a_report_that_was_damaged_raises_nothing(place: int, damage: bytes) -> None:
    kept = sent_to(uuid4())
    whole = _REPORT.replace(b"SENDER", kept.sender.encode())
    read_bounce(whole[:place] + damage + whole[place + len(damage) :])


def test_huge_and_deep_mails_raise_nothing_and_take_no_time(tmp_path: Path) -> None:
    kept = sent_to(uuid4())
    assert read_bounce(report(tmp_path, kept) + b"x" * 50_000_000) is not None
    head = f"To: {kept.sender}\r\n".encode()
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    assert read_bounce(head + deep) is None
    assert read_bounce(head + b"Content-Type: message/rfc822\r\n\r\n" * 5000) is None


async def _delivered(recipient: UUID, address_id: UUID, minutes_ago: int) -> UUID:
    event_id = uuid4()
    await database.fetch(
        "INSERT INTO delivery (recipient, event_id, address_id, channel, state, urgent, digest, about, due_at, "
        "attempts, ended_at) "
        "VALUES ($1, $2, $3, 2, 2, false, false, '', now(), 1, now() - make_interval(mins => $4)) RETURNING 1",
        recipient,
        event_id,
        address_id,
        minutes_ago,
    )
    return event_id


async def _states(recipient: UUID) -> dict[UUID, DeliveryState]:
    rows = await database.fetch("SELECT event_id, state FROM delivery WHERE recipient = $1", recipient)
    return {row[0]: DeliveryState(row[1]) for row in rows}


async def _ended(address_id: UUID) -> str | None:
    (row,) = await database.fetch("SELECT ended_why FROM address WHERE id = $1", address_id)
    why: str | None = row[0]
    return why


@pytest.mark.usefixtures("rolled_back")
class TestApplying:
    async def test_what_is_gone_ends_the_address_and_marks_what_went_out_last(self) -> None:
        recipient = uuid4()
        address_id = await address(recipient, ChannelKind.MAIL, "mihon@example.jp")
        before, last = await _delivered(recipient, address_id, 9), await _delivered(recipient, address_id, 1)
        bounce = Bounce(address_id, hard=True, gone=True, said="failed 5.1.1 no such user")
        for _ in range(2):
            await bounces.apply([bounce], clock.now())
        assert await _ended(address_id) == "came back: failed 5.1.1 no such user"
        assert await _states(recipient) == {before: DeliveryState.DELIVERED, last: DeliveryState.GONE}

    async def test_what_was_refused_for_its_content_marks_it_and_keeps_the_address(self) -> None:
        recipient = uuid4()
        address_id = await address(recipient, ChannelKind.MAIL, "mihon@example.jp")
        before, last = await _delivered(recipient, address_id, 9), await _delivered(recipient, address_id, 1)
        for _ in range(2):
            await bounces.apply([Bounce(address_id, hard=True, gone=False, said="failed 5.7.1")], clock.now())
        assert await _ended(address_id) is None
        assert await _states(recipient) == {before: DeliveryState.DELIVERED, last: DeliveryState.FAILED}

    async def test_a_delay_changes_nothing(self) -> None:
        recipient = uuid4()
        address_id = await address(recipient, ChannelKind.MAIL, "mihon@example.jp")
        last = await _delivered(recipient, address_id, 1)
        await bounces.apply([Bounce(address_id, hard=False, gone=False, said="delayed 4.4.1")], clock.now())
        assert await _ended(address_id) is None
        assert await _states(recipient) == {last: DeliveryState.DELIVERED}

    async def test_a_device_never_ends_by_a_mail(self) -> None:
        device = await address(uuid4())
        await bounces.apply([Bounce(device, hard=True, gone=True, said="failed 5.1.1")], clock.now())
        assert await _ended(device) is None

    async def test_from_the_mail_server_by_way_of_the_maildir_to_the_address(self, tmp_path: Path) -> None:
        recipient = uuid4()
        address_id = await address(recipient, ChannelKind.MAIL, "mihon@example.jp")
        async with MailServer() as server:
            channel = Mail(read_server(f"smtp://{HOST}:{server.port}"), "notice@example.jp", BOUNCES)
            to = an_address("mihon@example.jp")
            await channel.send(type(to)(address_id, to.target, to.keys), a_message())
            await channel.close()
        file = write_back(server.kept[0], tmp_path)
        (tmp_path / "new" / "0.vacation").write_bytes(b"Subject: away\r\n\r\n")
        assert await take_in(tmp_path, clock.now()) == 2
        assert (await _ended(address_id) or "").startswith("came back: failed 5.1.1")
        assert sorted(one.name for one in (tmp_path / "cur").iterdir()) == ["0.vacation:2,S", f"{file.name}:2,S"]
        assert await take_in(tmp_path, clock.now()) == 0

    async def test_a_folder_that_is_not_there_yet_holds_nothing(self, tmp_path: Path) -> None:
        assert await take_in(tmp_path / "none", clock.now()) == 0


_REPORT = b"""\
To: SENDER
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.jp

Final-Recipient: rfc822; mihon@example.jp
Action: failed
Status: 5.1.1

--b--
"""


def test_the_report_that_is_damaged_above_is_one() -> None:
    assert read_bounce(_REPORT.replace(b"SENDER", sent_to(uuid4()).sender.encode())) is not None
