"""Mail goes over to a server that behaves well, badly, or not at all."""

import asyncio
import datetime as dt
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from backend.settings import settings
from notifications.channels import Again, Delivered, Failed, Gone, mail
from notifications.channels.mail import Mail, configured, read_address
from notifications.channels.mail_replies import judge_reply
from notifications.mail_text import sender_of
from notifications.smtp import Reply, Step, read_server
from played.mail_server import HOST, MailServer, Mode
from tests.notifications.notes import a_message, an_address

FROM = "notice@passport.example.jp"
BOUNCES = "back.example.jp"


def mail_to(server: MailServer, scheme: str = "smtp", login: str = "", **options: object) -> Mail:
    read = read_server(f"{scheme}://{login}{HOST}:{server.port}")
    return Mail(read, FROM, BOUNCES, **options)  # type: ignore[arg-type]  # whatever a test sets


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with MailServer() as made:
        yield made


@pytest.fixture
async def channel(server: MailServer) -> AsyncIterator[Mail]:
    made = mail_to(server)
    yield made
    await made.close()


async def test_a_message_is_handed_over_from_a_sender_that_names_the_address(server: MailServer, channel: Mail) -> None:
    address = an_address("mihon@example.jp")
    assert await channel.send(address, a_message()) == Delivered("250 2.0.0 queued")
    (kept,) = server.kept
    assert (kept.sender, kept.recipient) == (sender_of(address.id, BOUNCES), "mihon@example.jp")


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [
        (Mode.WELL, Delivered),
        (Mode.UNKNOWN, Gone),
        (Mode.BLOCKED, Failed),
        (Mode.GREYLIST, Again),
        (Mode.SPAM, Failed),
        (Mode.BUSY, Again),
        (Mode.SLOW, Delivered),
        (Mode.HANG, Again),
        (Mode.CUT, Again),
        (Mode.CUT_AFTER, Again),
    ],
)
async def test_what_a_server_does_has_its_outcome(
    server: MailServer, channel: Mail, mode: Mode, outcome: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "WHOLE_S", 0.5)
    server.modes["mihon@example.jp"] = mode
    assert isinstance(await channel.send(an_address("mihon@example.jp"), a_message()), outcome)


async def test_whoever_is_greylisted_is_reached_the_second_time_with_the_same_message_id(
    server: MailServer, channel: Mail
) -> None:
    server.modes["mihon@example.jp"] = Mode.GREYLIST
    message, address = a_message(), an_address("mihon@example.jp")
    assert isinstance(await channel.send(address, message), Again)
    assert isinstance(await channel.send(address, message), Delivered)
    assert f"Message-ID: <{message.delivery}@passport.example.jp>\r\n".encode() in server.kept[0].content


async def test_a_line_that_breaks_after_the_message_is_not_used_for_the_same_message_again_at_once(
    server: MailServer, channel: Mail
) -> None:
    server.modes["mihon@example.jp"] = Mode.CUT_AFTER
    assert isinstance(await channel.send(an_address("mihon@example.jp"), a_message()), Again)
    assert len(server.kept) == 1


async def test_several_messages_go_over_one_connection_also_after_a_refusal(server: MailServer, channel: Mail) -> None:
    server.modes["nobody@example.jp"] = Mode.UNKNOWN
    for target in ("a@example.jp", "nobody@example.jp", "b@example.jp"):
        await channel.send(an_address(target), a_message())
    assert [kept.recipient for kept in server.kept] == ["a@example.jp", "b@example.jp"]
    assert server.connections == 1


async def test_an_idle_connection_is_closed(server: MailServer) -> None:
    channel = mail_to(server, idle_s=0.05)
    await channel.send(an_address("a@example.jp"), a_message())
    assert server.open == 1
    await asyncio.sleep(0.2)
    assert server.open == 0
    assert server.commands["QUIT"] == 1


async def test_a_connection_that_the_server_dropped_meanwhile_costs_no_message(
    server: MailServer, channel: Mail
) -> None:
    await channel.send(an_address("a@example.jp"), a_message())
    await server.drop_lines()
    assert isinstance(await channel.send(an_address("b@example.jp"), a_message()), Delivered)
    assert server.connections == 2


async def test_many_at_once_share_few_connections(server: MailServer, channel: Mail) -> None:
    sent = await asyncio.gather(*(channel.send(an_address(f"a{n}@example.jp"), a_message()) for n in range(40)))
    assert all(isinstance(one, Delivered) for one in sent)
    assert len({kept.recipient for kept in server.kept}) == 40
    assert server.connections <= mail.MOST_CONNECTIONS


async def test_a_server_that_is_not_there_is_tried_again() -> None:
    async with MailServer() as server:
        channel = mail_to(server)
    assert isinstance(await channel.send(an_address("a@example.jp"), a_message()), Again)


async def test_what_does_not_speak_smtp_is_tried_again() -> None:
    async def chatter(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n" + b"x" * 10_000)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(chatter, HOST, 0) as server:
        port = server.sockets[0].getsockname()[1]
        channel = Mail(read_server(f"smtp://{HOST}:{port}"), FROM, BOUNCES)
        assert isinstance(await channel.send(an_address("a@example.jp"), a_message()), Again)


@pytest.mark.parametrize("login", ["user:se%3Acret@", "user:wrong@", ""])
async def test_a_login_that_is_not_accepted_costs_no_message(login: str) -> None:
    async with MailServer(login=("user", "se:cret")) as server:
        channel = mail_to(server, login=login)
        outcome = await channel.send(an_address("a@example.jp"), a_message())
        assert isinstance(outcome, Delivered if login.startswith("user:se") else Again)
        assert [kept.user for kept in server.kept] == (["user"] if isinstance(outcome, Delivered) else [])
        await channel.close()


@asynccontextmanager
async def encrypted(tmp_path: Path, *, at_once: bool) -> AsyncIterator[tuple[MailServer, ssl.SSLContext]]:
    """A server with a certificate of its own, and a context that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file = tmp_path / "server.pem"
    file.write_bytes(pem + secret)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    server = MailServer(login=("user", "secret"), tls=tls)
    server.at_once = at_once
    async with server:
        yield server, ssl.create_default_context(cadata=pem.decode())


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
async def test_a_login_and_a_message_go_encrypted(scheme: str, tmp_path: Path) -> None:
    async with encrypted(tmp_path, at_once=scheme == "smtps") as (server, trusted):
        read = read_server(f"{scheme}://user:secret@localhost:{server.port}")
        channel = Mail(read, FROM, BOUNCES, trusted=trusted)
        assert isinstance(await channel.send(an_address("a@example.jp"), a_message()), Delivered)
        assert [(kept.user, kept.encrypted) for kept in server.kept] == [("user", True)]
        await channel.close()
        await asyncio.sleep(0.05)


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
async def test_a_certificate_that_nobody_vouches_for_is_told_no_secret(scheme: str, tmp_path: Path) -> None:
    async with encrypted(tmp_path, at_once=scheme == "smtps") as (server, _):
        channel = Mail(read_server(f"{scheme}://user:secret@localhost:{server.port}"), FROM, BOUNCES)
        assert isinstance(await channel.send(an_address("a@example.jp"), a_message()), Again)
        assert server.commands["AUTH"] == 0


async def test_a_server_that_offers_no_encryption_is_told_no_secret(server: MailServer) -> None:
    channel = mail_to(server, "smtp+starttls", "user:secret@")
    assert isinstance(await channel.send(an_address("a@example.jp"), a_message()), Again)
    assert server.commands["AUTH"] == 0


async def test_what_is_put_in_before_the_encryption_is_never_taken_for_the_server() -> None:
    async def meddling(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for said in ("220 mail\r\n", "250-mail\r\n250 STARTTLS\r\n", "220 go on\r\n250 AUTH PLAIN\r\n"):
            writer.write(said.encode())
            await reader.readline()
        writer.close()

    async with await asyncio.start_server(meddling, HOST, 0) as server:
        port = server.sockets[0].getsockname()[1]
        channel = Mail(read_server(f"smtp+starttls://user:secret@{HOST}:{port}"), FROM, BOUNCES)
        outcome = await channel.send(an_address("a@example.jp"), a_message())
        assert outcome == Again(
            "the mail server is not reached: something was said between the answer and the encryption"
        )


async def test_an_address_in_letters_of_its_own_goes_where_the_server_can_write_it(server: MailServer) -> None:
    channel = mail_to(server)
    assert isinstance(await channel.send(an_address("見本@見本.example"), a_message()), Delivered)
    assert server.kept[0].recipient == "見本@xn--8pvz87e.example"
    await channel.close()
    server.utf8 = False
    channel = mail_to(server)
    assert isinstance(await channel.send(an_address("見本@見本.example"), a_message()), Failed)
    await channel.close()


@pytest.mark.parametrize(
    "target", ["a@b.example>\r\nRCPT TO:<c@d.example", "a b@c.example", "a", "a@", "<a@b.example>"]
)
async def test_what_is_no_address_is_gone_and_never_said_to_a_server(
    server: MailServer, channel: Mail, target: str
) -> None:
    assert isinstance(await channel.send(an_address(target), a_message()), Gone)
    assert server.connections == 0


@pytest.mark.parametrize(
    ("step", "reply", "outcome"),
    [
        (Step.MESSAGE, Reply(250, "2.0.0 ok"), Delivered),
        (Step.RECIPIENT, Reply(450, "4.2.0 greylisted"), Again),
        (Step.RECIPIENT, Reply(451, "4.7.1 try later"), Again),
        (Step.RECIPIENT, Reply(452, "4.2.2 full"), Again),
        (Step.SENDER, Reply(421, "4.3.2 busy"), Again),
        (Step.RECIPIENT, Reply(550, "no such user"), Gone),
        (Step.RECIPIENT, Reply(551, "not here"), Gone),
        (Step.RECIPIENT, Reply(553, "no mailbox name"), Gone),
        (Step.RECIPIENT, Reply(554, "5.1.10 takes no mail"), Gone),
        (Step.RECIPIENT, Reply(550, "5.1.1 unknown"), Gone),
        (Step.RECIPIENT, Reply(550, "5.2.1 disabled"), Gone),
        (Step.RECIPIENT, Reply(550, "5.1.8 bad sender"), Failed),
        (Step.RECIPIENT, Reply(550, "5.7.1 your network is listed"), Failed),
        (Step.RECIPIENT, Reply(552, "5.2.2 full"), Failed),
        (Step.SENDER, Reply(550, "5.1.8 who are you"), Failed),
        (Step.SENDER, Reply(530, "5.7.0 log in"), Again),
        (Step.MESSAGE, Reply(550, "5.1.1 after all unknown"), Failed),
        (Step.MESSAGE, Reply(554, "5.7.1 spam"), Failed),
        (Step.OPENING, Reply(554, "no service for you"), Again),
        (Step.LOGIN, Reply(535, "5.7.8 wrong"), Again),
    ],
)
def test_every_reply_means_one_thing(step: Step, reply: Reply, outcome: type) -> None:
    assert type(judge_reply(step, reply)) is outcome


@pytest.mark.parametrize("address", ["smtp://user:secret@mail.example.jp", "http://mail.example.jp", "smtps://"])
def test_a_server_that_would_hear_a_secret_in_the_open_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"login|valid|host"):
        read_server(address)


def test_a_secret_does_not_stand_in_what_is_logged() -> None:
    assert "se:cret" not in repr(read_server("smtps://user:se%3Acret@mail.example.jp"))


def test_mail_is_off_until_it_is_set_up_and_never_half(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_settings(**given: str) -> Mail | None:
        settings.cache_clear()
        for name in ("SMTP", "MAIL_FROM", "MAIL_BOUNCES"):
            monkeypatch.setenv(f"PASSPORT_{name}", given.get(name, ""))
        return configured()

    try:
        assert with_settings() is None
        with pytest.raises(ValueError, match="PASSPORT_MAIL_BOUNCES"):
            with_settings(SMTP="smtps://mail.example.jp", MAIL_FROM=FROM)
        with pytest.raises(ValueError, match="not a mail address"):
            with_settings(SMTP="smtps://mail.example.jp", MAIL_FROM="見本 <a@b>", MAIL_BOUNCES=BOUNCES)
        assert with_settings(SMTP="smtps://mail.example.jp", MAIL_FROM=FROM, MAIL_BOUNCES=BOUNCES) is not None
    finally:
        settings.cache_clear()


def test_a_mail_address_is_written_as_it_goes_over_the_line() -> None:
    assert read_address("mihon+1@見本.example") == "mihon+1@xn--8pvz87e.example"
    assert read_address("a@" + "x" * 64 + ".example") is None
